import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';
import { compareWithRebuilt } from '../maintenance/rebuild.ts';
import { type OpenRecord, openRecord } from '../record.ts';
import { beginWithCopy, type PublishedCopy, readPublished } from './published-copy.ts';
import { Publishing, PublishWhenErased } from './publishing.ts';
import { EventRecorded } from '../projection/event-recorded.ts';

describe('A published copy of the lists', () => {
  let within: string;
  let copies: string;
  let worker: RunningApplication;
  let publishing: Publishing;
  const opened: OpenRecord[] = [];

  beforeEach(async () => {
    within = mkdtempSync(join(tmpdir(), 'minutebook-copies-'));
    copies = join(within, 'copies');
    worker = await startApplication({ record: openRecord(join(within, 'worker'), { begin: true }) });
    await withRecommendation(worker);
    await worker.projection.reachedOwn();
    publishing = new Publishing(worker.record);
    await publishing.begin(copies);
  });
  afterEach(async () => {
    for (const record of opened.splice(0)) await record.close();
    await publishing.onApplicationShutdown();
    await worker.stop();
    rmSync(within, { recursive: true, force: true });
  });

  const published = (): PublishedCopy => {
    const found = readPublished(copies);
    if ('why' in found) throw new Error(found.why);
    return found;
  };
  /** A process that begins: the same log, and lists of its own, which hold nothing yet. */
  const another = async (name = 'another'): Promise<OpenRecord> => {
    const folder = join(within, name);
    const copy = openRecord(folder, { begin: true });
    await copy.close();
    for (const file of ['log.db', 'log.db-wal', 'log.db-shm', 'views'])
      rmSync(join(folder, file), { recursive: true, force: true });
    cpSync(join(within, 'worker', 'log.db'), join(folder, 'log.db'));
    cpSync(join(within, 'worker', 'log.db-wal'), join(folder, 'log.db-wal'));
    const record = openRecord(folder);
    opened.push(record);
    return record;
  };
  const references = ({ readModel }: OpenRecord) => readModel.register.list().items.map(({ reference }) => reference);

  it('is what a new process begins with, and it reads on from there', async () => {
    await worker.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    const record = await another();
    expect(await beginWithCopy(record, copies)).toBe(`The lists begin with the copy in ${copies}.`);
    expect(record.readModel.checkpoint()).toEqual(published().checkpoint);
    expect(references(record)).toEqual(['OIC-R1/SYP']);
    expect((await compareWithRebuilt(record)).different).toEqual([]);
    expect(record.readModel.references.resolve('body', 'WYP')).toBeDefined();
  });

  it('is not taken by lists that have begun', async () => {
    expect(await beginWithCopy(worker.record, copies)).toBeUndefined();
  });

  it.each<[string, why: RegExp, spoil: () => void]>([
    [
      'is missing',
      /^There is no copy of the lists in .+ yet\. The lists are made/,
      () => rmSync(join(copies, 'lists.json')),
    ],
    [
      'can’t be told',
      /^What .+lists\.json tells of the copy of the lists can’t be read\./,
      () => writeFileSync(join(copies, 'lists.json'), '{'),
    ],
    [
      'is damaged',
      /^The copy of the lists in .+ is damaged\./,
      () => {
        const path = join(copies, published().file);
        const bytes = readFileSync(path);
        const at = bytes.indexOf('South Yorkshire Police');
        bytes[at] = bytes.readUInt8(at) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    ['is gone', /^The copy of the lists in .+ can’t be used \(ENOENT/, () => rmSync(join(copies, published().file))],
    [
      'is of another version',
      /made by another version of Minutebook\./,
      () => tell({ views: { ...published().views, register: 'x' } }),
    ],
    ['is of another log', /is of another log\./, () => tell({ checkpoint: { ...published().checkpoint, logId: 'x' } })],
    [
      'is beyond the log',
      /is of another log\./,
      () => tell({ checkpoint: { ...published().checkpoint, logPosition: '99999' } }),
    ],
    [
      'went on otherwise',
      /is of another log\./,
      () => tell({ checkpoint: { ...published().checkpoint, eventId: '3b0f8a3e-1f62-4c0e-8f0c-1f9c6f1d2a78' } }),
    ],
  ])('that %s is passed over in one sentence, and nothing of it is left', async (_name, why, spoil) => {
    spoil();
    const record = await another();
    const begun = await beginWithCopy(record, copies);
    expect(begun).toMatch(why);
    expect(begun).toMatch(/ The lists are made from the log\.$/);
    expect(record.readModel.checkpoint()).toBeUndefined();
    expect(readdirSync(join(within, 'another', 'views')).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  });

  function tell(changed: Partial<PublishedCopy>): void {
    writeFileSync(join(copies, 'lists.json'), JSON.stringify({ ...published(), ...changed }));
  }

  it('is made again once in a while when something was recorded, and the one before is gone', async () => {
    const first = published();
    await publishing.publishWhenDue();
    tell({ publishedAt: '2026-01-01T00:00:00.000Z' });
    await publishing.publishWhenDue();
    expect(published().file).toBe(first.file);
    await worker.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await worker.projection.reachedOwn();
    await publishing.publishWhenDue();
    expect(published().file).not.toBe(first.file);
    expect(readdirSync(copies).sort()).toEqual([published().file, 'lists.json']);
  });

  it('is made again at once when a person is erased, and holds nothing of them', async () => {
    const person = await worker.done('register-person', undefined, { name: 'Nobody Placeholder' });
    await worker.projection.reachedOwn();
    tell({ publishedAt: '2026-01-01T00:00:00.000Z' });
    await publishing.publishWhenDue();
    const bytes = (): Buffer => readFileSync(join(copies, published().file));
    expect(bytes().includes('Nobody Placeholder')).toBe(true);
    await worker.done('record-person-erasure', undefined, { person, reason: 'They asked for it.' });
    await worker.projection.reachedOwn();
    const { logPosition } = await worker.record.store.head();
    await new PublishWhenErased(publishing).handle(new EventRecorded(logPosition, new Set(['PersonErased'])));
    expect(bytes().includes('Nobody Placeholder')).toBe(false);
    expect(published().erased).toBe(1);
  });
});
