/** Every part that takes long in the bench, once with little to do: no time is judged. */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EventStoreServer } from '../support/event-store-server/server.ts';
import type { Row } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-bench-spec-'));
let server: EventStoreServer;

beforeAll(async () => {
  server = await EventStoreServer.start();
});

afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

it('measures the event store beside its bare client, and what growth costs', async () => {
  const json = join(folder, 'rows.json');
  const child = spawn(
    process.execPath,
    [resolve('test/bench/run.ts'), '--quick', '--only', 'eventStore,growth', '--json', json],
    { env: { ...process.env, EVENTSTORE_TEST_URL: server.url }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((done) => child.once('close', done));
  expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
  const { rows } = JSON.parse(readFileSync(json, 'utf8')) as { rows: Row[] };
  expect(rows.filter(({ demanded }) => demanded !== undefined).map(({ what }) => what)).toEqual([
    'A command on an item just used at 300',
    'A command on an item not used before at 300',
    'Memory of the web process at 300',
    'Memory of the web process at 300, its lists made anew',
    'Event store: catch-up of all views',
    'Event store: replay of an item of 50',
    'Event store: commands over HTTP',
    'Event store: appends, one at a time',
    'Event store: appends, 64 in flight',
  ]);
  expect(rows.filter(({ ratio }) => !(ratio > 0))).toEqual([]);
}, 300_000);
