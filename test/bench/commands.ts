/** Durable commands over HTTP, each one event, on many streams; and what the least server that could do it reaches. */

import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { type Child, computedSeconds, load, start } from './children.ts';
import type { Load } from './load.ts';
import { likeTheLog } from './log.ts';
import { freshFolder } from './folders.ts';
import { ACTING_AS, appendRecommendations, begunRecord, countEvents, type Item, project } from './record.ts';
import { atLeast, beside, type Row } from './table.ts';

const CONNECTIONS = 32;
const PORT = 4_711;
const SERVER = '../../dist/apps/web/src/main.js';
const PEER = './peers/bare-server.ts';
/** Rounds that warm all three up before anything counts. */
const WARMING = 2;
/** With more than this the client would be what is measured. */
const CLIENT_BUSY_MAX = 0.9;

interface Measured {
  readonly port: number;
  readonly child: Child;
  /** A second, round by round. */
  readonly commands: number[];
  /** Microseconds of computing a command, round by round: unlike the clock, it doesn't count what others do meanwhile. */
  readonly computing: number[];
}

export async function commands(size: { streams: number; perRound: number; rounds: number }): Promise<Row[]> {
  const folder = freshFolder();
  const record = await begunRecord(folder);
  const items = await appendRecommendations(record, size.streams, 0);
  await project(record);
  const before = await countEvents(record.store as SqliteEventStore);
  await record.close();

  const ours = measured(PORT, await start(SERVER, [], /Ctrl\+C/, { MINUTEBOOK_DATA: folder, PORT: String(PORT) }));
  const grouped = await startPeer(join(folder, 'log.db'), 'group');
  const alone = await startPeer(join(folder, 'log.db'), 'single');
  const all = [ours, grouped, alone];
  try {
    for (let round = 0; round < WARMING + size.rounds; round += 1) {
      const requests = requestsFor(items, size.perRound, round);
      // Each goes first as often as the others.
      for (let turn = 0; turn < all.length; turn += 1) {
        const one = all[(round + turn) % all.length] as Measured;
        await send(one, requests, round >= WARMING);
      }
    }
  } finally {
    await Promise.all(all.map(({ child }) => child.stop()));
  }
  const sent = size.perRound * (WARMING + size.rounds);
  const store = SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true });
  const after = await countEvents(store);
  await store.close();
  if (after - before !== sent)
    throw new Error(`${String(sent)} commands were acknowledged and ${String(after - before)} events recorded.`);
  const [group, single] = ['bare server, group commit', 'bare server, each commits alone'];
  return [
    atLeast('Commands over HTTP', ours.commands, grouped.commands, 0.3, 'a second', group),
    atLeast('Commands over HTTP', ours.commands, alone.commands, 1, 'a second', single),
    beside('Computing a command, lists included', ours.computing, grouped.computing, 'µs', group),
  ];
}

function measured(port: number, child: Child): Measured {
  return { port, child, commands: [], computing: [] };
}

/** The same requests to the server and to its peers, to the byte. */
async function send(
  { port, child, commands, computing }: Measured,
  requests: Load['requests'],
  counts: boolean,
): Promise<void> {
  const before = computedSeconds(child.process.pid);
  const { perSecond, statuses, clientBusy } = await load({
    port,
    connections: CONNECTIONS,
    headers: { 'X-Acting-As': ACTING_AS },
    requests,
  });
  if (Object.keys(statuses).join() !== '200') throw new Error(`Not all were done: ${JSON.stringify(statuses)}`);
  if (clientBusy > CLIENT_BUSY_MAX) throw new Error('The client is what was measured: it had no time left.');
  if (!counts) return;
  commands.push(perSecond);
  computing.push(((computedSeconds(child.process.pid) - before) / requests.length) * 1_000_000);
}

function requestsFor(items: readonly Item[], count: number, round: number): Load['requests'] {
  return Array.from({ length: count }, (_unused, n) => {
    const item = items[n % items.length];
    return {
      path: `/api/recommendations/${item?.id ?? ''}/report-progress`,
      body: JSON.stringify({ action: item?.action, words: `Done by note ${String(n)} of round ${String(round)}.` }),
    };
  });
}

/** The peer on a file of its own with exactly the schema of the log. */
async function startPeer(log: string, mode: 'group' | 'single'): Promise<Measured> {
  const file = `${freshFolder()}-${mode}.db`;
  likeTheLog(log, file).close();
  const child = await start(PEER, [file, mode], /\n/);
  return measured(Number(child.said.trim()), child);
}
