/** A finding falls on each body it is addressed to once: fanning it out again adds only the bodies that are new. A strength asks nothing. */

import { type Refusal, refuse, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type FindingId, said } from '../primitives.ts';
import type { Addressee, ReportEvent } from './report.events.ts';
import {
  findingBlocker,
  type RecordedReport,
  referenceOf,
  registeredFinding,
  type RegisteredFinding,
} from './report.state.ts';

export interface FanOutFinding extends EveryCommand {
  readonly kind: 'fan-out-finding';
  readonly finding: FindingId;
  /** The bodies that have to answer, the regional unit too, each with the local policing body that oversees it. */
  readonly addressees: readonly Addressee[];
}

export function fanOutFinding(command: FanOutFinding, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return finding;
  if (finding.fields.findingKind === 'strength') {
    return refuse(
      'strength-asks-nothing',
      `${referenceOf(report, finding)} is a strength: it asks nothing of anybody, so it can’t be fanned out.`,
      [findingBlocker(report, finding)],
    );
  }
  const addressees = newAddressees(report, finding, command.addressees);
  if ('refused' in addressees) return addressees;
  if (addressees.length === 0) return [];
  const concerns = addressees.flatMap(({ body, overseer }) => (overseer === undefined ? [body] : [body, overseer]));
  return [
    {
      type: 'FindingFannedOut',
      data: { ...said(command, command.by.body, concerns), finding: finding.id, addressees },
    },
  ];
}

function newAddressees(
  report: RecordedReport,
  finding: RegisteredFinding,
  asked: readonly Addressee[],
): Addressee[] | Refusal {
  const added: Addressee[] = [];
  for (const { body, overseer } of asked) {
    const known = [...finding.fannedOutTo, ...added].find((addressee) => addressee.body === body);
    if (known && known.overseer !== overseer) {
      return refuse(
        'overseer-differs',
        `${referenceOf(report, finding)} falls on a body with one overseer only, and here it is given another: leave the body out or name the same overseer.`,
        [{ kind: 'body', id: body, label: 'the body with two overseers' }],
      );
    }
    if (!known) added.push(stated({ body, overseer }));
  }
  return added;
}
