/**
 * What somebody has recorded or seen is not gone from what they see next, whichever process answers: a cookie tells the
 * next one how far into the log its lists must have come.
 */

import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Projection } from '#application';
import type { EventStore } from '#event-store';
import { cookieIn } from './cookies.ts';
import { pathOf } from './exchange.ts';

const COOKIE = 'minutebook-seen';
const VALUE = /^[0-9]{1,20}(?:\/[0-9]{1,20})?$/;
/** By then the lists of every process that is ready have come there. */
const KEPT_SECONDS = 60;
const SHOW_NOTHING = /^\/(?:health|assets)\//;

export function keepWhatWasSeen(adapter: FastifyAdapter, store: EventStore, projection: Projection): void {
  const server = adapter.getInstance();
  server.addHook('onRequest', async ({ method, url, headers }) => {
    const seen = seenIn(headers.cookie);
    if (method !== 'GET' || seen === undefined || SHOW_NOTHING.test(pathOf({ url }))) return;
    // For a bounded time: then what is shown says itself that it may be behind.
    await projection.reached(seen);
  });
  server.addHook('onSend', async ({ url, headers }, reply) => {
    const { furthest } = projection;
    const seen = seenIn(headers.cookie);
    if (furthest === undefined || SHOW_NOTHING.test(pathOf({ url }))) return;
    if (seen !== undefined && store.compare(furthest, seen) <= 0) return;
    reply.header(
      'set-cookie',
      `${COOKIE}=${furthest}; Path=/; Max-Age=${String(KEPT_SECONDS)}; HttpOnly; SameSite=Strict`,
    );
  });
}

function seenIn(header: string | undefined): string | undefined {
  const value = cookieIn(header, COOKIE);
  return value !== undefined && VALUE.test(value) ? value : undefined;
}
