import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DomainEvent } from '#domain';
import { comparePositions, LogOfEvents } from '../../../test/support/log-of-events.ts';
import { Database, ReadModelDamaged } from './database.ts';
import { startOver } from './folder.ts';
import type { Recorded } from './log-event.ts';
import { ReadModelTakenOver } from './projector.ts';
import { ReadModelOf } from './read-model.ts';
import { plainTable } from './recorded-table.ts';
import type { View } from './view.ts';

/** Counts the notes of each stream, `times` times each: another factor is another code, and so another fingerprint. */
function countView(name: string, times = 1, health = { isSick: false }) {
  const table = plainTable<{ stream: string; count: number }>(`${name}_${String(times)}`, ['stream'], {
    stream: 'text',
    count: 'integer',
  });
  const view: View<{ of(stream: string): number }> = {
    name,
    file: import.meta.url,
    tables: table.stored,
    open: (database) => {
      const rows = table.open(database);
      return {
        on: {
          Noted: ({ stream, data }: Recorded<DomainEvent & { data: { note: string } }>) => {
            if (health.isSick && data.note === 'poison') throw new Error('It tastes odd.');
            rows.put({ stream, count: (rows.get(stream)?.count ?? 0) + times });
          },
        },
        queries: { of: (stream) => rows.get(stream)?.count ?? 0 },
      };
    },
  };
  return view;
}

const forms = { topic: { Noted: 1 } };
const noted = (count: number): DomainEvent[] =>
  Array.from({ length: count }, () => ({ type: 'Noted', data: { note: 'a' } }));

let folder: string;
let open: { close(): void }[];
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'minutebook-')), 'views');
  open = [];
});
afterEach(() => {
  for (const one of open) one.close();
  rmSync(join(folder, '..'), { recursive: true });
});

function opened(times = 1, health?: { isSick: boolean }) {
  const views = { plain: countView('plain'), other: countView('other', times, health) };
  const readModel = new ReadModelOf(folder, views, comparePositions, { forms });
  open.push(readModel);
  return readModel;
}

type Reader = Pick<ReturnType<typeof opened>, 'begin' | 'project'>;
function follow(reader: Reader, log: LogOfEvents, size = 200): void {
  for (const batch of log.batches(reader.begin(), size)) expect(reader.project(batch).outcome).toBe('projected');
}

const generations = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .sort();
const pointer = (): string => readFileSync(join(folder, 'current'), 'utf8').trim();

