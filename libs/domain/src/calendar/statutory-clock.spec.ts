import { describe, expect, it } from '@jest/globals';
import { dayOf, lastDay, sayDayOf, section55Clock } from './statutory-clock.ts';

describe('The section 55 clock', () => {
  it('is data: 56 days, counted from the day of publication itself, not extendable', () => {
    expect(section55Clock('2025-05-16')).toEqual({
      kind: 's55',
      startsOn: '2025-05-16',
      lengthDays: 56,
      counting: 'inclusive',
      extendable: false,
    });
  });

  it.each([
    ['ROCU21', '2021-02-18', '2021-04-14', '2021-04-29', 71, 'day 71, late by 15'],
    ['West Midlands SOC', '2024-05-14', '2024-07-08', '2024-07-09', 57, 'day 57, late by 1'],
    ['OIC', '2025-05-16', '2025-07-10', '2025-06-26', 42, 'day 42 of 56'],
    ['YHSOC, West Yorkshire’s letter', '2025-12-18', '2026-02-11', '2026-02-05', 50, 'day 50 of 56'],
    ['YHSOC, South Yorkshire’s letter', '2025-12-18', '2026-02-11', '2026-02-09', 54, 'day 54 of 56'],
    ['YHSOC on the day after that', '2025-12-18', '2026-02-11', '2026-02-10', 55, 'day 55 of 56'],
  ])('of %s, published on %s, ends on %s, and %s is day %i', (_report, published, last, date, day, words) => {
    const clock = section55Clock(published);
    expect(lastDay(clock)).toBe(last);
    expect(dayOf(clock, date)).toBe(day);
    expect(sayDayOf(clock, date)).toBe(words);
  });

  it('calls the day of publication day 1 and the last day day 56, still in time', () => {
    const clock = section55Clock('2025-05-16');
    expect(sayDayOf(clock, '2025-05-16')).toBe('day 1 of 56');
    expect(sayDayOf(clock, '2025-07-10')).toBe('day 56 of 56');
    expect(sayDayOf(clock, '2025-07-11')).toBe('day 57, late by 1');
  });

  it('counts calendar days across the change of the clocks and a leap day', () => {
    expect(dayOf(section55Clock('2021-02-18'), '2021-03-29')).toBe(40);
    expect(lastDay(section55Clock('2024-02-01'))).toBe('2024-03-27');
  });

  it('says when it begins while the report is yet to be published', () => {
    expect(sayDayOf(section55Clock('2025-12-18'), '2025-12-17')).toBe('begins on 18 December 2025');
    expect(dayOf(section55Clock('2025-12-18'), '2025-12-17')).toBe(0);
  });
});
