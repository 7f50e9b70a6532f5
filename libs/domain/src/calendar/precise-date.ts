/** A date is kept with its precision and as it was printed: "in 2025" is a year, not the first of January. */

import { type CivilDate, civilDate, daysInMonth, isCivilDate, MONTHS, sayDate } from './civil-date.ts';

const DAY_FIRST = /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]+) (?<year>\d{4})$/i;
const MONTH_FIRST = /^(?<month>[a-z]+) (?<day>\d{1,2})(?:st|nd|rd|th)? (?<year>\d{4})$/i;
/** "23/24", "2021-2024", "YTD 24/25", "financial year to December 2025", "3-year". */
const PERIOD = /^(?:ytd )?\d{2,4}[-–/]\d{2,4}$|\byear\b/i;

export type Precision = 'day' | 'month' | 'year' | 'unknown';

export interface PreciseDate {
  /** The first day it can mean; absent when the precision is unknown. */
  readonly from?: CivilDate;
  /** The last day it can mean; absent when it is the same day, or unknown. */
  readonly to?: CivilDate;
  readonly precision: Precision;
  /** The words the source uses. */
  readonly asPrinted: string;
}

/**
 * Reads a date expression: `2025-06-26`, `26 June 2025`, `26th June 2025`, `April 29th 2021`, `By 30 April 2026`,
 * `2025-06`, `June 2025`, `2025`, `in 2025`, `unknown`. Anything else is kept as printed with an unknown precision;
 * callers ask {@link objectionToDate} first.
 */
export function readDate(text: string): PreciseDate {
  const asPrinted = text.trim();
  const words = bare(asPrinted);
  return (
    readDay(words, asPrinted) ??
    readMonth(words, asPrinted) ??
    readYear(words, asPrinted) ?? { precision: 'unknown', asPrinted }
  );
}

/** Reads a date expression where one is given. */
export function readDateIfGiven(text: string | undefined): PreciseDate | undefined {
  return text === undefined ? undefined : readDate(text);
}

/** Why the text is not a date Minutebook can read, as a sentence that says what to write instead. */
export function objectionToDate(text: string): string | undefined {
  const { precision, asPrinted } = readDate(text);
  if (precision !== 'unknown' || asPrinted.toLowerCase() === 'unknown') return undefined;
  const words = bare(asPrinted);
  if (dayNamedBy(words) !== undefined)
    return `“${asPrinted}” is not a day in the calendar. Check the day and the year.`;
  if (PERIOD.test(words))
    return `“${asPrinted}” is a period or a length of time, not a date. Write the day, month or year it begins or ends.`;
  return `“${asPrinted}” is not a date. Write a day, a month or a year, such as 30 April 2026, June 2025 or 2025, or “unknown”.`;
}

/** The day, when the expression means one day. */
export function readDayOf(text: string): CivilDate | undefined {
  const read = readDate(text);
  return read.precision === 'day' ? read.from : undefined;
}

/** "30 April 2026", "June 2025", "in 2025", or the printed words when nothing more is known. */
export function sayPreciseDate(date: PreciseDate): string {
  if (date.from === undefined) return date.asPrinted.toLowerCase() === 'unknown' ? 'date not known' : date.asPrinted;
  const day = sayDate(date.from);
  if (date.precision === 'day') return day;
  if (date.precision === 'month') return day.slice(day.indexOf(' ') + 1);
  return `in ${date.from.slice(0, 4)}`;
}

/** The words that say the date, without the small words before it and the punctuation. */
function bare(asPrinted: string): string {
  return asPrinted
    .replace(/^(by|on|in|from)\s+/i, '')
    .replace(/[,.\s]+/g, ' ')
    .trim();
}

function readDay(words: string, asPrinted: string): PreciseDate | undefined {
  const day = dayNamedBy(words);
  return day !== undefined && isCivilDate(day) ? { from: day, precision: 'day', asPrinted } : undefined;
}

/** What has the form of a day, as `YYYY-MM-DD`, whether or not that day exists. */
function dayNamedBy(words: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return words;
  // In figures the day comes first, as it does everywhere in the United Kingdom.
  const figures = /^(\d{1,2})[/ -](\d{1,2})[/ -](\d{4})$/.exec(words);
  if (figures) return civilDate(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const { day, month, year } = (DAY_FIRST.exec(words) ?? MONTH_FIRST.exec(words))?.groups ?? {};
  const number = monthNumber(month);
  return number === 0 ? undefined : civilDate(Number(year), number, Number(day));
}

function readMonth(words: string, asPrinted: string): PreciseDate | undefined {
  const iso = /^(\d{4})-(\d{2})$/.exec(words);
  const named = /^([a-z]+) (\d{4})$/i.exec(words);
  const year = Number(iso?.[1] ?? named?.[2]);
  const month = iso ? Number(iso[2]) : monthNumber(named?.[1]);
  if (!isYear(year) || month < 1 || month > 12) return undefined;
  return {
    from: civilDate(year, month, 1),
    to: civilDate(year, month, daysInMonth(year, month)),
    precision: 'month',
    asPrinted,
  };
}

function readYear(words: string, asPrinted: string): PreciseDate | undefined {
  const year = /^\d{4}$/.test(words) ? Number(words) : Number.NaN;
  if (!isYear(year)) return undefined;
  return { from: civilDate(year, 1, 1), to: civilDate(year, 12, 31), precision: 'year', asPrinted };
}

/** 1 to 12, or 0 when it is no month. Three letters are enough. */
function monthNumber(name: string | undefined): number {
  if (name === undefined || name.length < 3) return 0;
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase())) + 1;
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1800 && year <= 2999;
}
