import { describe, expect, it } from '@jest/globals';
import { readDeadline } from './deadline.ts';

describe('A deadline as printed', () => {
  it.each([
    ['By 30 April 2026', '2026-04-30'],
    ['By 31 December 2025', '2025-12-31'],
    ['By 30 April 2026, chief constables should', '2026-04-30'],
    ['no later than April 30th, 2026', '2026-04-30'],
    ['2026-04-30', '2026-04-30'],
    ['By 30 April 2026, that is 2026-04-30', '2026-04-30'],
  ])('“%s” names the day %s', (asPrinted, date) => {
    expect(readDeadline(asPrinted)).toEqual({ asPrinted, date });
  });

  it.each(['in due course', 'swiftly', 'By April 2026', 'within 12 months', 'in the financial year 2025 to 2026'])(
    '“%s” names no day and is kept as printed',
    (asPrinted) => {
      expect(readDeadline(asPrinted)).toEqual({ asPrinted });
    },
  );

  it.each(['By 31 April 2026', 'By 30 Aprl 2026', 'By 31 December 2025 or 30 April 2026'])(
    '“%s” is refused rather than lost',
    (asPrinted) => {
      expect(readDeadline(asPrinted)).toMatchObject({
        code: 'deadline-unclear',
        sentence: `The deadline “${asPrinted}” doesn’t name one day that can be read: write it like “By 30 April 2026”.`,
      });
    },
  );
});
