/** The invariants that stand in the code and stay on: each is seen to refuse what breaks it. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compareWithRebuilt, openRecord } from '#application';
import { AGGREGATES, InvariantBroken } from '#domain';
import { type EventToAppend, LogUnavailable, NotThisLog, SqliteEventStore } from '#event-store';
import { openReadModel } from '#read-model';
import { ACTION, type RunningApplication, startApplication, withRecommendation } from '../support/application.ts';
import { comparePositions, LogOfEvents } from '../support/log-of-events.ts';
import { storyOf } from '../support/story-of.ts';

const STREAM = 'thing-6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10';
const PERSON = 'person-6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10';
const GUARDS = [
  'an_event_is_never_changed',
  'only_erased_streams_lose_events',
  'only_persons_are_erased',
  'a_stream_never_goes',
];

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-invariants-'));
  path = join(folder, 'log.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function things(count: number): EventToAppend[] {
  return Array.from({ length: count }, (_unused, index) => ({
    id: `6f2c1c1e-8a57-4d0b-9a58-${String(index).padStart(12, '0')}`,
    type: 'ThingHappened',
    data: {},
    metadata: {},
  }));
}

/** A hand on the file itself. */
function tamper(...statements: string[]): void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

/** The same, with what guards the events taken out of its way and put back. */
function tamperUnguarded(...statements: string[]): void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  const triggers = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").all() as { sql: string }[];
  database.close();
  tamper(...GUARDS.map((guard) => `DROP TRIGGER ${guard}`), ...statements, ...triggers.map(({ sql }) => sql));
}

describe('I1: what was acknowledged is in the log exactly once', () => {
  it('so an append that wrote nothing is not acknowledged, and stops the log', async () => {
    const failures: Error[] = [];
    const store = SqliteEventStore.open(path, { onFailure: (error) => failures.push(error) });
    tamper('CREATE TRIGGER swallow BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END');
    await expect(store.append(STREAM, 'no-stream', things(1))).rejects.toThrow('was not written exactly once');
    expect(failures).toHaveLength(1);
    await expect(store.append(STREAM, 'no-stream', things(1))).rejects.toBeInstanceOf(LogUnavailable);
    await store.close();
  });

  it('so a commit that did not take place is not acknowledged', async () => {
    const store = SqliteEventStore.open(path);
    const { commit } = store as unknown as { commit: { run(): void } };
    commit.run = () => undefined;
    await expect(store.append(STREAM, 'no-stream', things(1))).rejects.toThrow(
      'A commit returned and had not taken place.',
    );
    await store.close();
  });

  it('so an event can’t stand in its stream twice, whoever writes it', async () => {
    const store = SqliteEventStore.open(path);
    await store.append(STREAM, 'no-stream', things(1));
    await expect(store.append(STREAM, 0, things(1))).rejects.toThrow('already holds an event with one of these ids');
    await store.close();
    const again = (revision: string, id: string): string =>
      `INSERT INTO events SELECT NULL, stream, ${revision}, ${id}, type, stored_at, data, metadata FROM events`;
    expect(() => tamper(again('revision', 'randomblob(16)'))).toThrow('UNIQUE');
    expect(() => tamper(again('revision + 1', 'id'))).toThrow('UNIQUE');
  });
});

describe('I2: every event says whom it belongs to, who recorded it, when, and by which command', () => {
  let running: RunningApplication;
  let now: string;
  beforeEach(async () => {
    now = '2026-02-10T09:00:00.000Z';
    running = await startApplication({ clock: () => now });
    await withRecommendation(running);
  });
  afterEach(() => running.stop());

  it.each(['body', 'concerns'])('so an event without its %s is not recorded', async (field) => {
    const decider = AGGREGATES['recommendation']?.decider as unknown as { decide: (...given: unknown[]) => unknown };
    const { decide } = decider;
    decider.decide = (...given) => {
      const verdict = decide(...given) as { data: Record<string, unknown> }[];
      for (const { data } of verdict) delete data[field];
      return verdict;
    };
    try {
      const before = await running.record.store.head();
      await expect(running.send('assign-action', 'OIC-R1/SYP', ACTION)).rejects.toThrow(
        `ActionAssigned was about to be recorded without its ${field}.`,
      );
      expect(await running.record.store.head()).toEqual(before);
    } finally {
      decider.decide = decide;
    }
  });

  it('so an event is not recorded at a time that is none', async () => {
    const sent = running.send('assign-action', 'OIC-R1/SYP', ACTION);
    // After the dates in it were looked at, which stops earlier at such a clock.
    now = '2026-02-10T09:00Z';
    await expect(sent).rejects.toThrow('ActionAssigned was about to be recorded without its recordedAt.');
    now = '2026-02-10T09:00:00.000Z';
  });
});

