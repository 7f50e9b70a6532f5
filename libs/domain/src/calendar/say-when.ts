/** How a date stands in a sentence: with its preposition, and with the words that printed it where they differ. */

import { type PreciseDate, readDate, sayPreciseDate } from './precise-date.ts';

/** "on 16 May 2025", "in June 2025", "in 2025", "on a date not known"; then how it was printed, where that differs. */
export function sayWhen(date: PreciseDate): string {
  const preposition = { day: 'on ', month: 'in ', year: '', unknown: 'on a ' }[date.precision];
  return `${preposition}${sayDated(date)}`;
}

/** "9 February 2025 (printed “09 February 2025”)": the date as it is read, then as printed where that differs. */
export function sayDated(date: PreciseDate): string {
  const read = sayPreciseDate(date);
  return date.precision === 'unknown' || isPrintedSo(date, read) ? read : `${read} (printed “${date.asPrinted}”)`;
}

/** Both values of a corrected date: where they read the same, their words are told, because those are what differs. */
export function sayDatesApart(
  was: PreciseDate | undefined,
  is: PreciseDate | undefined,
): readonly [was: string | undefined, is: string | undefined] {
  const said = [was && sayDated(was), is && sayDated(is)] as const;
  if (was === undefined || is === undefined || said[0] !== said[1] || was.asPrinted === is.asPrinted) return said;
  return [sayInItsWords(was), sayInItsWords(is)];
}

function sayInItsWords(date: PreciseDate): string {
  return `${sayPreciseDate(date)} (in the words “${date.asPrinted}”)`;
}

/** Figures alone are how a date is entered, not how anybody prints one, unless they say another date. */
function isPrintedSo({ asPrinted }: PreciseDate, read: string): boolean {
  return asPrinted === read || (/^[\d-]+$/.test(asPrinted) && sayPreciseDate(readDate(asPrinted)) === read);
}
