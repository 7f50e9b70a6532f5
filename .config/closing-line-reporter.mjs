/** What a run amounts to, in one line. A suite that could not be loaded counts as a failure. */
export function closingLine(results) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Ends the output of Jest with the closing line, and fails a run in which nothing was tested. */
export default class ClosingLineReporter {
  #line;
  #error;

  onRunStart() {
    // At the very end, because Jest still writes its own summary and warnings after the reporters are done.
    if (this.#line === undefined) process.once('exit', () => process.stdout.write(`${this.#line}\n`));
    this.#line = 'The run was broken off.';
  }

  onRunComplete(_contexts, results) {
    this.#line = closingLine(results);
    if (results.numPassedTests + results.numFailedTests === 0) this.#error = new Error('No test was run.');
  }

  getLastError() {
    return this.#error;
  }
}
