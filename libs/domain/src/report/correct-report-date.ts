/** A publication date recorded wrongly is corrected with the reason; both dates are kept. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { same, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import { notPublished, type RecordedReport } from './report.state.ts';

export interface CorrectReportDate extends EveryCommand {
  readonly kind: 'correct-report-date';
  /** The right publication date, as a date expression. */
  readonly publishedOn: string;
  readonly correctionReason: string;
}

export function correctReportDate(command: CorrectReportDate, report: RecordedReport): Verdict<ReportEvent> {
  const unclear = dateUnclear(command.publishedOn);
  if (unclear) return unclear;
  if (!report.publication) return notPublished(report);
  const is = readDate(command.publishedOn);
  const { fields: was, recordedBy: corrects } = report.publication;
  if (same(was, is)) return [];
  return [
    {
      type: 'ReportDateCorrected',
      data: { ...said(command, command.by.body), corrects, was, is, reason: command.correctionReason },
    },
  ];
}
