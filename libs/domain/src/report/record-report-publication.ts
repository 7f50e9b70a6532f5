/** An expected report is published on one date: another date later is a correction, not a second publication. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate, sayPreciseDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

export interface RecordReportPublication extends EveryCommand {
  readonly kind: 'record-report-publication';
  /** The publication date, as a date expression. */
  readonly publishedOn: string;
}

export function recordReportPublication(
  command: RecordReportPublication,
  report: RecordedReport,
): Verdict<ReportEvent> {
  const unclear = dateUnclear(command.publishedOn);
  if (unclear) return unclear;
  const publishedOn = readDate(command.publishedOn);
  if (report.publication) {
    const { publishedOn: stands } = report.publication.fields;
    if (same(stands, publishedOn)) return [];
    return refuse(
      'report-already-published',
      `The publication of ${report.code} has been recorded already (${sayPreciseDate(stands)}): correct the date if it is wrong.`,
    );
  }
  return [
    {
      type: 'ReportPublished',
      data: { ...said(command, command.by.body), effectiveOn: publishedOn, publishedOn },
    },
  ];
}
