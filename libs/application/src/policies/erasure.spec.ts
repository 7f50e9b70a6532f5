import { readFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { StreamErased } from '#event-store';
import { startApplication } from '../../../../test/support/application.ts';
import { openRecord } from '../record.ts';
import { RecordFacts } from '../record-facts.ts';
import { Policies } from './policies.ts';

const NAME = 'Quintessa Zephyrine Mottershead';

describe('a person who is erased', () => {
  it('is gone from the log, the lists and the files; that it was done stays, with the reason', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-erasure-'));
    const running = await startApplication({ record: openRecord(folder, { begin: true }) });
    const person = await running.done('register-person', undefined, { name: NAME });
    await running.done('establish-post', 'SYMCA', { postCode: 'DM', title: 'Deputy Mayor' });
    await running.done('begin-holding', 'SYMCA', { post: 'SYMCA/DM', person });
    await running.done('record-person-erasure', undefined, { person, reason: 'Asked for, and no longer needed.' });

    await expect(running.record.store.read(`person-${person}`)).rejects.toBeInstanceOf(StreamErased);
    expect(running.policies.hasErased(person)).toBe(true);
    expect(running.record.readModel.directory.person(person)).toBeUndefined();
    const told = await running.histories.of('body', 'SYMCA');
    expect(told?.entries.map(({ sentence }) => sentence).join(' ')).not.toContain(NAME);
    expect(told?.entries.map(({ type }) => type)).toContain('HoldingBegun');
    expect(await running.send('add-person-alias', person, { alias: 'Q' })).not.toMatchObject({ outcome: 'done' });

    await running.stop();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).includes(NAME)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('is erased after the next start, when a crash came between the promise and the deed', async () => {
    const running = await startApplication();
    const person = await running.done('register-person', undefined, { name: NAME });
    const erase = interrupted(running.record.store);
    await running.send('record-person-erasure', undefined, { person, reason: 'Asked for.' });
    expect((await running.record.store.read(`person-${person}`)).events).toHaveLength(1);
    expect(running.policies.hasErased(person)).toBe(false);
    erase.goesOn();
    // As the next process would: nothing is remembered of the failure.
    await new Policies(
      running.app.get(CommandBus),
      running.record.store,
      running.record.readModel,
      running.projection,
      running.app.get(RecordFacts),
    ).pay();
    await expect(running.record.store.read(`person-${person}`)).rejects.toBeInstanceOf(StreamErased);
    await running.stop();
  });
});

/** The disk stops answering at the moment of the deed. */
function interrupted(store: { erase: (stream: `person-${string}`) => Promise<void> }): { goesOn: () => void } {
  const real = store.erase.bind(store);
  store.erase = () => Promise.reject(new Error('The process was killed.'));
  return { goesOn: () => (store.erase = real) };
}
