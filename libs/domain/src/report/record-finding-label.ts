/** How another document prints a finding is kept for that document; it never changes the finding's kind or code. (P04, T4, T5.) */

import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type DocumentId, type FindingId, said } from '../primitives.ts';
import type { PrintedLabel, ReportEvent } from './report.events.ts';
import { findingBlocker, type RecordedReport, referenceOf, registeredFinding } from './report.state.ts';

export interface LabelFields {
  /** The number as printed: "1)". */
  readonly number?: string;
  /** The words as printed: "key recommendation". */
  readonly label?: string;
}

export interface RecordFindingLabel extends EveryCommand, LabelFields {
  readonly kind: 'record-finding-label';
  readonly finding: FindingId;
  readonly document: DocumentId;
}

export function recordFindingLabel(command: RecordFindingLabel, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return finding;
  const label = labelFrom(command);
  if ('refused' in label) return label;
  const recorded = finding.labels[command.document];
  if (recorded) {
    if (same(recorded.fields, label)) return [];
    return refuse(
      'label-already-recorded',
      `How this document prints ${referenceOf(report, finding)} has been recorded already: correct it instead.`,
      [findingBlocker(report, finding)],
    );
  }
  return [
    {
      type: 'FindingLabelRecorded',
      data: { ...said(command, command.by.body), finding: finding.id, document: command.document, ...label },
    },
  ];
}

export function labelFrom({ number, label }: LabelFields): PrintedLabel | Refusal {
  if (number === undefined && label === undefined) {
    return refuse('label-missing', 'Give the number or the label as the document prints it.');
  }
  return stated({ number, label });
}
