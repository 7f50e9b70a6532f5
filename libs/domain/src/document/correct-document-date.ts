/**
 * A document's date is corrected once, with the reason, wherever the document is cited. What the document itself writes
 * is kept beside the right date (T1); only what was recorded wrongly of what it writes is put in its place.
 */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven, sayPreciseDate } from '../calendar/precise-date.ts';
import { amended, type Correcting } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import type { DocumentDates, DocumentEvent } from './document.events.ts';
import { concernsOf, type RecordedDocument } from './document.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectDocumentDate extends Correcting<'date' | 'dateAsWritten'> {
  readonly kind: 'correct-document-date';
  /** The right date, where the document writes a wrong one or none, as a date expression. */
  readonly date?: string;
  /** What the document writes, where that was recorded wrongly, as a date expression. */
  readonly dateAsWritten?: string;
}

export function correctDocumentDate(command: CorrectDocumentDate, document: RecordedDocument): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.date) ?? dateUnclear(command.dateAsWritten);
  if (unclear) return unclear;
  const given = { date: readDateIfGiven(command.date), dateAsWritten: readDateIfGiven(command.dateAsWritten) };
  const is = amended<DocumentDates>(document.dates.fields, given, command.clear);
  if ('refused' in is) return is;
  const correction = restated(command, document.dates, asStanding(is));
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  const base = saidOfCorrection(command, concernsOf(document.details.fields));
  return [{ type: 'DocumentDateCorrected', data: { ...base, ...correction } }];
}

/** A right date is told apart only where the document does not write it itself. */
function asStanding({ date, ...dates }: DocumentDates): DocumentDates {
  const isWritten = date && dates.dateAsWritten && sayPreciseDate(date) === sayPreciseDate(dates.dateAsWritten);
  return date === undefined || isWritten ? dates : { ...dates, date };
}
