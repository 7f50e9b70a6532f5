import { describe, expect, it } from '@jest/globals';
import { dateUnclear } from './date-unclear.ts';

describe('A date in a command', () => {
  it('is refused with the reason when it can’t be read', () => {
    expect(dateUnclear('31 February 2026')).toMatchObject({
      refused: true,
      code: 'date-unclear',
      sentence: '“31 February 2026” is not a day in the calendar. Check the day and the year.',
    });
  });

  it.each(['in 2025', 'unknown', undefined])('is let through when it can be read, or is not given: %s', (expression) =>
    expect(dateUnclear(expression)).toBeUndefined(),
  );
});
