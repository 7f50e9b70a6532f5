/** A finding the report doesn't have is retracted with the reason, unless recommendations or other findings rest on it. */

import { refuse, type Verdict } from '../decider.ts';
import { type EveryCommand, type FindingId, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import {
  childrenOf,
  findingBlocker,
  type RaisedFromFinding,
  type RecordedReport,
  referenceOf,
  registeredFinding,
} from './report.state.ts';

export interface RetractFinding extends EveryCommand {
  readonly kind: 'retract-finding';
  readonly finding: FindingId;
  readonly reason: string;
  /** What has been raised from the finding. */
  readonly recommendations: readonly RaisedFromFinding[];
}

export function retractFinding(command: RetractFinding, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return report.retracted.includes(command.finding) ? [] : finding;
  const resting = command.recommendations.filter(({ isRaisedInError }) => !isRaisedInError);
  const raisedTo = new Set(command.recommendations.map(({ body }) => body));
  // What was fanned out a moment ago may have yet to be raised.
  if (resting.length > 0 || finding.fannedOutTo.some(({ body }) => !raisedTo.has(body))) {
    return refuse(
      'finding-fanned-out',
      `${referenceOf(report, finding)} falls on bodies that have to answer it: mark its recommendations as raised in error first.`,
      resting.length > 0
        ? resting.map(({ id, reference }) => ({ kind: 'recommendation', id, label: reference }))
        : [findingBlocker(report, finding)],
    );
  }
  const children = childrenOf(report, finding.id);
  if (children.length > 0) {
    return refuse(
      'finding-has-children',
      `${referenceOf(report, finding)} leads to other findings: correct their parent first.`,
      children.map((child) => findingBlocker(report, child)),
    );
  }
  return [
    {
      type: 'FindingRetracted',
      data: {
        ...said(command, command.by.body),
        finding: finding.id,
        corrects: finding.recordedBy,
        was: finding.fields,
        reason: command.reason,
      },
    },
  ];
}
