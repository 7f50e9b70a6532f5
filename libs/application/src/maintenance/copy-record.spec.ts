import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailable, openEventStoreDb, SqliteEventStore, StreamErased } from '#event-store';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';
import { EventStoreServer } from '../../../../test/support/event-store-server/server.ts';
import { hasRecord, markAsSample, openRecord, RecordUnusable } from '../record.ts';
import { CopyRefused } from './copy-log.ts';
import { ManifestUnwritable } from './copy-manifest.ts';
import { copyRecord, openManifestIn } from './copy-record.ts';
import { verify } from './verify.ts';

let within: string;
let from: string;
let running: RunningApplication;
beforeAll(async () => {
  within = mkdtempSync(join(tmpdir(), 'minutebook-copy-'));
  from = join(within, 'record');
  running = await startApplication({ record: openRecord(from, { begin: true }) });
  await withRecommendation(running);
});
afterAll(async () => {
  await running.stop();
  rmSync(within, { recursive: true });
});

let folders = 0;
const newFolder = (): string => join(within, `copy-${String((folders += 1))}`);

type Line = Readonly<Record<string, unknown>>;
const linesOf = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** What verify finds in a folder, as the command line asks it. */
async function found(folder: string): Promise<string[]> {
  const store = SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true });
  const manifest = await openManifestIn(folder);
  try {
    const { findings, losses } = await verify(store, undefined, { manifest });
    return [...findings.map(({ sentence }) => sentence), ...losses];
  } finally {
    await manifest?.close();
    await store.close();
  }
}

/** A record that was stored an hour after it was recorded, as every copy seems to be. */
async function copiedLater(): Promise<string> {
  const to = newFolder();
  await copyRecord({ from, to });
  const path = join(to, 'copied.jsonl');
  const log = join(to, 'log.db');
  renameSync(log, `${log}.now`);
  const now = SqliteEventStore.open(`${log}.now`);
  const later = SqliteEventStore.open(log, { clock: () => new Date(Date.now() + 3_600_000).toISOString() });
  for await (const { stream, revision, id, type, data, metadata } of now.rows()) {
    const event = { id, type, data: JSON.parse(data) as never, metadata: JSON.parse(metadata) as never };
    await later.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
  }
  await now.close();
  await later.close();
  rmSync(`${log}.now`);
  expect(existsSync(path)).toBe(true);
  return to;
}

