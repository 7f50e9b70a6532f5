import { describe, expect, it } from '@jest/globals';
import { addDays } from './civil-date.ts';
import { dayInLondon, endOfDayInLondon, sayInstant } from './london.ts';

/** The system's own knowledge of time zones, as a second witness. */
const witness = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const witnessed = (instant: string): string => witness.format(new Date(instant));

describe('The day in London', () => {
  it('begins and ends when the system says so, on every day from 2000 to 2040', () => {
    const wrong: string[] = [];
    for (let day = '2000-01-01'; day <= '2040-12-31'; day = addDays(day, 1)) {
      const [end, next] = [endOfDayInLondon(day), addDays(day, 1)];
      const last = new Date(Date.parse(end) - 1).toISOString();
      const isRight =
        end === new Date(end).toISOString() &&
        [dayInLondon(end), witnessed(end)].every((read) => read === next) &&
        [dayInLondon(last), witnessed(last)].every((read) => read === day);
      if (!isRight) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('is the system’s at every hour of the days on which the clocks may change, from 2000 to 2040', () => {
    const wrong: string[] = [];
    for (let year = 2000; year <= 2040; year++) {
      for (const month of ['03', '10']) {
        for (let hour = 0; hour < 8 * 24; hour++) {
          const day = `${String(year)}-${month}-${String(24 + Math.floor(hour / 24))}`;
          const instant = `${day}T${String(hour % 24).padStart(2, '0')}:30:00.000Z`;
          if (dayInLondon(instant) !== witnessed(instant)) wrong.push(instant);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has 23 hours in spring and 25 in autumn', () => {
    const hours = (day: string): number =>
      (Date.parse(endOfDayInLondon(day)) - Date.parse(endOfDayInLondon(addDays(day, -1)))) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-03-30')]).toEqual([24, 23, 24]);
    expect([hours('2026-10-24'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([24, 25, 24]);
  });

  it.each([
    ['2026-04-30', '2026-04-30T23:00:00.000Z'],
    ['2025-12-31', '2026-01-01T00:00:00.000Z'],
    ['2021-03-27', '2021-03-28T00:00:00.000Z'],
    ['2021-03-28', '2021-03-28T23:00:00.000Z'],
    ['2021-10-30', '2021-10-30T23:00:00.000Z'],
    ['2021-10-31', '2021-11-01T00:00:00.000Z'],
  ])('%s ends at %s', (day, instant) => expect(endOfDayInLondon(day)).toBe(instant));

  it.each([
    ['2026-02-10T09:00:00.000Z', '2026-02-10'],
    ['2026-06-30T22:59:59.999Z', '2026-06-30'],
    ['2026-06-30T23:00Z', '2026-07-01'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
  ])('at %s it is %s', (instant, day) => expect(dayInLondon(instant)).toBe(day));

  it.each(['2026-02-10', '2026-02-10T09:00:00+01:00', '2026-02-10T09:00:00', 'yesterday'])(
    'is not told of what is no instant in UTC: %s',
    (text) => expect(() => dayInLondon(text)).toThrow('Not an instant in UTC'),
  );
});

describe('A time in London', () => {
  const clocks = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });
  const named = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' });

  it('is what the system’s clocks show in every half hour of the weeks in which they change, from 2000 to 2040', () => {
    const wrong: string[] = [];
    const twice: string[] = [];
    for (let year = 2000; year <= 2040; year++) {
      for (const month of [3, 10]) {
        for (let at = Date.UTC(year, month - 1, 24); at < Date.UTC(year, month, 1); at += 1_800_000) {
          const instant = new Date(at).toISOString();
          const said = sayInstant(instant);
          const [, time = '', name] = /^(.*?)(?: (GMT|BST))?$/.exec(said) ?? [];
          if (time !== clocks.format(new Date(at))) wrong.push(said);
          if (name === undefined) continue;
          twice.push(said);
          if (!named.format(new Date(at)).endsWith(name)) wrong.push(said);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(twice).toHaveLength(41 * 4);
    // No two instants are told alike.
    expect(new Set(twice).size).toBe(41 * 4);
  });

  it.each([
    ['2026-02-05T10:03:59.999Z', '5 February 2026 at 10:03'],
    ['2026-07-31T23:30:00.000Z', '1 August 2026 at 00:30'],
    ['2026-10-24T23:59:00.000Z', '25 October 2026 at 00:59'],
    ['2026-10-25T00:30:00.000Z', '25 October 2026 at 01:30 BST'],
    ['2026-10-25T01:30:00.000Z', '25 October 2026 at 01:30 GMT'],
    ['2026-10-25T02:00:00.000Z', '25 October 2026 at 02:00'],
    ['2026-03-29T00:59:00.000Z', '29 March 2026 at 00:59'],
    ['2026-03-29T01:00:00.000Z', '29 March 2026 at 02:00'],
    ['2027-01-01T00:00:00.000Z', '1 January 2027 at 00:00'],
  ])('is told at %s as %s', (instant, said) => expect(sayInstant(instant)).toBe(said));

  it('is not told of what is no instant', () => {
    expect(() => sayInstant('soon')).toThrow('Not an instant in UTC');
  });
});
