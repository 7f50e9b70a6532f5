/**
 * A finding falls on each body it is addressed to once: fanning it out again adds only the bodies that are new, and says
 * which were passed over. A strength asks nothing.
 */

import { type Refusal, refuse, stated, type Verdict } from '../decider.ts';
import { sayList } from '../narrative.ts';
import { type EveryCommand, type FindingId, said } from '../primitives.ts';
import type { Addressee, ReportEvent } from './report.events.ts';
import {
  findingBlocker,
  type RaisedFromFinding,
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
  /** What has been raised from the finding so far. */
  readonly recommendations: readonly RaisedFromFinding[];
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
  const differing = overseerDiffers(report, finding, command.addressees);
  if (differing) return differing;
  const asked = new Map(command.addressees.map(({ body, overseer }) => [body, stated({ body, overseer })]));
  const inError = command.recommendations.filter(({ body, isRaisedInError }) => isRaisedInError && asked.has(body));
  const erroneous = new Set(inError.map(({ body }) => body));
  const known = new Set(finding.fannedOutTo.map(({ body }) => body));
  const addressees = [...asked.values()].filter(({ body }) => !known.has(body) && !erroneous.has(body));
  if (addressees.length === 0) {
    const untold = inError.filter(({ body }) => !finding.toldInError.includes(body));
    if (untold.length === 0) return [];
    const references = sayList(untold.map(({ reference }) => reference)) ?? '';
    return refuse(
      'raised-in-error',
      `${references} stands in the record as raised in error, so nothing was raised there again: leave the body out, or say that it was no error.`,
      untold.map(({ id, reference }) => ({ kind: 'recommendation', id, label: reference })),
    );
  }
  const skipped = [...asked.keys()]
    .filter((body) => known.has(body) || erroneous.has(body))
    .map((body) => ({ body, because: erroneous.has(body) ? 'raisedInError' : 'fallsOnItAlready' }) as const);
  const concerns = addressees.flatMap(({ body, overseer }) => (overseer === undefined ? [body] : [body, overseer]));
  return [
    {
      type: 'FindingFannedOut',
      data: stated({
        ...said(command, command.by.body, concerns),
        finding: finding.id,
        addressees,
        skipped: skipped.length === 0 ? undefined : skipped,
      }),
    },
  ];
}

function overseerDiffers(
  report: RecordedReport,
  finding: RegisteredFinding,
  asked: readonly Addressee[],
): Refusal | undefined {
  const known = new Map(finding.fannedOutTo.map((addressee) => [addressee.body, addressee]));
  for (const { body, overseer } of asked) {
    const before = known.get(body);
    if (before && before.overseer !== overseer) {
      return refuse(
        'overseer-differs',
        `${referenceOf(report, finding)} falls on a body with one overseer only, and here it is given another: leave the body out or name the same overseer.`,
        [{ kind: 'body', id: body, label: 'the body with two overseers' }],
      );
    }
    known.set(body, { body, overseer });
  }
  return undefined;
}
