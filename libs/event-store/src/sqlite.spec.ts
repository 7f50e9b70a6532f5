import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventRefused,
  LogUnavailable,
  StreamErased,
  type Batch,
  type EventToAppend,
  type JsonObject,
  type RawEvent,
} from './event-store.ts';
import { SqliteEventStore, type SqliteEventStoreOptions } from './sqlite.ts';

// What every log promises is shown in test/contract; here is only what is so because this one is a SQLite file.

let folder: string;
let path: string;
let opened: SqliteEventStore[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-sqlite-'));
  path = join(folder, 'log.sqlite');
  opened = [];
});

afterEach(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

function open(options?: SqliteEventStoreOptions): SqliteEventStore {
  const store = SqliteEventStore.open(path, options);
  opened.push(store);
  return store;
}

const newStream = () => `thing-${randomUUID()}` as const;

function newEvent(data: JsonObject = {}): EventToAppend {
  return { id: randomUUID(), type: 'ThingHappened', data, metadata: { commandId: randomUUID() } };
}

/** The file as some other program would see it. */
function asDatabase<Result>(use: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

describe('appends to the embedded log', () => {
  it('share one transaction when they come in one turn of the event loop', async () => {
    let transactions = 0;
    const store = open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, transactions++)).toISOString() });
    const streams = Array.from({ length: 64 }, newStream);
    await Promise.all(streams.map((stream) => store.append(stream, 'no-stream', [newEvent()])));
    await store.append(streams[0]!, 0, [newEvent()]);
    const [first, second] = (await store.read(streams[0]!)).events;
    const storedAt = await Promise.all(streams.map(async (stream) => (await store.read(stream)).events[0]?.storedAt));
    expect(new Set(storedAt)).toEqual(new Set(['2026-01-01T00:00:00.000Z']));
    expect([first?.storedAt, second?.storedAt]).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.000Z']);
    expect(transactions).toBe(2);
  });

  it('are on the disk when they are answered', () => {
    const store = open();
    const setting = (name: string) => Object.values(store['database'].prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('wal_autocheckpoint')).toBe(4000);
    expect(setting('secure_delete')).toBe(1);
    expect(setting('busy_timeout')).toBe(5000);
  });

  it('refuse an id that already stands elsewhere in the stream, and keep none of their events', async () => {
    const store = open();
    const stream = newStream();
    const first = newEvent();
    await store.append(stream, 'no-stream', [first]);
    const [refused, kept] = await Promise.allSettled([
      store.append(stream, 0, [newEvent(), first]),
      store.append(newStream(), 'no-stream', [newEvent()]),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(EventRefused) });
    expect(kept.status).toBe('fulfilled');
    expect((await store.read(stream)).events).toHaveLength(1);
    expect((await store.append(stream, 0, [newEvent()])).outcome).toBe('appended');
  });

  it('meet what another connection has appended or erased since the last one', async () => {
    const [store, other] = [open(), open()];
    const [stream, person] = [newStream(), `person-${randomUUID()}` as const];
    await store.append(stream, 'no-stream', [newEvent()]);
    await store.append(person, 'no-stream', [newEvent()]);
    await other.append(stream, 0, [newEvent()]);
    await other.erase(person);
    expect(await store.append(stream, 0, [newEvent()])).toEqual({ outcome: 'conflict', actual: 1 });
    await expect(store.append(person, 0, [newEvent()])).rejects.toThrow(StreamErased);
    expect(await store.append(stream, 1, [newEvent()])).toMatchObject({ outcome: 'appended', revision: 2 });
  });

  it('keep the very text that JSON.stringify gives', async () => {
    const store = open();
    const data = { z: 'é\u2028𝔐 "\\', a: [1e21, 0.1, { '': null }], 1: '\u0000' };
    const event = newEvent(data);
    const stream = newStream();
    await store.append(stream, 'no-stream', [event]);
    const rows: RawEvent[] = [];
    for await (const row of store.rows()) rows.push(row);
    const { logPosition, storedAt } = (await store.read(stream)).events[0]!;
    expect(rows).toEqual([
      {
        stream,
        revision: 0,
        id: event.id,
        type: event.type,
        logPosition,
        storedAt,
        data: JSON.stringify(data),
        metadata: JSON.stringify(event.metadata),
      },
    ]);
    const stored = asDatabase((database) => database.prepare('SELECT CAST(data AS BLOB) AS bytes FROM events').get());
    expect(Buffer.from(stored?.['bytes'] as Uint8Array)).toEqual(Buffer.from(JSON.stringify(data), 'utf8'));
  });

  it('are all given when the log is read row by row', async () => {
    const store = open();
    const stream = newStream();
    await store.append(
      stream,
      'no-stream',
      Array.from({ length: 401 }, () => newEvent()),
    );
    const revisions: number[] = [];
    for await (const { revision } of store.rows()) revisions.push(revision);
    expect(revisions).toEqual(Array.from({ length: 401 }, (_, revision) => revision));
  });
});

