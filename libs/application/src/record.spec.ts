import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecord, RecordUnusable } from './record.ts';

describe('The folder of a record', () => {
  let within: string;
  beforeAll(() => {
    within = mkdtempSync(join(tmpdir(), 'minutebook-'));
  });
  afterAll(() => rmSync(within, { recursive: true }));

  it('is made with those it lies in, and is open to its owner alone', async () => {
    const folder = join(within, 'one', 'two');
    await openRecord(folder, { begin: true }).close();
    for (const made of [folder, join(within, 'one')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });

  it('must have a name', () => {
    expect(() => openRecord(' ', { begin: true })).toThrow(RecordUnusable);
    expect(existsSync(' ')).toBe(false);
  });

  it('can’t be in a file, or stand where a link leads nowhere', () => {
    writeFileSync(join(within, 'file'), '');
    symlinkSync(join(within, 'nowhere'), join(within, 'link'));
    for (const name of ['file/record', 'link']) {
      expect(() => openRecord(join(within, name), { begin: true })).toThrow(RecordUnusable);
    }
  });

  it('is not begun anew where its log was emptied', async () => {
    const folder = join(within, 'emptied');
    await openRecord(folder, { begin: true }).close();
    writeFileSync(join(folder, 'log.db'), '');
    expect(() => openRecord(folder)).toThrow(/^The log of the record in .+ is empty\. Put back/);
  });

  it.each(['{', 'null', '{}', '{"standsAt":"soon","when":"2026-02-10T09:00:00.000Z"}'])(
    'is no sample whose clock stands still at %s',
    async (text) => {
      const folder = mkdtempSync(join(within, 'sample-'));
      await openRecord(folder, { begin: true }).close();
      writeFileSync(join(folder, 'sample.json'), text);
      expect(() => openRecord(folder)).toThrow(RecordUnusable);
    },
  );

  (process.platform === 'linux' ? it : it.skip)('is refused at once where the system takes no folders', () => {
    expect(() => openRecord('/proc/record', { begin: true })).toThrow(/^The folder \/proc\/record can’t be made/);
  });
});
