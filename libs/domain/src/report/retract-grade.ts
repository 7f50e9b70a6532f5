/** A grade the report doesn't give this body is retracted with the reason. */

import { refuse, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

export interface RetractGrade extends EveryCommand {
  readonly kind: 'retract-grade';
  readonly gradedBody: BodyId;
  readonly reason: string;
}

export function retractGrade(command: RetractGrade, report: RecordedReport): Verdict<ReportEvent> {
  const { gradedBody, reason } = command;
  const standing = report.grades[gradedBody];
  if (!standing) {
    if (report.retracted.includes(gradedBody)) return [];
    return refuse('grade-unknown', `${report.code} has no grade of this body on record: there is nothing to retract.`);
  }
  return [
    {
      type: 'GradeRetracted',
      data: {
        ...said(command, command.by.body, [gradedBody]),
        gradedBody,
        corrects: standing.recordedBy,
        was: standing.fields,
        reason,
      },
    },
  ];
}
