/** The time for comments on a report, and how far the responses kept to it. */

import {
  type CivilDate,
  type Names,
  type PreciseDate,
  sayDate,
  sayDayOf,
  sayPreciseDate,
  type StatutoryClock,
} from '#domain';
import type { Section55, Section55Response } from '#read-model';
import { mark } from '../words.ts';

/**
 * Sentences, the period first.
 * @param on the day that is asked about
 */
export function saySection55({ clock, lastDay, responses }: Section55, on: CivilDate, name: Names): string[] {
  if (clock === undefined || lastDay === undefined) {
    return responses.map((response) => `Response: ${sayResponse(response, clock, name)}`);
  }
  const period = `Comments (section 55, Police Act 1996): in time up to ${sayDate(lastDay)}, day ${String(clock.lengthDays)}`;
  if (responses.length === 0) return [`${period}. No response is recorded: ${sayDate(on)} is ${sayDayOf(clock, on)}.`];
  return [`${period}.`, ...responses.map((response) => `Response: ${sayResponse(response, clock, name)}`)];
}

function sayResponse(
  { title, issuedBy, date, publications }: Section55Response,
  clock: StatutoryClock | undefined,
  name: Names,
): string {
  const of = issuedBy === undefined ? '' : `, ${name('body', issuedBy)}`;
  const dated = date === undefined ? 'without a date' : `dated ${sayOnClock(date, clock)}`;
  const published = publications.map(
    (one) => `published ${sayOnClock(one.publishedOn, clock)} at ${one.where}${mark(one)}`,
  );
  return `“${title}”${of}, ${[dated, ...(published.length > 0 ? published : ['its publication is not recorded'])].join('; ')}`;
}

function sayOnClock(date: PreciseDate, clock: StatutoryClock | undefined): string {
  const isDay = clock !== undefined && date.precision === 'day' && date.from !== undefined;
  return `${sayPreciseDate(date)}${isDay ? ` (${sayDayOf(clock, date.from)})` : ''}`;
}
