/**
 * When it is which day in London. "By 30 April 2026" includes that day, to its end in Europe/London.
 *
 * The United Kingdom is one hour ahead of UTC from the last Sunday of March to the last Sunday of October, and changes
 * at 01:00 UTC on both days (Summer Time Order 2002; Directive 2000/84/EC). October's rule holds since 1996, so these
 * functions are right for instants from 1996 on: every record is younger than that.
 */

import { addDays, type CivilDate, partsOf, sayDate, weekday } from './civil-date.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z$/;

/** The day it is in London at an instant, given as ISO 8601 in UTC (`2026-03-28T23:30:00.000Z`). @throws on another form */
export function dayInLondon(instant: string): CivilDate {
  const [, day, hour] = INSTANT.exec(instant) ?? [];
  if (day === undefined) throw new Error(`Not an instant in UTC: ${instant}`);
  return hour === '23' && endsInSummerTime(day) ? addDays(day, 1) : day;
}

/**
 * What clocks in London show at an instant (ISO 8601, UTC): "5 February 2026 at 10:03"; in the hour that comes twice
 * when the clocks go back, with the name of the time: "25 October 2026 at 01:30 BST", then "… at 01:30 GMT".
 * @throws on another form
 */
export function sayInstant(instant: string): string {
  const day = dayInLondon(instant);
  const [, utcDay = '', utcHour = '', minute = ''] = INSTANT.exec(instant) ?? [];
  const isSummer = isSummerTime(utcDay, Number(utcHour));
  const hour = (Number(utcHour) + (isSummer ? 1 : 0)) % 24;
  const isTwice = hour === 1 && endsInSummerTime(addDays(day, -1)) && !endsInSummerTime(day);
  const name = isTwice ? ` ${isSummer ? 'BST' : 'GMT'}` : '';
  return `${sayDate(day)} at ${String(hour).padStart(2, '0')}:${minute}${name}`;
}

/** Whether London is an hour ahead in an hour of a day, both in UTC: before the change at 01:00, as on the day before. */
function isSummerTime(utcDay: CivilDate, utcHour: number): boolean {
  return endsInSummerTime(utcHour < 1 ? addDays(utcDay, -1) : utcDay);
}

/** The first instant after the day in London, as ISO 8601 in UTC (`2026-04-30T23:00:00.000Z`): an exclusive end. */
export function endOfDayInLondon(date: CivilDate): string {
  return endsInSummerTime(date) ? `${date}T23:00:00.000Z` : `${addDays(date, 1)}T00:00:00.000Z`;
}

/** Whether London is an hour ahead at 23:00 UTC. The clocks change at 01:00 UTC, so the day of the change has changed. */
function endsInSummerTime(date: CivilDate): boolean {
  const { month, day } = partsOf(date);
  if (month !== 3 && month !== 10) return month > 3 && month < 10;
  // Both months have 31 days. Sunday is 7, and 0 days after itself.
  const lastSunday = 31 - (weekday(`${date.slice(0, 7)}-31`) % 7);
  return day >= lastSunday === (month === 3);
}
