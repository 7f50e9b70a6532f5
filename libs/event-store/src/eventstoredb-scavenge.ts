/** Has every node of an event store give back the space of what was deleted, which is when it is gone for good. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from './event-store.ts';
import type { Endpoint, EventStoreDbSettings } from './eventstoredb-settings.ts';

const answerMs = 30_000;
const pollMs = { first: 25, most: 1_000 };

/** What a scavenge ended with, or nothing while it runs. */
export type ResultOf = (scavengeId: string) => Promise<string | undefined>;

/**
 * Ends when a scavenge that began now has ended on every node.
 * @throws {LogUnavailable}
 */
export async function scavenge(settings: EventStoreDbSettings, resultOf: ResultOf, signal: AbortSignal): Promise<void> {
  await Promise.all(
    (await nodesOf(settings)).map(async (node) => {
      const scavengeId = await begin(settings, node, signal);
      const result = await until(() => resultOf(scavengeId), signal);
      if (result !== 'Success') {
        throw new LogUnavailable(
          `The event store closed the stream, but its scavenge ${scavengeId} ended with “${result}”: what was erased may ` +
            'still be in its files. Erase it again.',
        );
      }
    }),
  );
}

/** A single node may know itself by another address than ours, so it is not asked. */
async function nodesOf(settings: EventStoreDbSettings): Promise<readonly Endpoint[]> {
  if (!settings.isDiscovered) return settings.endpoints;
  let why: unknown;
  for (const endpoint of settings.endpoints) {
    try {
      const { members } = JSON.parse((await call(settings, endpoint, 'GET', '/gossip')).text) as {
        members: { isAlive: boolean; state: string; httpEndPointIp: string; httpEndPointPort: number }[];
      };
      const nodes = members.filter(({ state }) => state !== 'Manager');
      const dead = nodes.find(({ isAlive }) => !isAlive);
      if (dead) {
        throw new LogUnavailable(
          `The event store's node ${dead.httpEndPointIp}:${dead.httpEndPointPort} is down and keeps a copy of its own. ` +
            'Erase again when it is up.',
        );
      }
      return nodes.map(({ httpEndPointIp: address, httpEndPointPort: port }) => ({ address, port }));
    } catch (error) {
      if (error instanceof LogUnavailable) throw error;
      why = error;
    }
  }
  throw new LogUnavailable('No node of the event store says which nodes there are. Try again.', { cause: why });
}

/** One that is running already may be past what was deleted: it is waited for, and another begun. */
async function begin(settings: EventStoreDbSettings, node: Endpoint, signal: AbortSignal): Promise<string> {
  return until(async () => {
    const { status, text } = await call(settings, node, 'POST', '/admin/scavenge');
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

function call(
  { isSecure, authority, operator }: EventStoreDbSettings,
  { address, port }: Endpoint,
  method: 'GET' | 'POST',
  path: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = (isSecure ? httpsRequest : httpRequest)(
      {
        host: address,
        port,
        method,
        path,
        ca: authority,
        timeout: answerMs,
        agent: false,
        auth: isSecure && operator !== undefined ? `${operator.username}:${operator.password}` : undefined,
        headers: { accept: 'application/json', 'content-length': 0 },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) =>
      reject(
        new LogUnavailable(`The event store can't be asked to scavenge (${error.message}). Erase it again.`, {
          cause: error,
        }),
      ),
    );
    request.end();
  });
}
