/** A record moves to another store: the built program as a process of its own, killed at any point and given again. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqliteEventStore, type StreamName } from '#event-store';
import type { Failpoint } from '../faults/failpoint.ts';
import { Random } from '../faults/random.ts';
import { failingNode } from '../faults/server.ts';
import { EventStoreServer } from '../support/event-store-server/server.ts';
import { id } from '../support/ids.ts';

const PROGRAM = resolve('dist/apps/cli/src/main.js');
const EVENTS = 3_000;

const root = mkdtempSync(join(tmpdir(), 'minutebook-copy-log-'));
const record = join(root, 'record');
const sample = join(root, 'sample');
const servers: EventStoreServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.kill();
  rmSync(root, { recursive: true });
});

interface Ran {
  readonly ended: number | NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Places where it kills itself, or the moment at which it is killed. */
type Kill = readonly Failpoint[] | (() => Promise<unknown>);

async function minutebook(args: readonly string[], kill: Kill = []): Promise<Ran> {
  const points = typeof kill === 'function' ? [] : kill;
  const { nodeArguments, environment } = failingNode({ points, log: join(root, 'failpoints') });
  const child = spawn(process.execPath, [...nodeArguments, PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const closed = new Promise<Ran['ended']>((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done(code ?? signal));
  });
  if (typeof kill === 'function') void kill().then(() => child.kill('SIGKILL'));
  return { ended: await closed, out, err };
}

const copy = (from: string, to: string, kill?: Kill): Promise<Ran> =>
  minutebook(['copy-log', '--from', from, '--to', to], kill);

const logIn = (folder: string): string =>
  ['log.db', 'log.db.unfinished'].map((name) => join(folder, name)).find((path) => existsSync(path)) ?? '';

/** The log as text, event by event; without what each store says of it by itself. */
async function linesOf(folder: string): Promise<string[]> {
  if (logIn(folder) === '') return [];
  const store = SqliteEventStore.open(logIn(folder));
  const lines: string[] = [];
  for await (const { stream, revision, id: eventId, type, data, metadata } of store.rows()) {
    lines.push(JSON.stringify([stream, revision, eventId, type, data, metadata]));
  }
  await store.close();
  return lines;
}

/** What a server holds of the record, in its bytes. */
const linesAt = ({ log }: EventStoreServer): string[] =>
  log.events
    .filter(({ type }) => !type.startsWith('$'))
    .map(({ stream, revision, id: eventId, type, data, metadata }) =>
      JSON.stringify([stream, Number(revision), eventId, type, data.toString(), metadata.toString()]),
    );

async function until(isSo: () => boolean): Promise<void> {
  for (const begun = Date.now(); !isSo() && Date.now() < begun + 60_000;) await pause(1);
}

const commandsIn = (lines: readonly string[]): string[] =>
  lines.map((line) => (JSON.parse((JSON.parse(line) as string[])[5] ?? '') as { commandId: string }).commandId);

beforeAll(async () => {
  expect(await minutebook(['sample', '--data', sample])).toMatchObject({ ended: 0 });
  expect(await minutebook(['init', '--data', record, ...FIRST])).toMatchObject({ ended: 0 });
  const random = new Random(7);
  const store = SqliteEventStore.open(join(record, 'log.db'));
  const ends = new Map<StreamName, number>();
  let command = 0;
  for (let made = 0; made < EVENTS;) {
    const stream: StreamName = `${random.pick(['thing', 'thing', 'person'])}-${id('b', random.between(1, 400))}`;
    const end = ends.get(stream) ?? -1;
    command += 1;
    const events = Array.from({ length: random.pick([1, 1, 2, 5]) }, () => ({
      ...{ id: id('e', (made += 1)), type: 'ThingHappened' },
      ...{ data: { words: 'as printed '.repeat(30) }, metadata: { commandId: id('d', command) } },
    }));
    ends.set(stream, end + events.length);
    const appended = store.append(stream, end === -1 ? 'no-stream' : end, events);
    if (command % 100 === 0) await appended;
  }
  await pause(0);
  for (const [stream] of [...ends].filter(([name]) => name.startsWith('person-')).slice(0, 5)) {
    await store.erase(stream as `person-${string}`);
  }
  await store.close();
}, 60_000);

const FIRST = [
  ...['--body', 'SYMCA', '--body-name', 'A body', '--body-kind', 'localPolicingBody'],
  ...['--post', 'SEC', '--post-title', 'Secretary', '--name', 'A. Secretary'],
];

describe('minutebook copy-log', () => {
  it('ends in “equal”, with counts and the hash of both sides; the copy answers as the record does', async () => {
    const to = join(root, 'of-sample');
    const { ended, out, err } = await copy(sample, to);
    expect({ ended, err }).toEqual({ ended: 0, err: '' });
    expect(out).toMatch(
      /^Copied (\d+) events\.\nfrom \1 events in (\d+) streams, sha256 (\w{64})\nto   \1 events in \2 streams, sha256 \3\n/,
    );
    expect(out).toMatch(/\nequal\n$/);
    for (const command of [
      ['history', 'YHSOC-AFI-A/WYP'],
      ['register', '--as-recorded-by', '2026-02-06'],
    ]) {
      const asked = await minutebook([...command, '--data', sample]);
      expect(asked.out.length).toBeGreaterThan(500);
      expect(await minutebook([...command, '--data', to])).toEqual(asked);
    }
    expect((await minutebook(['verify', '--data', to])).out).toMatch(/\nsound\n$/);
    expect((await minutebook(['backup', join(root, 'backup'), '--data', to])).out).toMatch(/\nsound\n$/);
    expect(readFileSync(join(root, 'backup', 'copied.jsonl'))).toEqual(readFileSync(join(to, 'copied.jsonl')));
  });

  it('loses and doubles nothing when it is killed again and again, and holds no half of a command', async () => {
    const to = join(root, 'killed');
    const all = await linesOf(record);
    const random = new Random(11);
    const kills: Kill[] = [
      [{ at: 'append.afterRow', from: 1, do: 'kill' }],
      [{ at: 'append.betweenRows', from: random.between(1, 400), do: 'kill' }],
      [{ at: 'append.beforeCommit', from: 1, do: 'kill' }],
      [{ at: 'append.afterCommit', from: 1, do: 'kill' }],
      [{ at: 'append.afterRow', from: random.between(600, 1_000), do: 'kill' }],
      [{ at: 'append.afterCommitBeforeReply', from: random.between(1, 300), do: 'kill' }],
      ...[400, 800].map((ms) => () => pause(ms)),
    ];
    let [held, killed] = [0, 0];
    for (const kill of kills) {
      const { ended } = await copy(record, to, kill);
      if (ended === 'SIGKILL') killed += 1;
      else expect(ended).toBe(0);
      const lines = await linesOf(to);
      expect(lines).toEqual(all.slice(0, lines.length));
      expect(lines.length).toBeGreaterThanOrEqual(held);
      held = lines.length;
      const commands = commandsIn(all);
      if (held > 0 && held < all.length) expect(commands[held]).not.toBe(commands[held - 1]);
    }
    expect(killed).toBeGreaterThanOrEqual(6);
    const { ended, out } = await copy(record, to);
    expect({ ended, last: out.split('\n').at(-2) }).toEqual({ ended: 0, last: 'equal' });
    expect(await linesOf(to)).toEqual(all);
    expect(existsSync(join(to, 'log.db.unfinished'))).toBe(false);
    expect(readFileSync(join(to, 'copied.jsonl'), 'utf8').trim().split('\n')).toHaveLength(all.length + 2);
  });

  it('moves a record to a server and back, and is killed on both ways; so is the server', async () => {
    const all = await linesOf(record);
    const server = await EventStoreServer.start();
    servers.push(server);
    const manifest = join(root, 'to-server.jsonl');
    const out = ['copy-log', '--from', record, '--to', server.url, '--manifest', manifest];
    const holds = (count: number) => () => until(() => server.log.events.length >= count);
    for (const count of [1, 700]) {
      expect(await minutebook(out, holds(count))).toMatchObject({ ended: 'SIGKILL' });
      const lines = linesAt(server);
      expect(lines).toEqual(all.slice(0, lines.length));
      expect(existsSync(manifest)).toBe(false);
    }
    const stopped = minutebook(out);
    await holds(1_500)();
    await server.kill();
    expect(await stopped).toMatchObject({ ended: 3, out: '' });
    await server.restart();
    server.lie('written, no answer');
    expect(await minutebook(out)).toMatchObject({ ended: 3, err: expect.stringContaining('It is not known what') });
    server.lie('written, answered as timed out', 'not written, answered as not ready');
    expect(await minutebook(out)).toMatchObject({ ended: 0, out: expect.stringMatching(/\nequal\n$/) });
    expect(linesAt(server)).toEqual(all);

    const to = join(root, 'from-server');
    const back = ['copy-log', '--from', server.url, '--to', to, '--manifest-of-source', manifest];
    const isBegun = () => until(() => existsSync(join(to, 'log.db.unfinished')));
    expect(await minutebook(back, isBegun)).toMatchObject({ ended: 'SIGKILL' });
    const ended = await minutebook(back);
    expect(ended).toMatchObject({ ended: 0, out: expect.stringMatching(/\nequal\n$/) });
    expect(await linesOf(to)).toEqual(all);
    // The times of the first store came along, and the places of both.
    const [, first] = readFileSync(manifest, 'utf8').split('\n');
    const [, last] = readFileSync(join(to, 'copied.jsonl'), 'utf8').split('\n');
    const { storedAt, logPosition } = JSON.parse(first ?? '') as { storedAt: string; logPosition: string };
    expect(JSON.parse(last ?? '')).toMatchObject({
      first: { storedAt, logPosition },
      logPosition: expect.stringMatching(/^\d+\/\d+$/),
    });
  });

  it('refuses with 1, is used wrongly with 2, and can’t go on with 3', async () => {
    const busy = join(root, 'busy');
    await copy(record, busy);
    expect((await copy(sample, busy)).err).toContain('is the manifest of another copy');
    rmSync(join(busy, 'copied.jsonl'));
    const refused = await copy(sample, busy);
    expect(refused).toMatchObject({ ended: 1, out: '' });
    expect(refused.err).toContain('The target holds something other than the beginning of the source. Event 1');
    expect(await copy(join(root, 'nowhere'), busy)).toMatchObject({ ended: 2, out: '' });
    expect(await minutebook(['copy-log', '--from', record])).toMatchObject({ ended: 2, out: '' });
    const unwritable = ['--manifest', join(root, 'nowhere', 'm.jsonl')];
    const stopped = await minutebook(['copy-log', '--from', record, '--to', join(root, 'new'), ...unwritable]);
    expect(stopped).toMatchObject({ ended: 3, out: '', err: expect.stringContaining('can’t be written') });
    writeFileSync(join(root, 'a-file'), '');
    expect(await copy(record, join(root, 'a-file', 'x'))).toMatchObject({ ended: 2, out: '' });
  });
});
