/**
 * What has happened has happened by today. The domain has no clock, so this is told at the door, where there is one. Of
 * a month or a year, today may be a part: it is refused only when all of it is still to come.
 */

import { type CivilDate, readDate, sayDate } from '#domain';
import type { FieldError } from '../outcome.ts';
import { datesOf } from './fields.ts';

/** What to do about a date that is recorded. */
export const RECORD_LATER = 'Check the date, or record it when it has happened.';
/** What to do about a day by which something is asked for as recorded. */
export const ASK_FOR_NOW = 'Leave it out to see what is recorded now.';

/** What is wrong with the dates of what has happened; nothing when they all can be. */
export function datesToCome(dto: object, today: CivilDate, whatToDo: string): FieldError[] {
  const fields = dto as Readonly<Record<string, unknown>>;
  const errors: FieldError[] = [];
  for (const [field, kind] of datesOf(dto)) {
    const typed = kind === 'past' ? fields[field] : undefined;
    const objection = typeof typed === 'string' ? notYet(typed, today) : undefined;
    if (objection !== undefined) errors.push({ field, sentence: [`${objection} ${whatToDo}`] });
  }
  return errors;
}

/** Says that all of a date is still to come, when it is. */
export function notYet(typed: string, today: CivilDate): string | undefined {
  const { from, precision, asPrinted } = readDate(typed);
  if (from === undefined || from <= today) return undefined;
  const date = precision === 'day' ? sayDate(from) : `“${asPrinted}”`;
  return `${date} has not come yet: today is ${sayDate(today)}.`;
}
