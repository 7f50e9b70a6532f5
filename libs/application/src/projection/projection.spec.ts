import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';
import { LogUnavailable } from '#event-store';
import { openRecord, openRecordInMemory } from '../record.ts';
import { ListsBehind } from '../record-facts.ts';
import { type Follower, followInThread } from './followers.ts';

/** Looks until it is so, for five seconds at most. */
async function soon(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      if (isSo()) return true;
    } catch {
      // Not yet.
    }
    await pause(50);
  }
  return false;
}

describe.each([
  ['the lists', false],
  ['the lists, made in a thread of their own,', true],
])('%s', (_name, inThread) => {
  let folder: string;
  let running: RunningApplication;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-lists-'));
    running = await startApplication({ record: openRecord(folder, { begin: true }), inThread });
    await withRecommendation(running);
  });
  afterEach(async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const references = () => running.record.readModel.register.list().items.map(({ reference }) => reference);

  it('hold what was recorded once it was waited for', async () => {
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    expect(await running.projection.reachedOwn()).toBe(true);
    expect(running.record.readModel.references.resolve('body', 'WYP')).toBeDefined();
    const { at, head, isCaughtUp } = await running.projection.status();
    expect([at, isCaughtUp]).toEqual([head, true]);
    expect(running.projection.holds(head.logPosition)).toBe(true);
  });

  it('hold in a moment what nobody waits for', async () => {
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    const { logPosition } = await running.record.store.head();
    expect(await soon(() => running.projection.holds(logPosition))).toBe(true);
  });

  it('are waited for to the furthest place recorded here, in whatever order the commands were answered', async () => {
    const { logPosition: earlier } = await running.record.store.head();
    await running.projection.stop();
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    running.projection.recorded(earlier);
    expect(await running.projection.reachedOwn()).toBe(false);
  });

  it('are made again when their files are deleted under a running process, though nothing new is recorded', async () => {
    rmSync(join(folder, 'views'), { recursive: true });
    await pause(300);
    expect(await soon(() => references().includes('OIC-R1/SYP'))).toBe(true);
  });

  it('are made again when their files are damaged', async () => {
    for (const file of readdirSync(join(folder, 'views'))) {
      if (file.includes('.db'))
        writeFileSync(join(folder, 'views', file), 'This is no database any more. '.repeat(300));
    }
    await running.send('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    expect(await soon(() => references().includes('OIC-R1/SYP'))).toBe(true);
    expect(await soon(() => running.record.readModel.references.resolve('body', 'WYP') !== undefined)).toBe(true);
  });

  it('that do not hold everything yet are waited for, and what can’t be told is not guessed', async () => {
    await running.projection.stop();
    const answer = running.send('close-recommendation', 'OIC-R9/SYP', {
      level: 'reported',
      layer: 'force',
      code: 'implemented',
      reason: 'Done.',
    });
    expect(await answer).toMatchObject({ outcome: 'missing' });
    await running.record.store.append('person-3b0f8a3e-1f62-4c0e-8f0c-1f9c6f1d2a78', 'no-stream', [
      {
        id: '3b0f8a3e-1f62-4c0e-8f0c-1f9c6f1d2a79',
        type: 'PersonRegistered',
        data: { body: 'x', concerns: [], decidedBy: {}, person: 'x', name: 'x' },
        metadata: { recordedAt: '2026-02-10T09:00:00.000Z', schemaVersion: 1 },
      },
    ]);
    await expect(running.send('reopen-recommendation', 'OIC-R9/SYP', { reason: 'x' })).rejects.toBeInstanceOf(
      ListsBehind,
    );
  });
});

describe('A thread that makes the lists', () => {
  it('tells why it can’t begin, and the process goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-lists-'));
    const record = openRecordInMemory();
    const ignored = () => undefined;
    let follower: Follower | undefined;
    const failure = await new Promise<Error>((resolve) => {
      const told = { progress: ignored, beginning: ignored, trouble: ignored, warning: ignored, failure: resolve };
      follower = followInThread({ folder, eventStore: undefined }, record, told);
    });
    expect(failure).toBeInstanceOf(LogUnavailable);
    await follower?.stop();
    await record.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
