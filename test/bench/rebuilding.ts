/**
 * All views made anew from the log, and the least that could: reading and parsing the same events, and writing the same
 * rows by prepared statements in as many transactions, without any of our code. Pages are asked for meanwhile.
 */

import { get } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { rebuild } from '#application';
import { start } from './children.ts';
import { BATCH, SameRows } from './peers/same-rows.ts';
import { freshFolder } from './folders.ts';
import { appendRecommendations, begunRecord, project } from './record.ts';
import { atLeast, atMost, percentile, type Row } from './table.ts';

const ROUNDS = 3;

export async function rebuilding({
  recommendations,
  notes,
}: {
  recommendations: number;
  notes: number;
}): Promise<Row[]> {
  const folder = freshFolder();
  const record = await begunRecord(folder);
  await appendRecommendations(record, recommendations, notes);
  await project(record);

  const ours: number[] = [];
  const peers: number[] = [];
  let events = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    events = await rebuild(record);
    ours.push((events / (performance.now() - began)) * 1_000);
    peers.push((events / copy(folder, `${folder}-${String(round)}.db`)) * 1_000);
  }
  await record.close();
  const row = atLeast('Rebuild of all views', ours, peers, 0.6, 'events a second', 'same rows, bare statements');
  return [row, await pagesMeanwhile(folder)];
}

/** Milliseconds to read and parse every event and to write every row that the views hold, in as many transactions. */
function copy(folder: string, file: string): number {
  const rows = new SameRows(folder, file);
  const log = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
  const read = log.prepare('SELECT * FROM events WHERE log_position > ? ORDER BY log_position LIMIT ?');
  const total = (log.prepare('SELECT count(*) AS total FROM events').get() as { total: number }).total;
  const batches = Math.ceil(total / BATCH);

  const began = performance.now();
  let position = 0;
  for (let batch = 0; batch < batches; batch += 1) {
    const events = read.all(position, BATCH) as { log_position: number; data: string; metadata: string }[];
    for (const { data, metadata } of events) {
      JSON.parse(data);
      JSON.parse(metadata);
    }
    position = events.at(-1)?.log_position ?? position;
    rows.write(batch, batches);
  }
  const took = performance.now() - began;
  rows.close();
  log.close();
  return took;
}

/** How long pages take while the lists are made anew, beside how long they take when nothing else is done. */
async function pagesMeanwhile(folder: string): Promise<Row> {
  const server = await start('../../dist/apps/web/src/main.js', [], /Ctrl\+C/, {
    MINUTEBOOK_DATA: folder,
    PORT: '4712',
  });
  try {
    for (let n = 0; n < 20; n += 1) await page();
    const idle: number[] = [];
    for (let n = 0; n < 100; n += 1) idle.push(await page());
    const other = start('./rebuild-once.ts', [folder], /rebuilt/);
    const busy: number[] = [];
    let isDone = false;
    void other.then(() => (isDone = true));
    while (!isDone) {
      busy.push(await page());
      await pause(5);
    }
    await (await other).stop();
    return atMost(
      'Pages during a rebuild, p95',
      [percentile(busy, 0.95)],
      [percentile(idle, 0.95)],
      3,
      'ms',
      'when idle',
    );
  } finally {
    await server.stop();
  }
}

function page(): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get({ port: 4712, host: '127.0.0.1', path: '/api/recommendations?status=inDelivery&page=3' }, (response) => {
      response.resume();
      response.on('end', () => resolve(performance.now() - began));
    }).on('error', reject);
  });
}
