/** A grade recorded wrongly is corrected by saying what was wrong and why. */

import { refuse, same, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, said } from '../primitives.ts';
import { type GradeFields, gradeFrom } from './record-grade.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

export interface CorrectGrade extends EveryCommand, GradeFields {
  readonly kind: 'correct-grade';
  readonly gradedBody: BodyId;
  readonly correctionReason: string;
}

export function correctGrade(command: CorrectGrade, report: RecordedReport): Verdict<ReportEvent> {
  const { gradedBody } = command;
  const standing = report.grades[gradedBody];
  if (!standing) {
    return refuse('grade-unknown', `${report.code} has no grade of this body on record: record it first.`);
  }
  const { fields: was, recordedBy: corrects } = standing;
  const is = gradeFrom(command);
  if (same(was, is)) return [];
  return [
    {
      type: 'GradeCorrected',
      data: {
        ...said(command, command.by.body, [gradedBody]),
        gradedBody,
        corrects,
        was,
        is,
        reason: command.correctionReason,
      },
    },
  ];
}
