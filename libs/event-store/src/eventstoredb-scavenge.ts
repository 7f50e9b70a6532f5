/** Has every node of an event store give back the space of what was deleted, which is when it is gone for good. */
import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from './event-store.ts';
import { type Answer, ask, nodesOf } from './eventstoredb-http.ts';
import type { Endpoint, EventStoreDbSettings } from './eventstoredb-settings.ts';

const pollMs = { first: 25, most: 1_000 };

/** What the server tells in its own streams. */
export interface Telling {
  /** Where its log ends now. */
  end(): Promise<bigint>;
  /** Where the newest point lies that a node was scavenged to, or is going to be; nothing before the first. */
  newestPoint(): Promise<bigint | undefined>;
  /** What a scavenge ended with, or nothing while it runs. */
  resultOf(scavengeId: string): Promise<string | undefined>;
}

/** A scavenge that was broken off before goes on to its own point first. */
const timesMax = 3;

/**
 * Ends when every node has been scavenged to a point after all that is deleted by now.
 *
 * One scavenge may not do. It goes to the newest point that any node has set, and sets another only when it has been there:
 * in a cluster that may be one from before. And nodes that set a point at the same time hinder each other, so they take
 * turns.
 * @throws {LogUnavailable}
 */
export async function scavenge(settings: EventStoreDbSettings, server: Telling, signal: AbortSignal): Promise<void> {
  const nodes = await nodesToScavenge(settings);
  const deleted = await server.end();
  for (const node of nodes) {
    for (let times = 0; times === 0 || ((await server.newestPoint()) ?? -1n) <= deleted; times += 1) {
      if (times === timesMax) {
        throw new LogUnavailable('The event store was scavenged and not to where its log ends. Erase it again.');
      }
      await scavengeOnce(settings, node, server, signal);
    }
  }
  // The point is there, but a node may have been on its way to one before it.
  if (nodes.length > 1) for (const node of nodes) await scavengeOnce(settings, node, server, signal);
}

async function scavengeOnce(
  settings: EventStoreDbSettings,
  node: Endpoint,
  server: Telling,
  signal: AbortSignal,
): Promise<void> {
  const scavengeId = await begin(settings, node, signal);
  const result = await until(() => server.resultOf(scavengeId), signal);
  if (result === 'Success') return;
  throw new LogUnavailable(
    `The event store closed the stream, but its scavenge ${scavengeId} ended with “${result}”: what was erased may ` +
      'still be in its files. Erase it again.',
  );
}

/** A node that is down has a copy of its own, which would outlast the erasure. */
async function nodesToScavenge(settings: EventStoreDbSettings): Promise<readonly Endpoint[]> {
  const nodes = await nodesOf(settings);
  const dead = nodes.find(({ isAlive }) => !isAlive);
  if (dead === undefined) return nodes;
  throw new LogUnavailable(
    `The event store's node ${dead.address}:${dead.port} is down and keeps a copy of its own. Erase again when it is up.`,
  );
}

/** One that is running already may be past what was deleted: it is waited for, and another begun. */
async function begin(settings: EventStoreDbSettings, node: Endpoint, signal: AbortSignal): Promise<string> {
  return until(async () => {
    const { status, text } = await askToScavenge(settings, node);
    if (status === 200) return (JSON.parse(text) as { scavengeId: string }).scavengeId;
    if (status === 400 && /already running/i.test(text)) return undefined;
    throw new LogUnavailable(
      status === 401 || status === 403
        ? 'The event store does not let this account scavenge, so what was erased is still in its files. Name the ' +
            'operator’s account, and erase it again.'
        : `The event store would not scavenge (${String(status)} ${text}): what was erased is still in its files. Erase it again.`,
    );
  }, signal);
}

async function until<Result>(look: () => Promise<Result | undefined>, signal: AbortSignal): Promise<Result> {
  for (let ms = pollMs.first; ; ms = Math.min(2 * ms, pollMs.most)) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(ms, undefined, { signal }).catch(() => {
      throw new LogUnavailable('The log was closed before the erasure was complete. Erase it again.');
    });
  }
}

async function askToScavenge(settings: EventStoreDbSettings, node: Endpoint): Promise<Answer> {
  try {
    return await ask(settings, node, 'POST', '/admin/scavenge');
  } catch (error) {
    throw new LogUnavailable(`It was not scavenged: ${(error as Error).message} Erase it again.`, { cause: error });
  }
}
