import { describe, expect, it } from '@jest/globals';
import { deadlineFrom, sayDeadline } from './deadline.ts';

const printed = (deadlineAsPrinted: string) => deadlineFrom({ deadlineAsPrinted });

describe('A deadline as printed', () => {
  it.each([
    ['By 30 April 2026', '2026-04-30'],
    ['By 31 December 2025', '2025-12-31'],
    ['By 30 April 2026, chief constables should', '2026-04-30'],
    ['Chief constables should, by Thursday 30th of April 2026, review it', '2026-04-30'],
    ['no later than April 30th, 2026', '2026-04-30'],
    ['2026-04-30', '2026-04-30'],
    ['30 April 2026 at the latest', '2026-04-30'],
    ['By 30 April 2026, that is 2026-04-30', '2026-04-30'],
    // The day comes first, as it does everywhere in the United Kingdom.
    ['By 30 Apr. 2026', '2026-04-30'],
    ['30 Sept. 2026', '2026-09-30'],
    ['By 31/12/2025', '2025-12-31'],
    ['By 03/04/2026', '2026-04-03'],
    ['by 1.5.2026', '2026-05-01'],
    ['By the end of December 2025', '2025-12-31'],
    ['end of December 2025', '2025-12-31'],
    ['by the end of February 2028', '2028-02-29'],
    ['By April 2026', '2026-04-30'],
    ['before 1 May 2026', '2026-04-30'],
    ['before March 2026', '2026-02-28'],
    ['on or before 1 May 2026', '2026-05-01'],
  ])('“%s” means the day %s', (asPrinted, date) => {
    expect(printed(asPrinted)).toEqual({ asPrinted, date });
  });

  it.each([
    'in due course',
    'swiftly',
    'within 6 months',
    'within six months of 16 May 2025',
    'from 1 May 2026',
    '1 May 2026 onwards',
    'not earlier than 1 May 2026',
    'starting on 1 May 2026',
    'in April 2026',
    'by early April 2026',
    'by spring 2026',
    'by 2026',
    'by the end of 2026',
    'in the financial year 2025 to 2026',
    'by the end of the financial year 2025/26',
  ])('“%s” has no day that can be read from it, and says so', (asPrinted) => {
    expect(printed(asPrinted)).toEqual({ asPrinted });
    expect(sayDeadline({ asPrinted })).toBe(`“${asPrinted}” (no day can be read from it)`);
  });

  const unclear = [
    'By 31 April 2026',
    'By 30 Aprl 2026',
    'By 31/12/25',
    'By 30 April',
    'by April 30th, at the latest',
    'By Friday 30 April 2026',
    'By 31 December 2025 or 30 April 2026',
    'Between 1 May 2026 and 30 June 2026',
  ];

  it.each(unclear)('“%s” is asked about rather than lost or guessed', (asPrinted) => {
    expect(printed(asPrinted)).toMatchObject({
      code: 'deadline-unclear',
      sentence: `The deadline “${asPrinted}” seems to name a day, and no single day can be read from it. Keep the words as they are printed, and say which day they mean (deadlineOn) or that they mean none (noDeadlineDay).`,
    });
  });

  it.each([...unclear, 'in due course'])('“%s” is kept as printed beside the day that is stated', (asPrinted) => {
    const deadline = { asPrinted, date: '2026-04-30', dayStated: true } as const;
    expect(deadlineFrom({ deadlineAsPrinted: asPrinted, deadlineOn: '30 April 2026' })).toEqual(deadline);
    expect(sayDeadline(deadline)).toBe(
      `30 April 2026 (printed “${asPrinted}”; the day is stated by who recorded it, not read from those words)`,
    );
  });

  it('can be said to mean no day', () => {
    const deadline = { asPrinted: 'By 31 April 2026', dayStated: true } as const;
    expect(deadlineFrom({ deadlineAsPrinted: deadline.asPrinted, noDeadlineDay: true })).toEqual(deadline);
    expect(sayDeadline(deadline)).toBe('“By 31 April 2026” (which is said to mean no day)');
  });

  it('takes a day for words that were recorded before', () => {
    expect(deadlineFrom({ deadlineOn: '30 April 2026' }, 'in due course')).toEqual({
      asPrinted: 'in due course',
      date: '2026-04-30',
      dayStated: true,
    });
    expect(deadlineFrom({}, 'in due course')).toBeUndefined();
  });

  it('can’t mean another day than the one it names, nor a month, nor both a day and none', () => {
    const deadlineAsPrinted = 'By 30 April 2026';
    expect(deadlineFrom({ deadlineAsPrinted, deadlineOn: '2026-04-30' })).toEqual(printed(deadlineAsPrinted));
    expect(deadlineFrom({ deadlineAsPrinted, deadlineOn: '1 May 2026' })).toMatchObject({
      code: 'deadline-differs',
      sentence:
        'The deadline “By 30 April 2026” means 30 April 2026, not 1 May 2026: leave the day out, or check the words against the report.',
    });
    expect(deadlineFrom({ deadlineAsPrinted: 'soon', deadlineOn: 'May 2026' })).toMatchObject({
      code: 'deadline-unclear',
    });
    expect(deadlineFrom({ deadlineAsPrinted, deadlineOn: '2026-04-30', noDeadlineDay: true })).toMatchObject({
      code: 'deadline-unclear',
    });
  });

  it('needs the printed words', () => {
    expect(deadlineFrom({ deadlineOn: '2026-04-30' })).toMatchObject({ code: 'deadline-not-printed' });
    expect(deadlineFrom({ noDeadlineDay: true })).toMatchObject({ code: 'deadline-not-printed' });
    expect(deadlineFrom({})).toBeUndefined();
  });
});
