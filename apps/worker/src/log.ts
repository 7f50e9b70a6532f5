/** What a worker says while it runs, to stderr: one line of JSON each, in the form of a web process. */

import type { LoggerService } from '@nestjs/common';

/** Only what went wrong. */
export const workerLog: LoggerService = {
  log: () => undefined,
  warn: say('warn'),
  error: say('error'),
  fatal: say('error'),
};

function say(level: 'warn' | 'error'): (message: unknown) => void {
  return (message) => {
    process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), msg: String(message) })}\n`);
  };
}
