/** Durable commands over HTTP, each one event, on many streams; and what the least server that could do it reaches. */

import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { type Child, computedSeconds, load, start } from './children.ts';
import type { Load } from './load.ts';
import { likeTheLog } from './log.ts';
import { freshFolder } from './folders.ts';
import { ACTING_AS, appendRecommendations, begunRecord, countEvents, type Item, project } from './record.ts';
import { atLeast, beside, type Row } from './table.ts';

export const CONNECTIONS = 32;
const PORT = 4_711;
const SERVER = '../../dist/apps/web/src/main.js';
const PEER = './peers/bare-server.ts';
/** Rounds that warm all of them up before anything counts. */
export const WARMING = 2;
/** With more than this the client would be what is measured. */
const CLIENT_BUSY_MAX = 0.9;

export interface Measured {
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
  const before = await countEvents(record.store);
  await record.close();

  const ours = measured(PORT, await start(SERVER, [], /Ctrl\+C/, { MINUTEBOOK_DATA: folder, PORT: String(PORT) }));
  const grouped = await startPeer(join(folder, 'log.db'), 'group');
  const alone = await startPeer(join(folder, 'log.db'), 'single');
  const all = [ours, grouped, alone];
  const sent = await takeTurns(all, size.rounds, (round) => requestsFor(items, size.perRound, round)).finally(() =>
    stopAll(all),
  );
  const store = SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true });
  const after = await countEvents(store);
  await store.close();
  refuseLost(sent, after - before);
  const [group, single] = ['bare server, group commit', 'bare server, each commits alone'];
  return [
    atLeast('Commands over HTTP', ours.commands, grouped.commands, 0.3, 'a second', group),
    atLeast('Commands over HTTP', ours.commands, alone.commands, 1, 'a second', single),
    beside('Computing a command, lists included', ours.computing, grouped.computing, 'µs', group),
  ];
}

export function measured(port: number, child: Child): Measured {
  return { port, child, commands: [], computing: [] };
}

/**
 * Sends to each in turn, round by round. Answers with how many commands each was sent.
 * @param requestsOf what to send to the one at this place of the list
 */
export async function takeTurns(
  all: readonly Measured[],
  rounds: number,
  requestsOf: (round: number, at: number) => Load['requests'],
  connections = CONNECTIONS,
): Promise<number> {
  let sent = 0;
  for (let round = 0; round < WARMING + rounds; round += 1) {
    // Each goes first as often as the others.
    for (let turn = 0; turn < all.length; turn += 1) {
      const at = (round + turn) % all.length;
      const requests = requestsOf(round, at);
      await send(all[at] as Measured, requests, connections, round >= WARMING);
      if (turn === 0) sent += requests.length;
    }
  }
  return sent;
}

export async function stopAll(all: readonly Measured[]): Promise<void> {
  await Promise.all(all.map(({ child }) => child.stop()));
}

export function refuseLost(sent: number, recorded: number): void {
  if (recorded !== sent)
    throw new Error(`${String(sent)} commands were acknowledged and ${String(recorded)} events recorded.`);
}

/** The same requests to the server and to its peers, to the byte. */
async function send(
  { port, child, commands, computing }: Measured,
  requests: Load['requests'],
  connections: number,
  counts: boolean,
): Promise<void> {
  const before = computedSeconds(child.process.pid);
  const { perSecond, statuses, clientBusy } = await load({
    port,
    connections,
    headers: { 'X-Acting-As': ACTING_AS },
    requests,
  });
  if (Object.keys(statuses).join() !== '200') throw new Error(`Not all were done: ${JSON.stringify(statuses)}`);
  if (clientBusy > CLIENT_BUSY_MAX) throw new Error('The client is what was measured: it had no time left.');
  if (!counts) return;
  commands.push(perSecond);
  computing.push(((computedSeconds(child.process.pid) - before) / requests.length) * 1_000_000);
}

export function requestsFor(items: readonly Item[], count: number, round: number): Load['requests'] {
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
