/** A printed number or label recorded wrongly is corrected by saying what was wrong and why. */

import { refuse, same, type Verdict } from '../decider.ts';
import { type EveryCommand, type DocumentId, type FindingId, said } from '../primitives.ts';
import { type LabelFields, labelFrom } from './record-finding-label.ts';
import type { ReportEvent } from './report.events.ts';
import { type RecordedReport, referenceOf, registeredFinding } from './report.state.ts';

export interface CorrectFindingLabel extends EveryCommand, LabelFields {
  readonly kind: 'correct-finding-label';
  readonly finding: FindingId;
  readonly document: DocumentId;
  readonly correctionReason: string;
}

export function correctFindingLabel(command: CorrectFindingLabel, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return finding;
  const is = labelFrom(command);
  if ('refused' in is) return is;
  const recorded = finding.labels[command.document];
  if (!recorded) {
    return refuse(
      'label-unknown',
      `How this document prints ${referenceOf(report, finding)} has not been recorded: record it first.`,
    );
  }
  const { fields: was, recordedBy: corrects } = recorded;
  if (same(was, is)) return [];
  return [
    {
      type: 'FindingLabelCorrected',
      data: {
        ...said(command, command.by.body),
        finding: finding.id,
        document: command.document,
        corrects,
        was,
        is,
        reason: command.correctionReason,
      },
    },
  ];
}
