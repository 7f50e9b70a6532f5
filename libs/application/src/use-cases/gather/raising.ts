/** What raising a finding takes from its report and from the directory, and what was raised from it before. */

import {
  type Addressee,
  type Directory,
  findingCopy,
  type FindingCopy,
  type RaisedFromFinding,
  type Refusal,
  refuse,
  type Report,
} from '#domain';
import { PAGE_SIZE_MAX } from '#read-model';
import type { Facts } from '../../facts.ts';

/** What raising a finding to a body takes from the report and the directory. */
export interface RaisedFacts {
  readonly recommendation: string;
  readonly reference: string;
  readonly report: string;
  readonly copy: FindingCopy;
  readonly overseer?: string;
}

export async function raised(
  { finding, body, overseer }: { finding: string; body: string; overseer?: string },
  recommendation: string,
  facts: Facts,
): Promise<RaisedFacts | Refusal> {
  const reportId = await facts.home('finding', finding);
  const report = reportId === undefined ? undefined : await facts.state<Report>('report', reportId);
  const directory = await facts.state<Directory>('directory', body);
  const copy = report?.status === 'recorded' ? findingCopy(report, finding) : undefined;
  if (report?.status !== 'recorded' || copy === undefined || reportId === undefined) {
    return refuse('finding-unknown', 'There is no such finding in the record: register it first.');
  }
  if (directory.status === 'none')
    return refuse('body-unknown', 'There is no such body in the directory: record it first.');
  if (copy.kind === 'strength')
    return refuse('strength', 'A strength asks nothing of anybody: it can’t be raised as a recommendation.');
  const code = report.findings[finding]?.fields.code ?? '';
  return {
    recommendation,
    reference: `${report.code}-${code}/${directory.fields.code}`,
    report: reportId,
    copy,
    ...overseen(overseer ?? directory.fields.overseenBy),
  };
}

/** The bodies a finding falls on, each with the local policing body that oversees it. */
export async function addressees(
  bodies: readonly string[],
  facts: Facts,
): Promise<{ addressees: Addressee[] } | Refusal> {
  const found: Addressee[] = [];
  for (const body of new Set(bodies)) {
    const directory = await facts.state<Directory>('directory', body);
    if (directory.status === 'none')
      return refuse('body-unknown', 'One of the bodies is not in the directory: record it first.');
    found.push({ body, ...overseen(directory.fields.overseenBy) });
  }
  return { addressees: found };
}

/** What has been raised from a finding so far. */
export async function raisedFrom(
  finding: string,
  facts: Facts,
): Promise<{ recommendations: readonly RaisedFromFinding[] }> {
  const { register } = await facts.lists();
  const { items } = register.list({ finding, size: PAGE_SIZE_MAX });
  return {
    recommendations: items.map(({ id, reference, body, status }) => ({
      id,
      reference,
      body,
      isRaisedInError: status === 'raisedInError',
    })),
  };
}

function overseen(overseer: string | undefined): { overseer?: string } {
  return overseer === undefined ? {} : { overseer };
}
