/** The day is read from a deadline as it is printed; a phrase that names no day, such as "in due course", has none. */

import type { CivilDate } from '../calendar/civil-date.ts';
import { readDayOf } from '../calendar/precise-date.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import type { Deadline } from '../recommendation/recommendation.events.ts';

const DAY =
  /\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9},?\s+\d{4}|[a-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/gi;

/** A deadline that is lost reminds nobody, so a phrase that seems to name a day must name exactly one that exists. */
export function readDeadline(asPrinted: string): Deadline | Refusal {
  const days = new Set<CivilDate | undefined>((asPrinted.match(DAY) ?? []).map(readDayOf));
  const [date] = days;
  if (days.size > 1 || days.has(undefined)) {
    return refuse(
      'deadline-unclear',
      `The deadline “${asPrinted}” doesn’t name one day that can be read: write it like “By 30 April 2026”.`,
    );
  }
  return stated({ asPrinted, date });
}
