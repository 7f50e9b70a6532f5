import { describe, expect, it } from '@jest/globals';
import { objectionToDate, readDate, readDateIfGiven, readDayOf, sayPreciseDate } from './precise-date.ts';

describe('A date', () => {
  it.each([
    ['09 February 2025', '2025-02-09'],
    ['5th February 2025', '2025-02-05'],
    ['26th June 2025', '2025-06-26'],
    ['April 29th 2021', '2021-04-29'],
    ['April 29th, 2021', '2021-04-29'],
    ['1st May 2024', '2024-05-01'],
    ['2nd May 2024', '2024-05-02'],
    ['3rd Sept 2024', '2024-09-03'],
    ['By 30 April 2026', '2026-04-30'],
    ['by 31 December 2025.', '2025-12-31'],
    ['on 9 Feb 2026', '2026-02-09'],
    ['from 10 May 2021', '2021-05-10'],
    ['29 February 2024', '2024-02-29'],
    ['2025-06-26', '2025-06-26'],
    ['31/05/2025', '2025-05-31'],
    ['1.5.2025', '2025-05-01'],
    ['30 4 2026', '2026-04-30'],
    ['  26\u00a0June\n2025 ', '2025-06-26'],
  ])('that names a day is read as that day: “%s”', (text, day) => {
    expect(readDate(text)).toEqual({ from: day, precision: 'day', asPrinted: text.trim() });
    expect(readDayOf(text)).toBe(day);
    expect(objectionToDate(text)).toBeUndefined();
  });

  it.each([
    ['In July 2021', '2021-07-01', '2021-07-31'],
    ['June 2025', '2025-06-01', '2025-06-30'],
    ['feb 2024', '2024-02-01', '2024-02-29'],
    ['2025-06', '2025-06-01', '2025-06-30'],
  ])('that names a month is the whole month: “%s”', (text, from, to) => {
    expect(readDate(text)).toEqual({ from, to, precision: 'month', asPrinted: text });
    expect(readDayOf(text)).toBeUndefined();
    expect(objectionToDate(text)).toBeUndefined();
  });

  it.each([
    ['in 2025', '2025'],
    ['2017', '2017'],
    ['In 1800', '1800'],
    ['2999', '2999'],
  ])('that names a year is the whole year, never the first of January: “%s”', (text, year) => {
    expect(readDate(text)).toEqual({ from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year', asPrinted: text });
    expect(readDayOf(text)).toBeUndefined();
    expect(objectionToDate(text)).toBeUndefined();
  });

  it.each(['unknown', 'Unknown', ' unknown '])('can be said to be unknown: “%s”', (text) => {
    expect(readDate(text)).toEqual({ precision: 'unknown', asPrinted: text.trim() });
    expect(objectionToDate(text)).toBeUndefined();
  });
});

describe('A date that need not be given', () => {
  it('is read when it is, and stays absent when it is not', () => {
    expect(readDateIfGiven('in 2025')).toEqual(readDate('in 2025'));
    expect(readDateIfGiven(undefined)).toBeUndefined();
  });
});

describe('What is not a date is refused, with a reason', () => {
  it.each([
    '31 February 2026',
    '32 May 2025',
    '29 February 2025',
    '0 May 2025',
    'May 32nd 2025',
    '2025-02-30',
    '2025-13-01',
    'By 31 April 2026',
    '1 May 1799',
    '1 May 3000',
  ])('when there is no such day: “%s”', (text) => {
    expect(objectionToDate(text)).toBeDefined();
    expect(objectionToDate(text)).toBe(`“${text}” is not a day in the calendar. Check the day and the year.`);
  });

  it.each([
    'financial year to December 2025',
    '23/24',
    'YTD 24/25',
    '2024-25',
    '1999-00',
    '25/26',
    '24-28',
    '2021-2024',
    '2021–2024',
    '(at least) a 3-year',
    '10-year drugs plan',
  ])('when it is a period or a length of time: “%s”', (text) => {
    expect(objectionToDate(text)).toBeDefined();
    expect(objectionToDate(text)).toBe(
      `“${text}” is a period or a length of time, not a date. Write the day, month or year it begins or ends.`,
    );
  });

  it.each([
    'launched in 2017',
    'in due course',
    'swiftly',
    'will continue',
    'for some time',
    'quarterly',
    'regularly',
    '12 monthly',
    'Grant round 7 onwards',
    'Following the inspection and ahead of the publication',
    'pending the transition',
    'In the interim',
    'Ju 2025',
    '5 Ju 2025',
    'Smarch 2025',
    '1799',
    'in 3000',
    'before 30 April 2026',
    '26 June 25',
    '',
  ])('when it names no date at all: “%s”', (text) => {
    expect(objectionToDate(text)).toBeDefined();
    expect(objectionToDate(text)).toBe(
      `“${text}” is not a date. Write a day, a month or a year, such as 30 April 2026, June 2025 or 2025, or “unknown”.`,
    );
  });

  it('and is kept as printed all the same', () => {
    expect(readDate(' in due course ')).toEqual({ precision: 'unknown', asPrinted: 'in due course' });
    expect(readDayOf('in due course')).toBeUndefined();
  });
});

describe('A date is said', () => {
  it.each([
    ['By 30 April 2026', '30 April 2026'],
    ['09 February 2025', '9 February 2025'],
    ['In July 2021', 'July 2021'],
    ['2025', 'in 2025'],
    ['unknown', 'date not known'],
    ['Unknown', 'date not known'],
    ['in due course', 'in due course'],
  ])('as precisely as it is known: “%s” is %s', (text, said) => {
    expect(sayPreciseDate(readDate(text))).toBe(said);
  });
});
