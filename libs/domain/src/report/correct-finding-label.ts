/** A printed number or label recorded wrongly is corrected by saying what was wrong and why. */

import { amended, type Correcting } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import type { DocumentId, FindingId } from '../primitives.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import { type LabelFields, labelFrom } from './record-finding-label.ts';
import type { ReportEvent } from './report.events.ts';
import { type RecordedReport, referenceOf, registeredFinding } from './report.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectFindingLabel extends Correcting<'number' | 'label'>, LabelFields {
  readonly kind: 'correct-finding-label';
  readonly finding: FindingId;
  readonly document: DocumentId;
}

export function correctFindingLabel(command: CorrectFindingLabel, report: RecordedReport): Verdict<ReportEvent> {
  const finding = registeredFinding(report, command.finding);
  if ('refused' in finding) return finding;
  const recorded = finding.labels[command.document];
  if (!recorded) {
    return refuse(
      'label-unknown',
      `How this document prints ${referenceOf(report, finding)} has not been recorded: record it first.`,
    );
  }
  const { number, label } = command;
  const given = amended(recorded.fields, { number, label }, command.clear);
  if ('refused' in given) return given;
  const is = labelFrom(given);
  if ('refused' in is) return is;
  const correction = restated(command, recorded, is);
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  return [
    {
      type: 'FindingLabelCorrected',
      data: { ...saidOfCorrection(command), finding: finding.id, document: command.document, ...correction },
    },
  ];
}
