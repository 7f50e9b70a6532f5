/** A report grades a body once; a region is not graded, its regional unit may be. (P18.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, type DocumentId, said } from '../primitives.ts';
import type { Grade, RecordedGrade, ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

export interface GradeFields {
  readonly grade: Grade;
  /** The exact words that say so, where a document is cited. */
  readonly words?: string;
  readonly document?: DocumentId;
}

export interface RecordGrade extends EveryCommand, GradeFields {
  readonly kind: 'record-grade';
  readonly gradedBody: BodyId;
}

export function recordGrade(command: RecordGrade, report: RecordedReport): Verdict<ReportEvent> {
  const grade = gradeFrom(command);
  const standing = report.grades[command.gradedBody];
  if (standing) {
    if (same(standing.fields, grade)) return [];
    return refuse(
      'grade-already-recorded',
      `The grade that ${report.code} gives this body has been recorded already: correct it if it is wrong.`,
    );
  }
  return [
    {
      type: 'GradeRecorded',
      data: { ...said(command, command.by.body, [command.gradedBody]), gradedBody: command.gradedBody, ...grade },
    },
  ];
}

function gradeFrom({ grade, words, document }: GradeFields): RecordedGrade {
  return stated({ grade, words, document });
}
