import { describe, expect, it } from '@jest/globals';
import { isAmong, printedNumber, readNumbers } from './numbers.ts';

describe('The numbers a report prints', () => {
  it.each([
    ['4-8 and 10', [4, 8], [10, 10]],
    ['4–8, 10', [4, 8], [10, 10]],
    ['4 to 8, and 10', [4, 8], [10, 10]],
    [' 10 and 4 - 8 ', [4, 8], [10, 10]],
    ['6', [6, 6]],
    ['4, 5 and 6', [4, 4], [5, 5], [6, 6]],
  ])('are read from “%s”', (text, ...ranges) => {
    expect(readNumbers(text)).toEqual(ranges.map(([from, to]) => ({ from, to })));
  });

  it.each(['', 'some', '8-4', '4-8 and 6', '4 and 4', '0', '4-', '4 8', 'R4-R8', '4-8 but not 6', '12345'])(
    'can’t be read from “%s”',
    (text) => {
      expect(readNumbers(text)).toBeUndefined();
    },
  );

  it.each([
    ['Recommendation 1', 1],
    ['1)', 1],
    ['Area for improvement 12', 12],
    ['A Whole System Approach', undefined],
    [undefined, undefined],
  ])('are borne by a label: “%s” bears %s', (label, number) => {
    expect(printedNumber(label)).toBe(number);
  });

  it('include both ends of a range', () => {
    const ranges = readNumbers('4-8 and 10') ?? [];
    expect([3, 4, 8, 9, 10, 11].filter((number) => isAmong(ranges, number))).toEqual([4, 8, 10]);
  });
});
