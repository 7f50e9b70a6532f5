import { describe, expect, it } from '@jest/globals';
import { readDate, readDateIfGiven } from './precise-date.ts';
import { sayDated, sayDatesApart, sayWhen } from './say-when.ts';

describe('A date in a sentence', () => {
  it.each([
    ['2025-05-16', 'on 16 May 2025'],
    ['16 May 2025', 'on 16 May 2025'],
    ['5th February 2025', 'on 5 February 2025 (printed “5th February 2025”)'],
    ['June 2025', 'in June 2025'],
    ['in 2025', 'in 2025'],
    ['2025', 'in 2025'],
    ['2025-06', 'in June 2025'],
    ['By 30 April 2026', 'on 30 April 2026 (printed “By 30 April 2026”)'],
    ['unknown', 'on a date not known'],
  ])('%s reads: %s', (expression, sentence) => {
    expect(sayWhen(readDate(expression))).toBe(sentence);
  });

  it('keeps the words that printed it where they differ', () => {
    expect(sayDated(readDate('09 February 2025'))).toBe('9 February 2025 (printed “09 February 2025”)');
    expect(sayDated(readDate('9 February 2026'))).toBe('9 February 2026');
  });

  it('tells figures that print another date', () => {
    expect(sayDated({ ...readDate('16 May 2025'), asPrinted: '2024-05-16' })).toBe(
      '16 May 2025 (printed “2024-05-16”)',
    );
  });

  it('tells both words of a correction where they read the same', () => {
    const apart = (was: string | undefined, is: string | undefined) =>
      sayDatesApart(readDateIfGiven(was), readDateIfGiven(is));
    expect(apart('2025-05-16', '16 May 2025')).toEqual([
      '16 May 2025 (in the words “2025-05-16”)',
      '16 May 2025 (in the words “16 May 2025”)',
    ]);
    expect(apart('15 May 2025', '16 May 2025')).toEqual(['15 May 2025', '16 May 2025']);
    expect(apart('16 May 2025', '16 May 2025')).toEqual(['16 May 2025', '16 May 2025']);
    expect(apart('16 May 2025', undefined)).toEqual(['16 May 2025', undefined]);
    expect(apart(undefined, '16 May 2025')).toEqual([undefined, '16 May 2025']);
  });
});
