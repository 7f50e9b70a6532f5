/**
 * A publication date recorded wrongly is corrected with the reason; both dates are kept. Where the report itself prints a
 * wrong one, the right date stands with the words that the report prints. (T1.)
 */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { type PreciseDate, readDate, sayPreciseDate } from '../calendar/precise-date.ts';
import type { Correcting } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { restatedOn, saidOfCorrection } from '../standing.ts';
import type { ReportEvent } from './report.events.ts';
import { notPublished, type RecordedReport } from './report.state.ts';

export interface CorrectReportDate extends Correcting {
  readonly kind: 'correct-report-date';
  /** The right publication date, as a date expression. What is left out stays as it was recorded. */
  readonly publishedOn?: string;
  /** How the report prints it, where that is not how the right date is given here. */
  readonly asPrinted?: string;
}

export function correctReportDate(command: CorrectReportDate, report: RecordedReport): Verdict<ReportEvent> {
  const unclear = dateUnclear(command.publishedOn);
  if (unclear) return unclear;
  const standing = report.publication;
  if (!standing) return notPublished(report);
  const publishedOn = rightDate(command, standing.fields.publishedOn);
  const correction = restatedOn(publishedOn, command, standing, { publishedOn });
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  return [{ type: 'ReportDateCorrected', data: { ...saidOfCorrection(command), ...correction } }];
}

/** Words that are known to print another date are the report's own: a date alone does not replace them. */
function rightDate({ publishedOn, asPrinted }: CorrectReportDate, was: PreciseDate): PreciseDate {
  const is = publishedOn === undefined ? was : readDate(publishedOn);
  const isPrintedOtherwise = sayPreciseDate(readDate(was.asPrinted)) !== sayPreciseDate(was);
  return { ...is, asPrinted: asPrinted ?? (isPrintedOtherwise ? was : is).asPrinted };
}