describe('the file of the embedded log', () => {
  it.each([
    ["UPDATE events SET data = '{}'", 'never changed'],
    ['UPDATE events SET log_position = 9', 'never changed'],
    ['DELETE FROM events', 'Only the events of an erased stream'],
    ["UPDATE streams SET erased_at = '2026-01-01' WHERE category = 'thing'", 'never changes'],
    ["UPDATE streams SET name = 'person-x' WHERE category = 'thing'", 'never changes'],
    ["UPDATE streams SET name = 'person-x' WHERE category = 'person'", 'never changes'],
    ["UPDATE streams SET erased_at = NULL WHERE category = 'person'", 'never changes'],
    ['DELETE FROM streams', 'A stream never goes'],
  ])('refuses %s from any program', async (statement, words) => {
    const store = open();
    await store.append(newStream(), 'no-stream', [newEvent()]);
    await store.append(`person-${randomUUID()}`, 'no-stream', [newEvent()]);
    const erased = `person-${randomUUID()}` as const;
    await store.append(erased, 'no-stream', [newEvent()]);
    await store.erase(erased);
    expect(() => asDatabase((database) => database.exec(statement))).toThrow(words);
    expect((await readThrough(store)).length).toBe(2);
  });

  it.each([
    [
      'DELETE FROM events WHERE log_position = 1',
      ['1 of the 3 events that were recorded are missing, and no stream was erased.'],
    ],
    [
      'DELETE FROM events WHERE log_position = 3',
      [expect.stringMatching(/^1 of the 3 events/), expect.stringMatching(/^person-.* holds no event/)],
    ],
    [
      "UPDATE streams SET erased_at = '2026-01-01'",
      [
        expect.stringMatching(/^thing-.* is not of a person\.$/),
        expect.stringMatching(/^person-.* still holds events\.$/),
      ],
    ],
  ])('tells what was taken out of it by hand: %s', async (statement, told) => {
    const store = open();
    await store.append(newStream(), 'no-stream', [newEvent(), newEvent()]);
    await store.append(`person-${randomUUID()}`, 'no-stream', [newEvent()]);
    expect(store.losses()).toEqual([]);
    asDatabase((database) =>
      database.exec(`DROP TRIGGER only_erased_streams_lose_events; DROP TRIGGER only_persons_are_erased; ${statement}`),
    );
    expect(store.losses()).toEqual(told);
  });

  it.each([
    ['removed', () => rmSync(path)],
    ['replaced by a copy', () => (copyFileSync(path, `${path}.copy`), renameSync(`${path}.copy`, path))],
  ])('stops the log when it is %s while in use, instead of taking what would be lost', async (_how, takeAway) => {
    const told: string[] = [];
    const store = open({ onFailure: ({ message }) => told.push(message) });
    const stream = newStream();
    await store.append(stream, 'no-stream', [newEvent()]);
    takeAway();
    await expect(store.append(stream, 0, [newEvent()])).rejects.toThrow('removed or replaced while it was in use');
    await expect(store.append(stream, 0, [newEvent()])).rejects.toBeInstanceOf(LogUnavailable);
    expect(told).toHaveLength(1);
  });

  it('misses nothing where a person was erased', async () => {
    const store = open();
    const person = `person-${randomUUID()}` as const;
    await store.append(person, 'no-stream', [newEvent()]);
    await store.append(newStream(), 'no-stream', [newEvent()]);
    await store.erase(person);
    expect(store.losses()).toEqual([]);
  });

  it('may be damaged in one event, and still gives all others', async () => {
    const [damaged, sound] = [newStream(), newStream()];
    const store = open();
    await store.append(damaged, 'no-stream', [newEvent({ due: '2026-04-30' })]);
    await store.append(sound, 'no-stream', [newEvent()]);
    asDatabase((database) =>
      database.exec(`DROP TRIGGER an_event_is_never_changed;
        UPDATE events SET data = replace(data, '":"', '":@') WHERE log_position = 1`),
    );
    const text = { type: 'ThingHappened', data: '{"due":@2026-04-30"}', metadata: expect.any(String) };
    const unreadable = { stream: damaged, revision: 0, type: '$unreadable', data: text, metadata: {} };
    expect((await store.read(damaged)).events).toMatchObject([unreadable]);
    expect(await readThrough(store)).toMatchObject([unreadable, { stream: sound, type: 'ThingHappened' }]);
  });

  it('is the same log each time it is opened', async () => {
    const { logId } = await open().head();
    await opened[0]?.close();
    expect((await open().head()).logId).toBe(logId);
  });

  it('is made once when two make it at the same moment', async () => {
    const script = `
      const { SqliteEventStore } = await import(${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)});
      const { Worker, isMainThread, workerData } = await import('node:worker_threads');
      const store = SqliteEventStore.open(${JSON.stringify(path)});
      console.log((await store.head()).logId);`;
    const worker = `
      const { Worker } = await import('node:worker_threads');
      for (let made = 0; made < 4; made++) new Worker(${JSON.stringify(script)}, { eval: true, execArgv: ['--input-type=module'] });`;
    const { stdout, stderr } = run(['--input-type=module', '--eval', worker]);
    const logIds = stdout.trim().split('\n');
    expect([logIds.length, new Set(logIds).size, stderr]).toEqual([4, 1, '']);
  });

  it('is refused when a newer version made it', async () => {
    await open().close();
    asDatabase((database) => database.exec('PRAGMA user_version = 2'));
    for (const readOnly of [false, true]) {
      expect(() => open({ readOnly })).toThrow(LogUnavailable);
      expect(() => open({ readOnly })).toThrow('made by a newer version of Minutebook (format 2; this one knows 1)');
    }
  });

  it('is refused when it is something else', () => {
    asDatabase((database) => database.exec('CREATE TABLE other (a)'));
    expect(() => open()).toThrow('is not a Minutebook log');
    expect(() => open({ readOnly: true })).toThrow('is not a Minutebook log');
    writeFileSync(path, 'Dear Sir, '.repeat(1000));
    expect(() => open()).toThrow(LogUnavailable);
  });

  it('can be read beside the program that writes it, and not be written', async () => {
    const writer = open();
    const stream = newStream();
    await writer.append(stream, 'no-stream', [newEvent()]);
    const reader = open({ readOnly: true });
    const stop = new AbortController();
    const batches = reader.subscribe(undefined, [], stop.signal);
    expect((await batches.next()).value?.events).toHaveLength(1);
    const next = batches.next();
    await writer.append(stream, 0, [newEvent()]);
    expect(((await next).value as Batch).events).toHaveLength(1);
    stop.abort();
    await expect(reader.append(stream, 1, [newEvent()])).rejects.toThrow('opened for reading only');
    await expect(reader.erase(`person-${randomUUID()}`)).rejects.toThrow(LogUnavailable);
    expect((await reader.read(stream)).revision).toBe(1);
  });

  it('is not made by opening it for reading only', () => {
    expect(() => open({ readOnly: true })).toThrow(LogUnavailable);
    expect(existsSync(path)).toBe(false);
  });
});

