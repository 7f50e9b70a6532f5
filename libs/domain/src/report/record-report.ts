/** A report is recorded once, by its code and exact title: published on a date, or expected. A publication is not required. (P01, P12.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, type ReportId, said } from '../primitives.ts';
import type { ReportDetails, ReportEvent } from './report.events.ts';
import type { Report } from './report.state.ts';

export interface RecordReport extends EveryCommand {
  readonly kind: 'record-report';
  readonly report: ReportId;
  /** Short and unique: `OIC`. */
  readonly code: string;
  /** The exact title, as printed. */
  readonly title: string;
  readonly publisher?: BodyId;
  /** The publication date, as a date expression. */
  readonly publishedOn?: string;
  /** It is known to be coming. Then it has no publication date yet. */
  readonly expected?: boolean;
  /** When it is expected, as a date expression. */
  readonly expectedOn?: string;
}

export function recordReport(command: RecordReport, report: Report): Verdict<ReportEvent> {
  const unclear = publicationUnclear(command) ?? dateUnclear(command.publishedOn) ?? dateUnclear(command.expectedOn);
  if (unclear) return unclear;
  const { code, title, publisher } = command;
  const expectedOn = command.expectedOn === undefined ? undefined : readDate(command.expectedOn);
  const publishedOn = command.publishedOn === undefined ? undefined : readDate(command.publishedOn);
  const details: ReportDetails = stated({ title, publisher, expectedOn });
  if (report.status !== 'none') {
    const stands =
      report.code === code &&
      same(report.details.fields, details) &&
      same(report.publication?.fields.publishedOn, publishedOn);
    if (stands) return [];
    return refuse(
      'report-already-recorded',
      `${report.code} has been recorded already, with other content: record its publication or correct it instead.`,
    );
  }
  const base = said(command, command.by.body);
  const recorded: ReportEvent = { type: 'ReportRecorded', data: { ...base, report: command.report, code, ...details } };
  if (publishedOn === undefined) return [recorded];
  return [recorded, { type: 'ReportPublished', data: { ...base, effectiveOn: publishedOn, publishedOn } }];
}

function publicationUnclear(command: RecordReport): Refusal | undefined {
  const isExpected = command.expected === true;
  if (isExpected !== (command.publishedOn === undefined)) {
    return refuse(
      'publication-unclear',
      'A report is either published or expected: give its publication date, or say that it is expected.',
    );
  }
  if (!isExpected && command.expectedOn !== undefined) {
    return refuse(
      'publication-unclear',
      'A published report is no longer expected: leave out the date on which it was expected.',
    );
  }
  return undefined;
}
