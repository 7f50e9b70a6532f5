/** What a worker says while it runs, to stderr: one line of JSON each, in the form of a web process. */

import type { LoggerService } from '@nestjs/common';

export function say(level: 'info' | 'warn' | 'error', message: string): void {
  process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), msg: message })}\n`);
}

/** What Nest itself has to say: only what went wrong. */
export const nestLog: LoggerService = {
  log: () => undefined,
  warn: (message: unknown) => say('warn', String(message)),
  error: (message: unknown) => say('error', String(message)),
  fatal: (message: unknown) => say('error', String(message)),
};
