/** A publication date recorded wrongly is corrected with the reason; both dates are kept. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import type { Correcting } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { restatedOn, saidOfCorrection } from '../standing.ts';
import type { ReportEvent } from './report.events.ts';
import { notPublished, type RecordedReport } from './report.state.ts';

export interface CorrectReportDate extends Correcting {
  readonly kind: 'correct-report-date';
  /** The right publication date, as a date expression. What is left out stays as it was recorded. */
  readonly publishedOn?: string;
}

export function correctReportDate(command: CorrectReportDate, report: RecordedReport): Verdict<ReportEvent> {
  const unclear = dateUnclear(command.publishedOn);
  if (unclear) return unclear;
  const standing = report.publication;
  if (!standing) return notPublished(report);
  const publishedOn = command.publishedOn === undefined ? standing.fields.publishedOn : readDate(command.publishedOn);
  const correction = restatedOn(publishedOn, command, standing, { publishedOn });
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  return [{ type: 'ReportDateCorrected', data: { ...saidOfCorrection(command), ...correction } }];
}