describe('A read model in a folder', () => {
  it('is begun when there is none, and goes on where it was closed', () => {
    const log = new LogOfEvents().record('topic-1', noted(3));
    const first = opened();
    expect(pointer()).toBe('views-1.db');
    follow(first, log);
    first.close();
    const second = opened();
    expect(second.views.plain.of('topic-1')).toBe(3);
    expect(second.checkpoint()?.logPosition).toBe('3');
    log.record('topic-1', noted(1));
    follow(second, log);
    expect(second.views.plain.of('topic-1')).toBe(4);
  });

  it('can be deleted while it is open, and is made again from the log', () => {
    const log = new LogOfEvents().record('topic-1', noted(3));
    const readModel = opened();
    follow(readModel, log);
    rmSync(folder, { recursive: true });
    log.record('topic-1', noted(1));
    expect(readModel.project(log.batch(log.events.slice(3)))).toMatchObject({ outcome: 'beginAgain' });
    follow(readModel, log);
    expect(readModel.views.plain.of('topic-1')).toBe(4);
  });

  it('may be filled by two processes at once', () => {
    const log = new LogOfEvents().record('topic-1', noted(30)).record('topic-2', noted(30));
    const [one, two] = [opened(), opened()];
    const batches = log.batches(one.begin(), 7);
    two.begin();
    for (const batch of batches) {
      one.project(batch);
      two.project(batch);
      two.project(batch);
    }
    expect(one.views.plain.of('topic-1')).toBe(30);
    expect(two.views.other.of('topic-2')).toBe(30);
    expect(one.checkpoint()).toEqual(two.checkpoint());
  });

  it('begins again from the log when its file has another format', () => {
    opened().close();
    const database = new Database(join(folder, 'views-1.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    const readModel = opened();
    expect(readModel.checkpoint()).toBeUndefined();
    expect(pointer()).toBe('views-2.db');
  });
});

describe('A view whose code changed', () => {
  it('is made again by itself; the others are kept and go on', () => {
    const log = new LogOfEvents().record('topic-1', noted(5));
    const before = opened();
    follow(before, log);
    before.close();

    const after = opened(10);
    expect(after.views.plain.of('topic-1')).toBe(5);
    expect(after.views.other.of('topic-1')).toBe(0);
    expect(after.lagging()).toEqual(['other']);
    expect(after.checkpoint()).toBeUndefined();
    // Two at a time, with something new in between.
    log.record('topic-1', noted(1)).record('topic-2', noted(1));
    follow(after, log, 2);
    expect([after.views.plain.of('topic-1'), after.views.other.of('topic-1')]).toEqual([6, 60]);
    expect(after.lagging()).toEqual([]);
    log.record('topic-2', noted(1));
    follow(after, log);
    expect([after.views.plain.of('topic-2'), after.views.other.of('topic-2')]).toEqual([2, 20]);
    expect(tables()).not.toContain('other_1');
  });

  it('waits in its lane while one of its streams is parked, and joins the others after the retry', () => {
    const log = new LogOfEvents()
      .record('topic-1', [{ type: 'Noted', data: { note: 'poison' } }])
      .record('topic-2', noted(1));
    const before = opened();
    follow(before, log);
    before.close();

    const health = { isSick: true };
    const after = opened(10, health);
    follow(after, log);
    expect(after.parked()).toMatchObject([{ stream: 'topic-1', revision: 0 }]);
    expect(after.lagging()).toEqual(['other']);
    log.record('topic-1', noted(1));
    follow(after, log);
    expect([after.views.plain.of('topic-1'), after.views.other.of('topic-1')]).toEqual([2, 0]);

    health.isSick = false;
    expect(after.retry('topic-1', log.of('topic-1'))).toBeUndefined();
    expect([after.views.plain.of('topic-1'), after.views.other.of('topic-1')]).toEqual([2, 20]);
    expect(after.lagging()).toEqual([]);
    expect(after.parked()).toEqual([]);
  });

  it('is taken from a process of the version before, which is told to stop', () => {
    const log = new LogOfEvents().record('topic-1', noted(5));
    const before = opened();
    follow(before, log);
    const after = opened(10);
    log.record('topic-1', noted(1));
    const [last] = log.batches(before.checkpoint());
    expect(() => before.project(last as never)).toThrow(ReadModelTakenOver);
    follow(after, log);
    expect(after.views.other.of('topic-1')).toBe(60);
  });

  it('can go, and its tables with it', () => {
    follow(opened(), new LogOfEvents().record('topic-1', noted(5)));
    const readModel = new ReadModelOf(folder, { plain: countView('plain') }, comparePositions, { forms });
    open.push(readModel);
    expect(tables()).not.toContain('other_1');
    expect(readModel.views.plain.of('topic-1')).toBe(5);
    expect(readModel.lagging()).toEqual([]);
  });

  const tables = (): string[] => {
    const database = new Database(join(folder, pointer()));
    const names = database.all<{ name: string }>('SELECT name FROM sqlite_schema').map(({ name }) => name);
    database.close();
    return names;
  };
});

describe('A rebuild', () => {
  it('fills a generation beside the live one and then takes its place, for every process', async () => {
    const log = new LogOfEvents().record('topic-1', noted(5));
    const [live, other] = [opened(), opened()];
    follow(live, log);
    other.begin();

    const rebuild = live.beginRebuild();
    expect(generations()).toEqual(['views-1.db', 'views-2.db']);
    follow(rebuild, log);
    expect(rebuild.tableHashes()).toEqual(live.tableHashes());
    expect(pointer()).toBe('views-1.db');
    // Something is recorded and projected while the rebuild runs.
    log.record('topic-1', noted(2));
    follow(live, log);
    follow(other, log);
    rebuild.publish();
    expect(pointer()).toBe('views-2.db');
    expect(generations()).toEqual(['views-2.db']);

    // The new generation lacks what came meanwhile: whoever projects next is told to read that again.
    log.record('topic-1', noted(1));
    expect(other.project(log.batch(log.events.slice(7)))).toMatchObject({ outcome: 'beginAgain' });
    follow(other, log);
    expect(other.views.plain.of('topic-1')).toBe(8);
    await pause(300);
    expect(live.views.plain.of('topic-1')).toBe(8);
  });

  it('tells a row that differs', () => {
    const log = new LogOfEvents().record('topic-1', noted(5));
    const live = opened();
    follow(live, log);
    const meddler = new Database(join(folder, pointer()));
    meddler.exec("UPDATE plain_1 SET count = 6 WHERE stream = 'topic-1'");
    meddler.close();
    const rebuild = live.beginRebuild();
    follow(rebuild, log);
    const [is, was] = [rebuild.tableHashes(), live.tableHashes()];
    expect(Object.keys(is).filter((table) => is[table] !== was[table])).toEqual(['plain_1']);
    rebuild.discard();
    expect(generations()).toEqual(['views-1.db']);
  });

  it('can be made in memory too', () => {
    const log = new LogOfEvents().record('topic-1', noted(5));
    const readModel = new ReadModelOf(':memory:', { plain: countView('plain') }, comparePositions, { forms });
    open.push(readModel);
    const rebuild = readModel.beginRebuild();
    follow(rebuild, log);
    expect(readModel.views.plain.of('topic-1')).toBe(0);
    rebuild.publish();
    expect(readModel.views.plain.of('topic-1')).toBe(5);
  });
});

describe('A damaged file', () => {
  const log = new LogOfEvents();
  for (let n = 0; n < 2_000; n += 1) log.record(`topic-${String(n)}`, noted(1));

  it('is said to be damaged, and is made again after starting over', () => {
    opened().close();
    writeFileSync(join(folder, 'views-1.db'), 'This is no database, whatever its name says. '.repeat(100));
    expect(() => opened()).toThrow(ReadModelDamaged);
    startOver(folder);
    const readModel = opened();
    follow(readModel, log);
    expect(readModel.views.plain.of('topic-1999')).toBe(1);
  });

  it('loses only its last moments when the end of its write-ahead log was torn off', () => {
    const whole = opened();
    follow(whole, log);
    const copy = join(folder, '..', 'copy');
    cpSync(folder, copy, { recursive: true });
    const path = join(copy, 'views-1.db-wal');
    const bytes = readFileSync(path);
    const reached = new Set<number>();
    for (let share = 0; share < 100; share += 5) {
      rmSync(join(copy, 'views-1.db-shm'), { force: true });
      cpSync(join(folder, 'views-1.db'), join(copy, 'views-1.db'));
      writeFileSync(path, bytes.subarray(0, Math.floor((bytes.length * share) / 100)));
      const views = { plain: countView('plain'), other: countView('other') };
      const torn = new ReadModelOf(copy, views, comparePositions, { forms });
      const count = Number(torn.checkpoint()?.logPosition ?? 0);
      for (let n = 0; n < 2_000; n += 1) {
        expect(torn.views.plain.of(`topic-${String(n)}`)).toBe(n < count ? 1 : 0);
      }
      reached.add(count);
      torn.close();
    }
    expect(reached.size).toBeGreaterThan(5);
  });

  it('is found out wherever its end was torn off, or still holds what it says it holds', () => {
    const whole = opened();
    follow(whole, log);
    whole.close();
    const path = join(folder, 'views-1.db');
    const bytes = readFileSync(path);
    const { size } = statSync(path);
    const outcomes = { damaged: 0, sound: 0 };
    for (let share = 0; share < 100; share += 1) {
      writeFileSync(path, bytes);
      truncateSync(path, Math.floor((size * share) / 100));
      try {
        const readModel = opened();
        const count = Number(readModel.checkpoint()?.logPosition ?? 0);
        for (let n = 0; n < count; n += 1) expect(readModel.views.plain.of(`topic-${String(n)}`)).toBe(1);
        outcomes.sound += 1;
        readModel.close();
      } catch (error) {
        expect(error).toBeInstanceOf(ReadModelDamaged);
        outcomes.damaged += 1;
      }
    }
    // An empty file is a read model that has yet to begin.
    expect(outcomes).toEqual({ damaged: 99, sound: 1 });
  });
});