describe('a copy of the embedded log', () => {
  const openCopy = (at: string) => {
    const copy = SqliteEventStore.open(at);
    opened.push(copy);
    return copy;
  };

  it('is the same log: its events, its id, its places, its guards, and where it goes on', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no-stream', [newEvent({ words: 'one' }), newEvent()]);
    await store.append('person-1', 'no-stream', [newEvent({ name: 'Somebody' })]);
    await store.erase('person-1');
    const at = join(folder, 'copy.sqlite');
    store.copyTo(at);
    const head = await store.head();
    await store.append(stream, 1, [newEvent()]);

    const copy = openCopy(at);
    expect(await copy.head()).toEqual(head);
    expect(await copy.read(stream)).toEqual({ events: (await store.read(stream)).events.slice(0, 2), revision: 1 });
    await expect(copy.read('person-1')).rejects.toThrow(StreamErased);
    expect(copy.losses()).toEqual([]);
    const appended = await copy.append(stream, 1, [newEvent()]);
    expect(appended).toMatchObject({ revision: 2, logPosition: '4' });
    expect(() => copy['database'].exec("UPDATE events SET data = '{}'")).toThrow('An event is never changed.');
  });

  it('is made of what stood there at one moment, while another connection appends', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no-stream', [newEvent()]);
    const reader = open({ readOnly: true });
    for (let round = 0; round < 5; round += 1) {
      await store.append(stream, round, [newEvent()]);
      const at = join(folder, `copy-${round}.sqlite`);
      reader.copyTo(at);
      expect((await openCopy(at).read(stream)).revision).toBe(round + 1);
    }
  });

  it('is never written over another file, and its failing leaves the log as it was', async () => {
    const store = open();
    await store.append('thing-1', 'no-stream', [newEvent()]);
    const at = join(folder, 'taken');
    writeFileSync(at, 'something');
    expect(() => store.copyTo(at)).toThrow(LogUnavailable);
    expect(() => store.copyTo(join(folder, 'nowhere', 'copy'))).toThrow(/can't be copied to .*nowhere/);
    expect((await store.append('thing-1', 0, [newEvent()])).outcome).toBe('appended');
  });
});

