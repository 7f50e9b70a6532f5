/** A grade recorded wrongly is corrected by saying what was wrong and why. */

import { amended, type Correcting } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import type { BodyId } from '../primitives.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import type { GradeFields } from './record-grade.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectGrade extends Correcting<'words' | 'document'>, Partial<GradeFields> {
  readonly kind: 'correct-grade';
  readonly gradedBody: BodyId;
}

export function correctGrade(command: CorrectGrade, report: RecordedReport): Verdict<ReportEvent> {
  const { gradedBody, grade, words, document } = command;
  const standing = report.grades[gradedBody];
  if (!standing) {
    return refuse('grade-unknown', `${report.code} has no grade of this body on record: record it first.`);
  }
  const is = amended(standing.fields, { grade, words, document }, command.clear);
  if ('refused' in is) return is;
  const correction = restated(command, standing, is);
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  return [{ type: 'GradeCorrected', data: { ...saidOfCorrection(command, [gradedBody]), gradedBody, ...correction } }];
}
