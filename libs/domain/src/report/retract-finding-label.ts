/** A label that the document doesn't print on the finding is retracted with the reason. */

import { refuse, type Verdict } from '../decider.ts';
import { type EveryCommand, type DocumentId, type FindingId, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import { labelKey, type RecordedReport, referenceOf, registeredFinding } from './report.state.ts';

export interface RetractFindingLabel extends EveryCommand {
  readonly kind: 'retract-finding-label';
  readonly finding: FindingId;
  readonly document: DocumentId;
  readonly reason: string;
}

export function retractFindingLabel(command: RetractFindingLabel, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return finding;
  const recorded = finding.labels[command.document];
  if (!recorded) {
    if (report.retracted.includes(labelKey(finding.id, command.document))) return [];
    return refuse(
      'label-unknown',
      `How this document prints ${referenceOf(report, finding)} has not been recorded: there is nothing to retract.`,
    );
  }
  return [
    {
      type: 'FindingLabelRetracted',
      data: {
        ...said(command, command.by.body),
        finding: finding.id,
        document: command.document,
        corrects: recorded.recordedBy,
        was: recorded.fields,
        reason: command.reason,
      },
    },
  ];
}
