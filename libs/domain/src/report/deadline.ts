/** The day is read from a deadline as it is printed; a phrase from which none can be read, such as "in due course", has none. */

import { addDays, type CivilDate, sayDate, weekday } from '../calendar/civil-date.ts';
import { readDate, readDayOf } from '../calendar/precise-date.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import { quote } from '../narrative.ts';
import type { Deadline } from '../recommendation/recommendation.events.ts';

/** What is said of a deadline. The printed words are never changed to make a day of them. */
export interface DescribedDeadline {
  /** "By 30 April 2026": the day is read from it. */
  readonly deadlineAsPrinted?: string;
  /** The day that is meant, as a date expression, where none can be read from the printed words. */
  readonly deadlineOn?: string;
  /** The printed words mean no day, although they seem to name one. */
  readonly noDeadlineDay?: boolean;
}

/**
 * What is recorded of a deadline; undefined when nothing is said of it. A deadline that is lost reminds nobody, so where
 * the words seem to name a day that can't be read, the person must say which day is meant, or that none is.
 * @param standing the printed words as they were recorded, where only their day is given
 */
export function deadlineFrom(said: DescribedDeadline, standing?: string): Deadline | Refusal | undefined {
  const { deadlineOn, noDeadlineDay = false } = said;
  const saysDay = deadlineOn !== undefined || noDeadlineDay;
  const asPrinted = said.deadlineAsPrinted ?? (saysDay ? standing : undefined);
  if (asPrinted === undefined) {
    return saysDay
      ? refuse('deadline-not-printed', 'Give the words in which the report prints the deadline, too.')
      : undefined;
  }
  if (deadlineOn !== undefined && noDeadlineDay) {
    return refuse('deadline-unclear', 'Either the deadline means a day or it means none: say one of the two.');
  }
  if (noDeadlineDay) return { asPrinted, dayStated: true };
  const read = readDeadline(asPrinted);
  if (deadlineOn === undefined) {
    if (read !== 'unclear') return stated({ asPrinted, date: read.day });
    return refuse(
      'deadline-unclear',
      `The deadline “${asPrinted}” seems to name a day, and no single day can be read from it. Keep the words as they are printed, and say which day they mean (deadlineOn) or that they mean none (noDeadlineDay).`,
    );
  }
  const date = readDayOf(deadlineOn);
  if (date === undefined) {
    return refuse(
      'deadline-unclear',
      `“${deadlineOn}” is not one day. Write the day that is meant, such as 30 April 2026.`,
    );
  }
  if (read === 'unclear' || read.day === undefined) return { asPrinted, date, dayStated: true };
  if (read.day !== date) {
    return refuse(
      'deadline-differs',
      `The deadline “${asPrinted}” means ${sayDate(read.day)}, not ${sayDate(date)}: leave the day out, or check the words against the report.`,
    );
  }
  return { asPrinted, date };
}

/** "30 April 2026 (printed “By 30 April 2026”)", or the printed words and that no day can be read from them. */
export function sayDeadline({ asPrinted, date, dayStated }: Deadline): string {
  if (date === undefined) {
    return `${quote(asPrinted)} (${dayStated ? 'which is said to mean no day' : 'no day can be read from it'})`;
  }
  const printed = `printed ${quote(asPrinted)}`;
  return `${sayDate(date)} (${dayStated ? `${printed}; the day is stated by who recorded it, not read from those words` : printed})`;
}

/** What has the form of a day, whether or not there is one, and of a month with its year. */
const NAMED = new RegExp(
  String.raw`(?<![\d/])(?:${[
    String.raw`(?<day>\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`,
    String.raw`\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9},?\s+\d{4}`,
    String.raw`[a-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})`,
    String.raw`(?<month>[a-z]{3,9},?\s+\d{4})`,
  ].join('|')})(?![\d/])`,
  'gi',
);

/** A day and a month; whether a year follows is for {@link NAMED} to say. */
const DAY_OF_MONTH =
  /(?<![\d/.-])(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}|[a-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)?)\b/gi;

/** Without their “day”, by their number. */
const WEEKDAYS = ['', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];

/** Words after which a day is no deadline: something begins on it, or is counted from it. */
const COUNTED_FROM = /\b(?:from|after|since|between|within|starting|beginning|commencing|following|earlier)\b/;

/** The day by which the words ask for something, if they name one; unclear when they seem to and none can be singled out. */
export function readDeadline(printed: string): { readonly day?: CivilDate | undefined } | 'unclear' {
  // "30 Apr. 2026"
  const asPrinted = printed.replace(/\b([a-z]{3,4})\.(?=,?\s+\d)/gi, '$1');
  const found = new Map<string, CivilDate | undefined>();
  for (const match of asPrinted.matchAll(NAMED)) {
    const named = readDate(match[0].replace(/\s+of\s+/i, ' '));
    const { from, to = from, precision } = named;
    if (match.groups?.['day'] !== undefined && precision !== 'day') return 'unclear';
    // "Spring 2026" has the form of a month and is none.
    if (from === undefined || to === undefined) continue;
    const before = asPrinted.slice(0, match.index);
    const after = asPrinted.slice(match.index + match[0].length);
    if (precision === 'day' && isOfAnotherWeekday(before, from)) return 'unclear';
    const key = `${from} ${to}`;
    found.set(key, found.get(key) ?? dayMeant(before, { from, to }, after));
  }
  if (found.size > 1 || (found.size === 0 && namesDayWithoutYear(asPrinted))) return 'unclear';
  return { day: [...found.values()][0] };
}

/** "By Friday" before a Thursday: one of the two is a slip. */
function isOfAnotherWeekday(before: string, day: CivilDate): boolean {
  const named = /\b(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?$/i.exec(before)?.[1];
  return named !== undefined && WEEKDAYS[weekday(day)] !== named.toLowerCase();
}

/** "By 30 April": in a leap year or not, there is such a day. */
function namesDayWithoutYear(words: string): boolean {
  return [...words.matchAll(DAY_OF_MONTH)].some(
    ([day]) => readDate(`${day.replace(/\s+of\s+/i, ' ')} 2024`).precision === 'day',
  );
}

/** The last day that will do, by the words around a day or a month; undefined when these make no deadline of it. */
function dayMeant(
  before: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
  after: string,
): CivilDate | undefined {
  const words = before
    .toLowerCase()
    .replace(/[\s,:“"(]+/g, ' ')
    .replace(/(?:mon|tues|wednes|thurs|fri|satur|sun)day $/, '')
    .replace(/ the $/, ' ')
    .trim();
  if (COUNTED_FROM.test(words)) return undefined;
  if (/\bend of$/.test(words)) return to;
  if (/\bbefore$/.test(words) && !/\bon or before$/.test(words)) return addDays(from, -1);
  if (/\b(?:by|later than|until|on or before)$/.test(words)) return to;
  // A month in which something is due is no day; a day alone is, unless more is said of it.
  if (from !== to) return undefined;
  const isAlone = words === '' && /^[\s.,;)”"]*(?:at the latest)?[\s.]*$/i.test(after);
  return isAlone || /\b(?:on|due)$/.test(words) ? to : undefined;
}
