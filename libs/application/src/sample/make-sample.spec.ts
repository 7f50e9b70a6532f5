import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '#event-store';
import { type RunningApplication, startApplication } from '../../../../test/support/application.ts';
import { openRecord, RecordUnusable } from '../record.ts';
import { makeSample, SAMPLE_ENDS_AT } from './make-sample.ts';

const root = mkdtempSync(join(tmpdir(), 'minutebook-sample-'));
const folder = join(root, 'one');
let running: RunningApplication;

beforeAll(async () => {
  await makeSample(folder);
  running = await startSample(folder);
});
afterAll(async () => {
  await running.stop();
  rmSync(root, { recursive: true });
});

/** The sample as it is, without the body that other specs begin with. */
function startSample(from: string): Promise<RunningApplication> {
  return startApplication({ record: openRecord(from) }, { founded: 'WYPCC/SEC' });
}

async function fingerprint(from: string): Promise<string> {
  const store = SqliteEventStore.open(join(from, 'log.db'));
  const hash = createHash('sha256');
  for await (const { stream, revision, id, type, data, metadata } of store.rows()) {
    hash.update(JSON.stringify([stream, revision, id, type, data, metadata]));
  }
  await store.close();
  return hash.digest('hex');
}

describe('the sample record', () => {
  it('is the same to the byte every time', async () => {
    const other = join(root, 'two');
    await makeSample(other);
    expect(await fingerprint(other)).toBe(await fingerprint(folder));
  });

  it('needs a folder of its own', async () => {
    const full = mkdtempSync(join(root, 'full-'));
    writeFileSync(join(full, 'letter.txt'), 'mine');
    await expect(makeSample(full)).rejects.toBeInstanceOf(RecordUnusable);
    expect(existsSync(join(full, 'log.db'))).toBe(false);
  });

  it('stands at 10 February 2026, 09:00, and ticks on from there', () => {
    const now = running.record.clock();
    expect(running.record.isSample).toBe(true);
    expect(now >= SAMPLE_ENDS_AT && now < '2026-02-10T09:10:00.000Z').toBe(true);
  });

  it('fans OIC-R1, R2, R3 and R9 out to four forces; only South Yorkshire’s have positions', () => {
    const { items } = running.record.readModel.register.list({ report: idOf('report', 'OIC'), size: 100 });
    expect(items).toHaveLength(16);
    for (const { reference, positions } of items)
      expect([reference, positions.length]).toEqual([reference, reference.endsWith('/SYP') ? 2 : 0]);
    expect(items.find(({ reference }) => reference === 'OIC-R1/SYP')).toMatchObject({
      deadline: { date: '2026-04-30' },
    });
    expect(items.find(({ reference }) => reference === 'OIC-R2/SYP')).toMatchObject({
      deadline: { date: '2025-12-31' },
    });
  });

  it('has no action for sub-part (b) anywhere, and says so', () => {
    const { items } = running.record.readModel.register.list({ report: idOf('report', 'YHSOC'), size: 100 });
    const withParts = items.filter(({ subParts }) => subParts.length > 0);
    expect(withParts.map(({ reference }) => reference)).toEqual(
      ['HUM', 'NYP', 'SYP', 'WYP', 'YHROCU'].map((body) => `YHSOC-AFI-A/${body}`),
    );
    for (const item of withParts) expect(item.subPartsWithoutAction).toEqual(['b']);
  });

  it('lists the decision that could not be carried out', () => {
    expect(running.record.readModel.decisions.notCarriedOut().items.map(({ number }) => number)).toEqual([
      'D-2026-003',
    ]);
  });

  it('tells MARTOM’s question to the board and its answer', async () => {
    const history = await running.histories.of('recommendation', 'YHSOC-AFI-A/WYP');
    const types = history?.entries.map(({ type }) => type) ?? [];
    const order = ['EscalationRaised', 'EscalationTakenUp', 'DecisionRecorded', 'EscalationAnswered'].map((type) =>
      types.indexOf(type),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('corrects both letters’ dates once, with the reason', async () => {
    const history = await running.histories.of('recommendation', 'YHSOC-AFI-A/SYP');
    const corrections = history?.entries.filter(({ type }) => type === 'DocumentDateCorrected') ?? [];
    expect(corrections).toHaveLength(2);
    for (const { sentence } of corrections) {
      expect(sentence).toContain('2025');
      expect(sentence).toContain('2026');
      expect(sentence).toContain('because');
    }
  });

  it('marks what no document states', async () => {
    const history = await running.histories.of('recommendation', 'OIC-R1/SYP');
    for (const { type, illustration, sentence } of history?.entries ?? []) {
      if (type === 'ActionAssigned' || type === 'ProgressReported')
        expect([illustration, sentence]).toEqual([true, expect.stringMatching(/^Illustration:/)]);
    }
    expect(
      running.record.readModel.register
        .list({ text: 'OIC-R1' })
        .items.find(({ reference }) => reference === 'OIC-R1/SYP'),
    ).toMatchObject({ illustration: true });
  });

  it('marks of a letter only what is made up: that it was sent, not the letter', () => {
    const { items } = running.record.readModel.documents.list();
    expect(items).toHaveLength(4);
    for (const { illustration, sendings } of items) {
      expect(illustration).toBe(false);
      for (const sending of sendings) expect(sending.illustration).toBe(true);
    }
  });

  it('has every recommendation overseen by the body that holds the functions now', () => {
    const { items } = running.record.readModel.register.list({ size: 100 });
    const overseers = (body: string) => [
      ...new Set(items.filter(({ reference }) => reference.endsWith(`/${body}`)).map(({ overseer }) => overseer)),
    ];
    for (const body of ['WYP', 'YHROCU']) expect([body, overseers(body)]).toEqual([body, [idOf('body', 'WYCA')]]);
  });

  it('names nobody but those who signed the letters; placeholders have addresses that cannot exist', async () => {
    const persons: { name: string; email?: string; placeholder?: boolean }[] = [];
    const signal = new AbortController();
    for await (const batch of running.record.store.subscribe(undefined, ['person'], signal.signal)) {
      for (const { type, data } of batch.events)
        if (type === 'PersonRegistered') persons.push(data as unknown as (typeof persons)[number]);
      if (batch.isCaughtUp) break;
    }
    expect(
      persons
        .filter(({ placeholder }) => placeholder !== true)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Alison Lowe', 'Kilvinder Vigurs', 'Mark Burns-Williamson OBE']);
    for (const { email, placeholder } of persons) {
      if (placeholder) expect(email).toMatch(/@example\.invalid$/);
      else expect(email).toBeUndefined();
    }
  });
});

function idOf(kind: 'report' | 'body', reference: string): string {
  const id = running.record.readModel.references.resolve(kind, reference);
  if (id === undefined) throw new Error(`There is no ${kind} ${reference}.`);
  return id;
}
