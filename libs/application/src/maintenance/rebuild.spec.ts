import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ACTION,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../test/support/application.ts';
import { openRecord } from '../record.ts';
import { compareWithRebuilt, readToEnd, rebuild } from './rebuild.ts';

let folder: string;
let running: RunningApplication;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-rebuild-'));
  running = await startApplication({ record: openRecord(folder, { begin: true }) });
  await withRecommendation(running);
});
afterEach(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const items = () => running.record.readModel.register.list().items;

/** Changes a list behind everybody's back, as a defect would. */
function tamper(): void {
  const views = join(folder, 'views');
  const database = new DatabaseSync(join(views, readFileSync(join(views, 'current'), 'utf8').trim()));
  database.exec("UPDATE register_now SET text = 'Something else.'");
  database.close();
  expect(items()[0]?.text).toBe('Something else.');
}

describe('a rebuild', () => {
  it('finds lists that follow the log equal to ones made anew, and leaves nothing behind', async () => {
    let told = 0;
    const files = readdirSync(join(folder, 'views'));
    const { different, events, tables } = await compareWithRebuilt(running.record, (done) => (told = done));
    expect(different).toEqual([]);
    expect(tables).toBeGreaterThan(10);
    expect(told).toBe(events);
    expect(events).toBe(Number((await running.record.store.head()).logPosition));
    expect(readdirSync(join(folder, 'views'))).toEqual(files);
  });

  it('names the table whose rows are not what the log says, and changes nothing when it only compares', async () => {
    tamper();
    expect((await compareWithRebuilt(running.record)).different).toEqual(['register_now']);
    expect(items()[0]?.text).toBe('Something else.');
  });

  it('puts new lists in the place of the old ones, and what is recorded next is in them', async () => {
    tamper();
    expect(await rebuild(running.record)).toBe(Number((await running.record.store.head()).logPosition));
    // A query may go on reading the old lists for a moment.
    await pause(300);
    expect(items()[0]?.text).toBe('Send the intelligence document.');
    await running.done('assign-action', 'OIC-R1/SYP', ACTION);
    await readToEnd(running.record, running.record.readModel);
    expect(items()[0]?.openActions).toHaveLength(1);
  });

  it('compares while somebody writes', async () => {
    const writing = (async () => {
      for (let number = 1; number <= 20; number += 1) {
        await running.done('record-body', undefined, { code: `B${String(number)}`, name: 'A body', bodyKind: 'other' });
      }
    })();
    expect((await compareWithRebuilt(running.record)).different).toEqual([]);
    await writing;
    expect((await compareWithRebuilt(running.record)).different).toEqual([]);
  });
});