describe('a record that is copied into a folder', () => {
  it('is a record there, with the manifest beside it, while the source is in use', async () => {
    const to = newFolder();
    const { difference, manifests, source } = await copyRecord({ from, to });
    expect({ difference, manifests }).toEqual({ difference: undefined, manifests: [join(to, 'copied.jsonl')] });
    expect(readdirSync(to).sort()).toEqual(['copied.jsonl', 'log.db']);
    expect(statSync(to).mode & 0o777).toBe(0o700);
    expect(statSync(join(to, 'copied.jsonl')).mode & 0o777).toBe(0o600);
    const record = openRecord(to);
    const copy = await startApplication({ record }, { founded: 'SYMCA/SEC' });
    expect(copy.record.readModel.register.list().items).toEqual(running.record.readModel.register.list().items);
    await copy.stop();
    expect(source.events).toBeGreaterThan(5);
  });

  it('is named as a folder or as its URL', async () => {
    const to = newFolder();
    await copyRecord({ from: pathToFileURL(from).href, to: pathToFileURL(to).href });
    expect(hasRecord(to)).toBe(true);
  });

  it('has a manifest that says of each event when and where the source stored it, and what both came to', async () => {
    const to = newFolder();
    const { source } = await copyRecord({ from, to });
    const [named, ...events] = linesOf(join(to, 'copied.jsonl'));
    const ended = events.pop();
    const { logId } = await running.record.store.head();
    expect(named).toMatchObject({ manifest: 'minutebook-copy-1', from, fromLog: logId, to, toLog: expect.any(String) });
    const stored: unknown[] = [];
    for await (const { data: _data, metadata: _metadata, ...rest } of (running.record.store as SqliteEventStore).rows())
      stored.push(rest);
    expect(events).toEqual(stored);
    expect(ended).toEqual({
      ...{ events: source.events, streams: source.streams },
      ...{ eventsWithoutPersons: source.lasting.events, sha256WithoutPersons: source.lasting.sha256 },
    });
  });

  it('has another manifest where one is asked for', async () => {
    const [to, manifest] = [newFolder(), join(within, 'audit.jsonl')];
    await copyRecord({ from, to, manifest });
    expect(readFileSync(manifest, 'utf8')).toBe(readFileSync(join(to, 'copied.jsonl'), 'utf8'));
  });

  it('carries on when the first store had written its events, however often it is copied', async () => {
    const [second, third] = [newFolder(), newFolder()];
    await copyRecord({ from, to: second });
    await copyRecord({ from: second, to: third });
    const [, first] = linesOf(join(second, 'copied.jsonl'));
    const [, last] = linesOf(join(third, 'copied.jsonl'));
    expect(last).toMatchObject({ first: { storedAt: first?.['storedAt'], logPosition: first?.['logPosition'] } });
    expect(last?.['storedAt']).not.toBe(first?.['storedAt']);
    // So it is when a server lay between, which has no folder.
    rmSync(join(second, 'copied.jsonl'));
    const fourth = newFolder();
    await copyRecord({ from: second, to: fourth, manifestOfSource: join(third, 'copied.jsonl') });
    expect(linesOf(join(fourth, 'copied.jsonl'))[1]).toMatchObject({ first: { storedAt: first?.['storedAt'] } });
  });

  it('takes what was recorded since, when it is copied again', async () => {
    const to = newFolder();
    await copyRecord({ from, to });
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    const { appended, difference } = await copyRecord({ from, to });
    expect(appended).toBeGreaterThan(0);
    expect(difference).toBeUndefined();
    expect(linesOf(join(to, 'copied.jsonl')).length).toBe((await copyRecord({ from, to })).source.events + 2);
  });

  it('is no record until it is finished, and says what to do', async () => {
    const to = newFolder();
    const unwritable = join(within, 'nowhere', 'audit.jsonl');
    await expect(copyRecord({ from, to, manifest: unwritable })).rejects.toThrow(ManifestUnwritable);
    expect(hasRecord(to)).toBe(false);
    for (const use of [() => openRecord(to), () => openRecord(to, { begin: true })]) {
      expect(use).toThrow(/was broken off\. Give the same “minutebook copy-log” again/);
    }
    await expect(copyRecord({ from: to, to: newFolder() })).rejects.toThrow(RecordUnusable);
    expect((await copyRecord({ from, to })).difference).toBeUndefined();
    expect(readdirSync(to).sort()).toEqual(['copied.jsonl', 'log.db']);
  });
});

