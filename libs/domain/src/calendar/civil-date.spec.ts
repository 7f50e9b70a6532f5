import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  civilDate,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isCivilDate,
  isLeapYear,
  partsOf,
  sayDate,
  weekday,
} from './civil-date.ts';

/** Every day from 1 January 1990 on, counted on the fingers. */
function* everyDay(): Generator<{ year: number; month: number; day: number }> {
  for (let year = 1990; year <= 2040; year++) {
    const february = [1992, 1996, 2000, 2004, 2008, 2012, 2016, 2020, 2024, 2028, 2032, 2036, 2040].includes(year)
      ? 29
      : 28;
    for (const [index, days] of [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= days; day++) yield { year, month: index + 1, day };
    }
  }
}

describe('A civil date', () => {
  it('from 1990 to 2040 is the day after the day before it, and has its number and its weekday', () => {
    // 1 January 1990 is 20 years of 365 days and five leap days after 1 January 1970, and was a Monday.
    let number = 20 * 365 + 5;
    let dayOfWeek = 1;
    let before = '1989-12-31';
    const wrong: string[] = [];
    for (const parts of everyDay()) {
      const date = civilDate(parts.year, parts.month, parts.day);
      const isRight =
        isCivilDate(date) &&
        dayNumber(date) === number &&
        fromDayNumber(number) === date &&
        weekday(date) === dayOfWeek &&
        addDays(before, 1) === date &&
        JSON.stringify(partsOf(date)) === JSON.stringify(parts);
      if (!isRight) wrong.push(date);
      number += 1;
      dayOfWeek = (dayOfWeek % 7) + 1;
      before = date;
    }
    expect(wrong).toEqual([]);
    expect(before).toBe('2040-12-31');
  });

  it.each([
    ['2025-02-09', 7],
    ['2026-02-09', 1],
    ['2025-12-31', 3],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1899-12-31', 7],
  ])('%s is day %d of its week', (date, day) => expect(weekday(date)).toBe(day));

  it('can lie before the first of January 1970, and before the first of March of year 0', () => {
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(fromDayNumber(-1)).toBe('1969-12-31');
    expect(fromDayNumber(dayNumber('0000-01-01'))).toBe('0000-01-01');
  });

  it.each([
    ['2025-12-31', -7, '2025-12-24'],
    ['2026-04-30', -60, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-05-16', 55, '2025-07-10'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each(['2025-02-29', '2025-00-10', '2025-13-01', '2025-04-00', '2025-04-31', '1799-12-31', '3000-01-01'])(
    'that does not exist, or lies outside the years 1800 to 2999, is refused: %s',
    (text) => expect(isCivilDate(text)).toBe(false),
  );

  it.each(['2025-6-1', '20250601', ' 2025-06-01', '2025-06-01T00:00', '٢٠٢٥-٠٦-٠١', ''])(
    'has one form only, which is not “%s”',
    (text) => expect(isCivilDate(text)).toBe(false),
  );

  it('exists on both ends of the calendar, and on the leap days of a century', () => {
    expect(['1800-01-01', '2999-12-31', '2000-02-29'].every(isCivilDate)).toBe(true);
    expect(isCivilDate('1900-02-29')).toBe(false);
  });

  it.each([
    [1900, false],
    [2000, true],
    [2024, true],
    [2025, false],
    [2100, false],
    [2400, true],
    [2500, false],
  ])('of %d: that it is a leap year is %s', (year, isLeap) => expect(isLeapYear(year)).toBe(isLeap));

  it('has no days in a month that does not exist', () => {
    expect([daysInMonth(2025, 0), daysInMonth(2025, 13), daysInMonth(2025, 2), daysInMonth(2024, 2)]).toEqual([
      0, 0, 28, 29,
    ]);
  });

  it('is said as GOV.UK writes dates', () => {
    expect(sayDate('2026-04-30')).toBe('30 April 2026');
    expect(sayDate('2025-02-09')).toBe('9 February 2025');
  });
});
