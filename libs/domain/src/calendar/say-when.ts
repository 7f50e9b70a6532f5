/** How a date stands in a sentence: with its preposition, and with the words that printed it where they differ. */

import { type PreciseDate, sayPreciseDate } from './precise-date.ts';

/** "on 16 May 2025", "in June 2025", "in 2025", "on a date not known"; then how it was printed, where that differs. */
export function sayWhen(date: PreciseDate): string {
  const preposition = { day: 'on ', month: 'in ', year: '', unknown: 'on a ' }[date.precision];
  return `${preposition}${sayDated(date)}`;
}

/** "9 February 2025 (printed “09 February 2025”)": the date as it is read, then as printed where that differs. */
export function sayDated(date: PreciseDate): string {
  const read = sayPreciseDate(date);
  // Figures alone are how a date is entered, not how anybody prints one.
  const isPrintedSo = date.precision === 'unknown' || date.asPrinted === read || /^[\d-]+$/.test(date.asPrinted);
  return isPrintedSo ? read : `${read} (printed “${date.asPrinted}”)`;
}
