/**
 * What has happened has happened by today. The domain has no clock, so this is told at the door, where there is one. Of
 * a month or a year, today may be a part: it is refused only when all of it is still to come.
 */

import { type CivilDate, readDate, sayDate } from '#domain';
import type { FieldError } from '../outcome.ts';
import { pastDatesOf } from './fields.ts';

/** What is wrong with the dates of what has happened; nothing when they all can be. */
export function datesToCome(dto: object, today: CivilDate): FieldError[] {
  const fields = dto as Readonly<Record<string, unknown>>;
  return [...pastDatesOf(dto)].flatMap((field) => {
    const typed = fields[field];
    if (typeof typed !== 'string') return [];
    const { from, asPrinted } = readDate(typed);
    return from === undefined || from <= today ? [] : [{ field, sentence: [notYet(asPrinted, today)] }];
  });
}

/** Why nothing can be told of a day to come. */
export function notYet(typed: string, today: CivilDate): string {
  return `“${typed}” has not come yet: today is ${sayDate(today)}. Check the date, or record it when it has happened.`;
}