describe('a record that is copied to a server', () => {
  let server: EventStoreServer;
  let manifest: string;
  beforeEach(async () => {
    server = await EventStoreServer.start();
    manifest = join(within, `to-server-${String((folders += 1))}.jsonl`);
  });
  afterEach(() => server.kill());

  it('is the same there, and the same again when it is copied back', async () => {
    const to = newFolder();
    const there = await copyRecord({ from, to: server.url, manifest });
    const back = await copyRecord({ from: server.url, to, manifestOfSource: manifest });
    expect([there.difference, back.difference]).toEqual([undefined, undefined]);
    expect([there.target, back.source, back.target]).toEqual([there.source, there.source, there.source]);
    expect(await found(to)).toEqual([]);
  });

  it('has no password in its manifest', async () => {
    const address = server.url.replace('//', '//somebody:secret-word@');
    await copyRecord({ from, to: address, manifest });
    expect(linesOf(manifest)[0]).toMatchObject({ from, to: `esdb://127.0.0.1:${String(server.port)}` });
    expect(readFileSync(manifest, 'utf8')).not.toContain('secret-word');
  });

  it('is erased there of a person whom the source has erased since', async () => {
    const folder = newFolder();
    const office = await startApplication({ record: openRecord(folder, { begin: true }) });
    const person = await office.done('register-person', undefined, { name: 'Quintessa Mottershead' });
    await copyRecord({ from: folder, to: server.url, manifest });
    expect(server.log.bytes().includes('Mottershead')).toBe(true);
    await office.done('record-person-erasure', undefined, { person, reason: 'Asked for.' });
    await office.stop();
    expect((await copyRecord({ from: folder, to: server.url, manifest })).difference).toBeUndefined();
    expect(server.log.bytes().includes('Mottershead')).toBe(false);
    expect(readFileSync(manifest, 'utf8')).not.toContain(`person-${person}`);
  });

  it('leaves the clock of a sample in the folder it had, and says so', async () => {
    const sample = newFolder();
    await copyRecord({ from, to: sample });
    markAsSample(sample, '2026-02-10T09:00:00.000Z');
    expect(await copyRecord({ from: sample, to: server.url, manifest })).toMatchObject({ clockLeftIn: sample });
  });

  it('is refused when the server holds something else', async () => {
    const store = await openEventStoreDb(server.url);
    await store.append('thing-1', 'no-stream', [
      { id: '11111111-1111-4111-8111-111111111111', type: 'ThingHappened', data: {}, metadata: {} },
    ]);
    await store.close();
    await expect(copyRecord({ from, to: server.url, manifest })).rejects.toThrow(CopyRefused);
    expect(existsSync(manifest)).toBe(false);
  });

  it('can’t be copied from one that holds no record, or that does not answer', async () => {
    await expect(copyRecord({ from: server.url, to: newFolder() })).rejects.toThrow('holds no log of Minutebook');
    await server.kill();
    await expect(copyRecord({ from, to: server.url, manifest })).rejects.toThrow(LogUnavailable);
  });
});

describe('a person whose erasure was recorded before the copy', () => {
  it('is not in it, and can’t come back once the copy was opened', async () => {
    const [folder, to] = [newFolder(), newFolder()];
    const office = await startApplication({ record: openRecord(folder, { begin: true }) });
    const person = await office.done('register-person', undefined, { name: 'Quintessa Mottershead' });
    await office.done('record-person-erasure', undefined, { person, reason: 'Asked for.' });
    await office.stop();
    await copyRecord({ from: folder, to });
    const copy = await startApplication({ record: openRecord(to) }, { founded: 'SYMCA/SEC' });
    await copy.policies.pay();
    await expect(copy.record.store.read(`person-${person}`)).rejects.toThrow(StreamErased);
    await copy.stop();
  });
});

describe('a sample that is copied', () => {
  it('is a sample with the same clock', async () => {
    const [sample, to] = [newFolder(), newFolder()];
    await copyRecord({ from, to: sample });
    markAsSample(sample, '2026-02-10T09:00:00.000Z');
    await copyRecord({ from: sample, to });
    expect(readFileSync(join(to, 'sample.json'))).toEqual(readFileSync(join(sample, 'sample.json')));
    // And the other way round nothing real gets a clock of its own.
    await expect(copyRecord({ from, to })).rejects.toThrow(CopyRefused);
  });
});

