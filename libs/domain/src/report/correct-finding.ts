/** A finding recorded wrongly is corrected by saying what was wrong and why; its code stays, and what hangs on it must still fit. */

import { amended, type Correcting } from '../corrections.ts';
import { type Refusal, refuse, type Verdict } from '../decider.ts';
import type { FindingId } from '../primitives.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import { type DescribedFinding, findingFieldsGiven, findingMisfit } from './finding-fields.ts';
import type { FindingFields, ReportEvent } from './report.events.ts';
import {
  childrenOf,
  findingBlocker,
  type RecordedReport,
  referenceOf,
  registeredFinding,
  type RegisteredFinding,
} from './report.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectFinding
  extends Correcting<'label' | 'subParts' | 'addressees' | 'parent' | 'deadline'>, Partial<DescribedFinding> {
  readonly kind: 'correct-finding';
  readonly finding: FindingId;
}

export function correctFinding(command: CorrectFinding, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return finding;
  const given = findingFieldsGiven(command, finding.fields);
  if ('refused' in given) return given;
  const is = amended(finding.fields, given, command.clear, { subParts: [], addressees: [] });
  if ('refused' in is) return is;
  const correction = restated(command, finding, is);
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  const refusal = kept(report, finding, is) ?? findingMisfit(report, finding.id, is);
  if (refusal) return refusal;
  return [
    {
      type: 'FindingCorrected',
      data: {
        ...saidOfCorrection(command),
        finding: finding.id,
        ...correction,
      },
    },
  ];
}

/** What a correction must not touch: the code that every reference prints, and the kind that others rest on. */
function kept(report: RecordedReport, finding: RegisteredFinding, is: FindingFields): Refusal | undefined {
  const reference = referenceOf(report, finding);
  if (is.code !== finding.fields.code) {
    return refuse(
      'code-fixed',
      `${reference} keeps its code, because references print it: retract the finding and register it under the right one.`,
    );
  }
  const children = childrenOf(report, finding.id);
  if (is.findingKind !== 'causeOfConcern' && children.length > 0) {
    return refuse(
      'finding-has-children',
      `${reference} leads to other findings, so it stays a cause of concern: correct their parent first.`,
      children.map((child) => findingBlocker(report, child)),
    );
  }
  if (is.findingKind === 'strength' && finding.fannedOutTo.length > 0) {
    return refuse(
      'finding-fanned-out',
      `${reference} has been fanned out, and a strength asks nothing of anybody: mark its recommendations as raised in error instead.`,
      [findingBlocker(report, finding)],
    );
  }
  return undefined;
}
