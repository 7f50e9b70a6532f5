/** One line of JSON a request: what was asked, what came of it, how long it took. Never headers or bodies. */

import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import { pathOf, type Reply, type Request } from './exchange.ts';

const LOG_BUFFER_BYTES = 12_288;
const LOG_FLUSH_MS = 250;
/** What waits beyond this while nothing can be written, as on a full disk, is lost: the record matters, its log less. */
const LOG_WAITING_BYTES_MAX = 1_000_000;

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** To stderr, so that what a person reads at the start is not mixed with what a program reads. */
export function openLog(fd = 2): Log {
  // Several lines at a time, as the traffic gives them; what is left is written when the process ends.
  const lines = destination({
    fd,
    sync: false,
    minLength: LOG_BUFFER_BYTES,
    maxLength: LOG_WAITING_BYTES_MAX,
    periodicFlush: LOG_FLUSH_MS,
  });
  // A line that can't be written must not end the server, and is tried again with the next. What is left when the process
  // ends is then let go: pino would try to write it for ever.
  lines.on('error', () => {
    lines.flushSync = () => undefined;
  });
  return pino(
    { base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    lines,
  );
}

export const silentLog: Log = pino({ level: 'silent' });

export function logRequest(log: Log, request: Request, reply: Reply): void {
  log.info({
    method: request.method,
    path: withoutNames(pathOf(request)),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    id: request.id,
  });
}

/** Everything is named by codes or ids, but people also by their names, which belong nowhere but in their streams. */
export function withoutNames(path: string): string {
  return path.replace(/^(\/[^/]+\/[^/]+\/)([^/]+)/, (whole, before: string, name: string) =>
    decoded(before) === PEOPLE && !ID.test(name) ? `${PEOPLE}…` : whole,
  );
}

const PEOPLE = '/api/people/';
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** As the router reads it, which takes `%70` for a p. */
function decoded(path: string): string {
  return path.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What Nest itself has to say: only what went wrong. */
export function nestLog(log: Log): LoggerService {
  const say = (level: 'warn' | 'error') => (message: unknown) => log[level](String(message));
  return { log: () => undefined, warn: say('warn'), error: say('error'), fatal: say('error') };
}
