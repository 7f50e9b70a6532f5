/**
 * The numbers a report prints beside its findings. Numbering may jump ("4-8 and 10" are not for policing), and a number
 * printed on a finding that we hold is never among those.
 */

import type { NumberRange } from './report.events.ts';

/** The ranges that "4-8 and 10", "4 to 8, 10" or "6" mean; undefined when the text can't be read as numbers, each once. */
export function readNumbers(text: string): NumberRange[] | undefined {
  const ranges = text
    .trim()
    .split(/\s*,\s*and\s+|\s*,\s*|\s+and\s+/)
    .map(readRange);
  const read = ranges.filter((range) => range !== undefined).sort((a, b) => a.from - b.from);
  const isClear =
    read.length === ranges.length && read.every((range, index) => range.from > (read[index - 1]?.to ?? 0));
  return isClear ? read : undefined;
}

function readRange(text: string): NumberRange | undefined {
  const match = /^(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return to >= from ? { from, to } : undefined;
}

/** The number a printed label bears: 1 for "Recommendation 1"; undefined when it bears none. */
export function printedNumber(label: string | undefined): number | undefined {
  const digits = /\d+/.exec(label ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

export function isAmong(ranges: readonly NumberRange[], number: number): boolean {
  return ranges.some((range) => range.from <= number && number <= range.to);
}
