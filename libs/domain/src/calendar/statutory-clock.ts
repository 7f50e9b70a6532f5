/**
 * A statutory clock counts calendar days, never hours: the day it starts on is day 1, weekends and holidays count, and
 * nothing moves its last day.
 */

import { addDays, type CivilDate, daysBetween, sayDate } from './civil-date.ts';

/** A clock as data, so that another law's clock is other values and not other code. */
export interface StatutoryClock {
  readonly kind: 's55';
  readonly startsOn: CivilDate;
  readonly lengthDays: number;
  /** `inclusive`: the day it starts on is day 1. */
  readonly counting: 'inclusive';
  readonly extendable: boolean;
}

/**
 * The clock of section 55(5A) of the Police Act 1996: comments are published "before the end of the period of 56 days
 * beginning with the day on which the report is published".
 */
export function section55Clock(publishedOn: CivilDate): StatutoryClock {
  return { kind: 's55', startsOn: publishedOn, lengthDays: 56, counting: 'inclusive', extendable: false };
}

/** The last day that is still in time: publication + 55 for section 55. */
export function lastDay(clock: StatutoryClock): CivilDate {
  return addDays(clock.startsOn, clock.lengthDays - 1);
}

/** Which day of the clock a date is: 1 on the day it starts, 0 or less before it, more than its length when late. */
export function dayOf(clock: StatutoryClock, date: CivilDate): number {
  return daysBetween(clock.startsOn, date) + 1;
}

/** "day 55 of 56", "day 71, late by 15", or when it has yet to begin. */
export function sayDayOf(clock: StatutoryClock, date: CivilDate): string {
  const day = dayOf(clock, date);
  if (day < 1) return `begins on ${sayDate(clock.startsOn)}`;
  const late = day - clock.lengthDays;
  return late > 0 ? `day ${String(day)}, late by ${String(late)}` : `day ${String(day)} of ${String(clock.lengthDays)}`;
}
