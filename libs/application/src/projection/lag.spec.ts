import { describe, expect, it } from '@jest/globals';
import { Lag } from './lag.ts';

const lag = (): Lag => new Lag((a, b) => Number(a) - Number(b));

describe('The lag of the lists', () => {
  it('is nothing while they hold all that the log holds', () => {
    const measured = lag();
    expect(measured.measure('5', '5', 0)).toBe(0);
    expect(measured.measure('5', '5', 60_000)).toBe(0);
  });

  it('grows while they stand still behind the log', () => {
    const measured = lag();
    expect(measured.measure('5', '4', 1_000)).toBe(0);
    expect(measured.measure('9', '4', 31_000)).toBe(30_000);
  });

  it('counts from nothing when they have not begun', () => {
    const measured = lag();
    expect(measured.measure('5', undefined, 1_000)).toBe(0);
    expect(measured.measure('5', undefined, 3_000)).toBe(2_000);
  });

  it('stays small while they follow a log that is always written to', () => {
    const measured = lag();
    for (let second = 0; second < 60; second += 1) {
      expect(measured.measure(String(second + 1), String(second), second * 1_000)).toBeLessThanOrEqual(1_000);
    }
  });
});