describe('verify, of a record that was copied,', () => {
  it('finds it sound, because the manifest says when each event was first stored', async () => {
    const to = await copiedLater();
    expect(await found(to)).toEqual([]);
    rmSync(join(to, 'copied.jsonl'));
    expect(await found(to)).toContainEqual(
      expect.stringMatching(/^It says that it was recorded at .+, but it was stored at/),
    );
  });

  it('finds a manifest that is cut off, or names what the log does not hold', async () => {
    const to = await copiedLater();
    const path = join(to, 'copied.jsonl');
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.slice(0, 4).join('\n'));
    expect(await found(to)).toEqual([expect.stringContaining('is cut off or damaged')]);
    const more = JSON.stringify({ ...JSON.parse(lines.at(-3) ?? ''), revision: 99 });
    writeFileSync(path, [...lines.slice(0, -2), more, ...lines.slice(-2)].join('\n'));
    expect(await found(to)).toEqual([expect.stringContaining('revision 99')]);
  });

  it('misses no person who was erased since', async () => {
    const to = newFolder();
    await copyRecord({ from, to });
    const log = SqliteEventStore.open(join(to, 'log.db'));
    const person = linesOf(join(to, 'copied.jsonl')).find(({ stream }) => String(stream).startsWith('person-'));
    await log.erase(String(person?.['stream']) as `person-${string}`);
    await log.close();
    expect(await found(to)).toEqual([]);
  });
});

describe('what was named can’t be used', () => {
  const message = async (asked: Parameters<typeof copyRecord>[0]): Promise<string> =>
    copyRecord(asked).then(
      () => 'copied',
      (error: Error) => `${error.name}: ${error.message}`,
    );

  it.each([
    [
      'the same folder twice',
      () => ({ from, to: join(from, '..', 'record') }),
      'RecordUnusable: --from and --to are the same.',
    ],
    ['no record', () => ({ from: within, to: newFolder() }), 'RecordUnusable: There is no record in'],
    ['a file', () => ({ from, to: join(from, 'log.db') }), 'RecordUnusable:'],
    [
      'a scheme nobody knows',
      () => ({ from: 'http://127.0.0.1/x', to: newFolder() }),
      'esdb://host:2113, not http://.',
    ],
    ['nothing', () => ({ from, to: ' ' }), 'RecordUnusable: --to must be the folder'],
    ['a folder that holds something else', () => ({ from, to: within }), 'CopyRefused: '],
    [
      'a place where no folder can be made',
      () => ({ from, to: '/proc/nowhere' }),
      'RecordUnusable: The folder /proc/nowhere can’t be made',
    ],
    [
      'no manifest',
      () => ({ from, to: newFolder(), manifestOfSource: join(within, 'none') }),
      'RecordUnusable: --manifest-of-source: there is no file',
    ],
    [
      'a server whose address is wrong',
      () => ({ from, to: 'esdb://somewhere.example:2113?tls=false' }),
      'LogUnavailable: The address of the event store',
    ],
  ])('%s', async (_name, asked, words) => {
    expect(await message(asked())).toContain(words);
  });

  it('a file as the manifest that is another’s', async () => {
    const path = join(within, 'other.jsonl');
    await copyRecord({ from, to: newFolder(), manifest: path });
    expect(await message({ from, to: newFolder(), manifest: path })).toContain('is the manifest of another copy');
    writeFileSync(path, 'Dear all,\n');
    expect(await message({ from, to: newFolder(), manifest: path })).toContain('is not the manifest of a copy');
    expect(readFileSync(path, 'utf8')).toBe('Dear all,\n');
    expect(await message({ from, to: newFolder(), manifest: '/dev/full' })).toContain('is not the manifest of a copy');
  });

  it('a record of another, and nothing of it is touched', async () => {
    const to = newFolder();
    mkdirSync(to);
    await SqliteEventStore.open(join(to, 'log.db')).close();
    const other = SqliteEventStore.open(join(to, 'log.db'));
    await other.append('thing-1', 'no-stream', [
      { id: '11111111-1111-4111-8111-111111111111', type: 'ThingHappened', data: {}, metadata: {} },
    ]);
    await other.close();
    expect(await message({ from, to })).toMatch(/^CopyRefused: The target holds something other .* Event 1 is /);
    expect(readdirSync(to)).toEqual(['log.db']);
  });
});
