import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';
import { markAsSample, openRecord, RecordUnusable } from '../record.ts';
import { backUp } from './backup.ts';

let within: string;
let folder: string;
let running: RunningApplication;
beforeAll(async () => {
  within = mkdtempSync(join(tmpdir(), 'minutebook-backup-'));
  folder = join(within, 'record');
  running = await startApplication({ record: openRecord(folder, { begin: true }) });
  await withRecommendation(running);
});
afterAll(async () => {
  await running.stop();
  rmSync(within, { recursive: true });
});

const eventsOf = async (record: string): Promise<string[]> => {
  const log = SqliteEventStore.open(join(record, 'log.db'), { readOnly: true });
  const ids: string[] = [];
  for await (const { id } of log.rows()) ids.push(id);
  await log.close();
  return ids;
};

describe('backUp', () => {
  it('copies a record that is in use: its log, looked at from end to end, and not its lists', async () => {
    const into = join(within, 'backups', 'first');
    const begun = new Date().toISOString();
    const told: (readonly [number, number])[] = [];
    const backup = await backUp(folder, into, (events, of) => told.push([events, of]));
    const events = await eventsOf(folder);
    expect(backup).toMatchObject({ events: events.length, findings: [], losses: [] });
    expect(backup.mark >= begun && backup.mark <= new Date().toISOString()).toBe(true);
    expect(told.at(-1)).toEqual([events.length, events.length]);
    expect(readdirSync(into)).toEqual(['log.db']);
    expect(statSync(into).mode & 0o777).toBe(0o700);
    expect(await eventsOf(into)).toEqual(events);
  });

  it('makes a copy that is a record by itself, apart from the one it was made of', async () => {
    const into = join(within, 'apart');
    await backUp(folder, into);
    const before = await eventsOf(folder);
    const copy = await startApplication({ record: openRecord(into) }, { founded: 'SYMCA/SEC' });
    await copy.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await copy.stop();
    expect((await eventsOf(into)).length).toBeGreaterThan(before.length);
    expect(await eventsOf(folder)).toEqual(before);
  });

  it('takes the clock of a sample along', async () => {
    const sample = join(within, 'sample');
    await backUp(folder, sample);
    markAsSample(sample, '2026-02-10T09:00:00.000Z');
    const into = join(within, 'copy-of-sample');
    const { findings } = await backUp(sample, into);
    expect(findings).toEqual([]);
    expect(readFileSync(join(into, 'sample.json'))).toEqual(readFileSync(join(sample, 'sample.json')));
  });

  it('is refused where something lies already, and where there is no record', async () => {
    const full = join(within, 'full');
    mkdirSync(full);
    writeFileSync(join(full, 'letter'), '');
    await expect(backUp(folder, full)).rejects.toThrow(RecordUnusable);
    expect(readdirSync(full)).toEqual(['letter']);
    await expect(backUp(join(within, 'nowhere'), join(within, 'new'))).rejects.toThrow('There is no record in');
    expect(existsSync(join(within, 'new'))).toBe(false);
    await expect(backUp(folder, join(full, 'letter'))).rejects.toThrow('is a file');
  });

  it('tells what is wrong with what it copied, and keeps it', async () => {
    const broken = join(within, 'broken');
    await backUp(folder, broken);
    const log = new DatabaseSync(join(broken, 'log.db'));
    const trigger = 'only_erased_streams_lose_events';
    const { sql } = log.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(trigger) as { sql: string };
    log.exec(`DROP TRIGGER ${trigger}; DELETE FROM events WHERE log_position = 3; ${sql}`);
    log.close();
    const into = join(within, 'copy-of-broken');
    const { findings, losses } = await backUp(broken, into);
    expect([...findings, ...losses].length).toBeGreaterThan(0);
    expect(await eventsOf(into)).toEqual(await eventsOf(broken));
  });

  it('leaves no copy behind when it could not be finished', async () => {
    const torn = join(within, 'torn');
    await backUp(folder, torn);
    const file = join(torn, 'log.db');
    const bytes = readFileSync(file);
    // Pages in the middle are gone; the file is as long as it says.
    bytes.fill(0xff, 8_192, 40_960);
    writeFileSync(file, bytes);
    const into = join(within, 'copy-of-torn');
    await expect(backUp(torn, into)).rejects.toThrow();
    expect(readdirSync(into)).toEqual([]);
  });
});
