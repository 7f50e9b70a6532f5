/** A title, publisher or expected date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, said } from '../primitives.ts';
import type { ReportDetails, ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

export interface CorrectReport extends EveryCommand {
  readonly kind: 'correct-report';
  readonly title: string;
  readonly publisher?: BodyId;
  /** When it is or was expected, as a date expression. What is left out stays as it stands. */
  readonly expectedOn?: string;
  readonly correctionReason: string;
}

export function correctReport(command: CorrectReport, report: RecordedReport): Verdict<ReportEvent> {
  const unclear = dateUnclear(command.expectedOn);
  if (unclear) return unclear;
  const { fields: was, recordedBy: corrects } = report.details;
  const { title, publisher } = command;
  // A published report keeps the date on which it was expected, although its forms no longer ask for one.
  const expectedOn = command.expectedOn === undefined ? was.expectedOn : readDate(command.expectedOn);
  const is: ReportDetails = stated({ title, publisher, expectedOn });
  if (same(was, is)) return [];
  return [
    {
      type: 'ReportCorrected',
      data: { ...said(command, command.by.body), corrects, was, is, reason: command.correctionReason },
    },
  ];
}