describe('subscriptions to the embedded log', () => {
  it('look for what others wrote only while a reader waits', async () => {
    const store = open();
    const stop = new AbortController();
    const batches = store.subscribe(undefined, [], stop.signal);
    await batches.next();
    expect(store['poll']).toBeUndefined();
    const next = batches.next();
    expect(store['poll']?.hasRef()).toBe(false);
    stop.abort();
    await next;
    expect(store['poll']).toBeUndefined();
  });

  it('fail when the log is closed under them', async () => {
    const store = open();
    const batches = store.subscribe(undefined, [], new AbortController().signal);
    await batches.next();
    const next = batches.next();
    await store.close();
    await expect(next).rejects.toThrow(LogUnavailable);
    await expect(store.read(newStream())).rejects.toThrow('The log is closed.');
  });
});

describe('an embedded log that is closed', () => {
  it('has kept what was appended in the moment before', async () => {
    const store = open();
    const stream = newStream();
    const appended = store.append(stream, 'no-stream', [newEvent()]);
    await store.close();
    expect((await appended).outcome).toBe('appended');
    expect((await open().read(stream)).revision).toBe(0);
  });
});

describe('an embedded log that meets trouble', () => {
  it('keeps nothing of what does not fit on a full disk, and goes on when there is room', async () => {
    const failures: Error[] = [];
    const store = open({ onFailure: (error) => failures.push(error) });
    const stream = newStream();
    await store.append(stream, 'no-stream', [newEvent()]);
    store['database'].exec('PRAGMA max_page_count = 20');
    const tooMuch = [newEvent(), newEvent({ words: 'x'.repeat(100_000) })];
    await expect(store.append(stream, 0, tooMuch)).rejects.toThrow('The disk is full');
    store['database'].exec('PRAGMA max_page_count = 2000');
    expect((await store.read(stream)).revision).toBe(0);
    expect((await store.append(stream, 0, tooMuch)).outcome).toBe('appended');
    expect(failures).toEqual([]);
  });

  it('asks to be tried again when another program holds the file for long', async () => {
    const store = open();
    store['database'].exec('PRAGMA busy_timeout = 20');
    const stream = newStream();
    const holder = new DatabaseSync(path);
    holder.exec('BEGIN IMMEDIATE');
    await expect(store.append(stream, 'no-stream', [newEvent()])).rejects.toThrow('Another process is writing');
    holder.close();
    expect((await store.append(stream, 'no-stream', [newEvent()])).outcome).toBe('appended');
  });

  // A limit on the size of files makes a write fail as a broken disk does.
  (process.platform === 'win32' ? it.skip : it)('takes nothing more after a write that failed', async () => {
    const script = `
      const { SqliteEventStore } = await import(${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)});
      const failures = [];
      const store = SqliteEventStore.open(${JSON.stringify(path)}, { onFailure: (error) => failures.push(error.name) });
      const words = 'x'.repeat(3000);
      const append = async (number) => store.append('thing-x', number === 0 ? 'no-stream' : number - 1,
        [{ id: crypto.randomUUID(), type: 'ThingHappened', data: { words }, metadata: {} }]);
      const nameOf = (promise) => promise.then(() => 'none', (error) => error.name);
      const waits = store.subscribe(await store.head(), [], new AbortController().signal);
      await waits.next();
      const reader = nameOf(waits.next().then(function more() { return waits.next().then(more); }));
      let kept = 0;
      let first;
      for (; first === undefined; ) await append(kept).then(() => kept++, (error) => (first = error.name));
      const after = [await nameOf(append(kept)), await nameOf(store.read('thing-x')), await nameOf(store.head()),
        await nameOf(store.erase('person-x')), await reader];
      console.log(JSON.stringify({ first, kept, after, failures }));`;
    const { stdout, stderr } = run(['--input-type=module', '--eval', script], 'ulimit -f 800;');
    const { first, kept, after, failures } = JSON.parse(stdout || stderr);
    expect(first).toBe('OutcomeUnknown');
    expect(after).toEqual(Array(5).fill('LogUnavailable'));
    expect(failures).toEqual(['LogUnavailable']);
    expect(kept).toBeGreaterThan(10);
    expect((await open().read('thing-x')).events).toHaveLength(kept);
  });
});

function run(words: string[], before = ''): { stdout: string; stderr: string } {
  const options = ['--conditions=source', '--disable-warning=ExperimentalWarning'];
  return spawnSync('sh', ['-c', `${before} exec "$0" "$@"`, process.execPath, ...options, ...words], {
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
}

async function readThrough(store: SqliteEventStore): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const batch of store.subscribe(undefined, [], new AbortController().signal)) {
    events.push(...batch.events);
    if (batch.isCaughtUp) break;
  }
  return events;
}