describe('I3: the revisions of a stream have no gap', () => {
  it('so a stream that has one is not read, and nothing is decided on it', async () => {
    const store = SqliteEventStore.open(path);
    await store.append(STREAM, 'no-stream', things(3));
    tamperUnguarded('DELETE FROM events WHERE revision = 1');
    await expect(store.read(STREAM)).rejects.toBeInstanceOf(InvariantBroken);
    await store.close();
  });

  it('so a stream whose beginning is missing is held back from the lists', () => {
    const log = storyOf('meeting', 0, new LogOfEvents());
    const readModel = openReadModel(':memory:', comparePositions);
    readModel.begin();
    readModel.project(log.batch(log.events.slice(1)));
    expect(readModel.parked()).toEqual([
      expect.objectContaining({ revision: 1, reason: expect.stringContaining('missing') }),
    ]);
    readModel.close();
  });
});

describe('I4: the lists are what the log says', () => {
  it('so a row that somebody changed is found, by the name of its table', async () => {
    const record = openRecord(folder, { begin: true });
    const running = await startApplication({ record });
    await withRecommendation(running);
    expect((await compareWithRebuilt(record)).different).toEqual([]);
    const [views = ''] = readdirSync(join(folder, 'views')).filter((file) => file.endsWith('.db'));
    const database = new DatabaseSync(join(folder, 'views', views), { timeout: 5_000 });
    database.exec("UPDATE reference_codes SET code = 'ANOTHER' WHERE code = 'OIC'");
    database.close();
    expect((await compareWithRebuilt(record)).different).toEqual(['reference_codes']);
    await running.stop();
  });
});

describe('I5: the lists never stand beyond the end of the log', () => {
  /** As when an older copy is put in its place. */
  const shorten = (): void =>
    tamperUnguarded('DELETE FROM events WHERE log_position > 1', 'UPDATE sqlite_sequence SET seq = 1');

  it('so a reader who has seen more is not let in', async () => {
    const store = SqliteEventStore.open(path);
    await store.append(STREAM, 'no-stream', things(3));
    const head = await store.head();
    shorten();
    const subscribed = store.subscribe(head, [], AbortSignal.timeout(60_000)).next();
    await expect(subscribed).rejects.toBeInstanceOf(NotThisLog);
    await expect(subscribed).rejects.toThrow('The checkpoint is at 3, and this log ends at 1');
    await store.close();
  });

  it('so a reader under whom the log becomes shorter is told', async () => {
    const store = SqliteEventStore.open(path);
    await store.append(STREAM, 'no-stream', things(3));
    const batches = store.subscribe(undefined, [], AbortSignal.timeout(60_000));
    expect((await batches.next()).value).toMatchObject({ isCaughtUp: true });
    shorten();
    await expect(batches.next()).rejects.toThrow('an older copy was put in its place');
    await store.close();
  });

  it('so a server whose lists do says so, and is not ready', async () => {
    const record = openRecord(folder, { begin: true });
    const running = await startApplication({ record });
    await running.projection.stop();
    expect((await running.projection.status()).failure).toBeUndefined();
    shorten();
    expect((await running.projection.status()).failure).toContain('an older copy was put in its place');
    await running.stop();
  });
});

describe('I9: nobody sees their own write disappear', () => {
  it('so lists that were begun again since are not said to hold it', async () => {
    const running = await startApplication();
    const { waiters } = running.projection as unknown as { waiters: Set<{ wake(reached: boolean): void }> };
    const isReached = running.projection.reached('1000000', 5_000);
    for (const waiter of waiters) waiter.wake(true);
    expect(await isReached).toBe(false);
    expect(await running.projection.reached((await running.record.store.head()).logPosition)).toBe(true);
    await running.stop();
  });
});

describe('I12: what is stored is never written anew, and only persons can be erased', () => {
  beforeEach(async () => {
    const store = SqliteEventStore.open(path);
    await store.append(STREAM, 'no-stream', things(1));
    await store.append(PERSON, 'no-stream', things(1));
    await store.close();
  });

  it.each([
    ["UPDATE events SET data = '{}'", 'An event is never changed.'],
    ['DELETE FROM events', 'Only the events of an erased stream may go.'],
    [`UPDATE streams SET erased_at = 'now' WHERE name = '${STREAM}'`, 'A stream never changes'],
    ['DELETE FROM streams', 'A stream never goes'],
  ])('so “%s” is refused, whoever sends it', (statement, sentence) => {
    expect(() => tamper(statement)).toThrow(sentence);
  });

  it('so a log from which somebody took what refuses that is not opened', () => {
    for (const guard of GUARDS) {
      const database = new DatabaseSync(path);
      const { sql } = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(guard) as { sql: string };
      database.exec(`DROP TRIGGER ${guard}`);
      expect(() => SqliteEventStore.open(path)).toThrow(guard);
      database.exec(`CREATE TRIGGER ${guard} BEFORE UPDATE ON events BEGIN SELECT 'looks away'; END`);
      expect(() => SqliteEventStore.open(path)).toThrow(guard);
      database.exec(`DROP TRIGGER ${guard}`);
      database.exec(sql);
      database.close();
    }
  });
});
