/** Durable commands over HTTP, each one event, on many streams; and what the least server that could do it reaches. */

import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { load, start } from './children.ts';
import { likeTheLog } from './log.ts';
import {
  ACTING_AS,
  appendRecommendations,
  begunRecord,
  countEvents,
  freshFolder,
  type Item,
  project,
} from './record.ts';
import { atLeast, median, type Row } from './table.ts';

const CONNECTIONS = 32;
const SERVER = '../../dist/apps/web/src/main.js';
const PEER = './peers/bare-server.ts';

export async function commands(size: { streams: number; perRound: number; rounds: number }): Promise<Row[]> {
  const folder = freshFolder();
  const record = await begunRecord(folder);
  const items = await appendRecommendations(record, size.streams, 0);
  await project(record);
  const before = await countEvents(record.store as SqliteEventStore);
  await record.close();

  const server = await start(SERVER, [], /Ctrl\+C/, { MINUTEBOOK_DATA: folder, PORT: '4711' });
  const group = await startPeer(join(folder, 'log.db'), 'group');
  const single = await startPeer(join(folder, 'log.db'), 'single');
  const figures = { ours: [] as number[], group: [] as number[], single: [] as number[] };
  let sent = 0;
  try {
    for (let round = 0; round <= size.rounds; round += 1) {
      const ours = await load({
        port: 4711,
        connections: CONNECTIONS,
        headers: { 'X-Acting-As': ACTING_AS },
        requests: requestsFor(items, size.perRound, round),
      });
      sent += size.perRound;
      if (Object.keys(ours.statuses).join() !== '200')
        throw new Error(`Not all were done: ${JSON.stringify(ours.statuses)}`);
      const bare = requestsFor(items, size.perRound, round).map(({ body }, n) => ({
        path: `/recommendation-${items[n % items.length]?.id ?? ''}`,
        body,
      }));
      const [grouped, alone] = [
        await load({ port: group.port, connections: CONNECTIONS, headers: {}, requests: bare }),
        await load({ port: single.port, connections: CONNECTIONS, headers: {}, requests: bare }),
      ];
      // The first round warms all three up.
      if (round === 0) continue;
      figures.ours.push(ours.perSecond);
      figures.group.push(grouped.perSecond);
      figures.single.push(alone.perSecond);
    }
  } finally {
    await Promise.all([server.stop(), group.stop(), single.stop()]);
  }
  const store = SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true });
  const after = await countEvents(store);
  await store.close();
  if (after - before !== sent)
    throw new Error(`${String(sent)} commands were acknowledged and ${String(after - before)} events recorded.`);
  const [ours, grouped, alone] = [median(figures.ours), median(figures.group), median(figures.single)];
  return [
    atLeast('Commands over HTTP', ours, grouped, 0.3, 'a second', 'bare server, group commit'),
    atLeast('Commands over HTTP', ours, alone, 1, 'a second', 'bare server, each commits alone'),
  ];
}

function requestsFor(items: readonly Item[], count: number, round: number): { path: string; body: string }[] {
  return Array.from({ length: count }, (_unused, n) => {
    const item = items[n % items.length];
    return {
      path: `/api/recommendations/${item?.id ?? ''}/report-progress`,
      body: JSON.stringify({ action: item?.action, words: `Done by note ${String(n)} of round ${String(round)}.` }),
    };
  });
}

/** The peer on a file of its own with exactly the schema of the log. */
async function startPeer(log: string, mode: 'group' | 'single'): Promise<{ port: number; stop: () => Promise<void> }> {
  const file = `${freshFolder()}-${mode}.db`;
  likeTheLog(log, file).close();
  const child = await start(PEER, [file, mode], /\n/);
  return { port: Number(child.said.trim()), stop: () => child.stop() };
}
