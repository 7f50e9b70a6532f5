import { describe, expect, it } from '@jest/globals';
import ClosingLineReporter, { closingLine } from '../../.config/closing-line-reporter.mjs';

const results = (given: Record<string, number> = {}) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  ...given,
});

describe('The closing line', () => {
  it('says how many passed and how many failed', () => {
    expect(closingLine(results({ numPassedTests: 12, numFailedTests: 3 }))).toBe('12 passed, 3 failed');
  });

  it('says how many were skipped, where something was', () => {
    expect(closingLine(results({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }))).toBe(
      '1 passed, 0 failed, 3 skipped',
    );
  });

  it('counts a suite that could not be loaded as failed', () => {
    expect(closingLine(results({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }))).toBe('5 passed, 1 failed');
  });
});

describe('A run', () => {
  it('in which nothing was tested fails', () => {
    const reporter = new ClosingLineReporter();
    reporter.onRunComplete(undefined, results({ numPendingTests: 4 }));
    expect(reporter.getLastError()).toBeInstanceOf(Error);
  });

  it('in which something was tested is judged by its tests', () => {
    const reporter = new ClosingLineReporter();
    reporter.onRunComplete(undefined, results({ numPassedTests: 1 }));
    expect(reporter.getLastError()).toBeUndefined();
  });
});
