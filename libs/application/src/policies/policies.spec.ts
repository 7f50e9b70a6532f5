import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ACTION,
  CLOSURE,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../test/support/application.ts';
import { EventStoreServer } from '../../../../test/support/event-store-server/server.ts';
import { openRecord, openServedRecord } from '../record.ts';

const started: RunningApplication[] = [];
const folders: string[] = [];
async function start(options: Parameters<typeof startApplication>[0] = {}): Promise<RunningApplication> {
  const running = await startApplication(options);
  started.push(running);
  return running;
}
afterEach(async () => {
  for (const running of started.splice(0)) await running.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const closing = { version: 1, kind: 'closeRecommendation', recommendation: 'OIC-R1/SYP', ...CLOSURE };
const decision = (changes: object[]) => ({
  number: 'D-2026-001',
  outcome: 'It is closed.',
  deciderNotKnown: true,
  changes,
});

async function typesIn(running: RunningApplication, stream: `${string}-${string}`): Promise<string[]> {
  return (await running.record.store.read(stream)).events.map(({ type }) => type);
}

/** The events of these types, as if they had been recorded about the recommendation of another record. */
async function moveDecision(
  id: string,
  types: readonly string[],
  from: RunningApplication,
  to: RunningApplication,
): Promise<void> {
  const { events } = await from.record.store.read(`decision-${id}`);
  const idIn = ({ record }: RunningApplication) =>
    record.readModel.references.resolve('recommendation', 'OIC-R1/SYP') ?? '';
  const text = JSON.stringify(events.filter(({ type }) => types.includes(type))).replaceAll(idIn(from), idIn(to));
  await to.record.store.append(`decision-${id}`, 'no-stream', JSON.parse(text) as typeof events);
}

describe('a decision', () => {
  it('is carried out by the time the request is answered', async () => {
    const running = await start();
    await withRecommendation(running);
    const id = await running.done('record-decision', undefined, decision([closing]));
    expect(await typesIn(running, `decision-${id}`)).toEqual(['DecisionRecorded', 'ChangeCarriedOut']);
    expect(running.record.readModel.register.list().items[0]).toMatchObject({
      reference: 'OIC-R1/SYP',
      status: 'closed',
    });
  });

  it('is recorded all the same when its change can’t be made, and listed as not carried out with the sentence', async () => {
    const running = await start();
    await withRecommendation(running);
    await running.done('assign-action', 'OIC-R1/SYP', ACTION);
    const id = await running.done('record-decision', undefined, decision([closing]));
    expect(await typesIn(running, `decision-${id}`)).toEqual(['DecisionRecorded', 'ChangeRefused']);
    expect(running.record.readModel.decisions.notCarriedOut().items).toMatchObject([
      { number: 'D-2026-001', refusal: { sentence: 'A recommendation can’t be closed while an action is open.' } },
    ]);
  });

  it('is carried out on a retry, once what stood in the way is gone', async () => {
    const running = await start();
    await withRecommendation(running);
    await running.done('assign-action', 'OIC-R1/SYP', ACTION);
    const id = await running.done('record-decision', undefined, decision([closing]));
    await running.done('complete-action', 'OIC-R1/SYP', { action: 'OIC-R1/SYP/1' });
    await running.done('retry-change', 'D-2026-001', { change: 1 });
    expect(await typesIn(running, `decision-${id}`)).toEqual([
      'DecisionRecorded',
      'ChangeRefused',
      'ChangeRetried',
      'ChangeCarriedOut',
    ]);
  });

  it('is carried out as corrected, once, also when the record is opened anew without its caches', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    folders.push(folder);
    const first = await startApplication({ record: openRecord(folder, { begin: true }) });
    await withRecommendation(first);
    await first.done('assign-action', 'OIC-R1/SYP', ACTION);
    const moving = { version: 1, kind: 'changeDueDate', recommendation: 'OIC-R1/SYP', action: 'OIC-R1/SYP/1' };
    const id = await first.done(
      'record-decision',
      undefined,
      decision([{ ...moving, dueOn: 'June 2026', reason: 'Late.' }]),
    );
    const correction = { change: 1, dueOn: '30 June 2026', correctionReason: 'The day was left out.' };
    await first.done('correct-change', 'D-2026-001', correction);
    const types = ['DecisionRecorded', 'ChangeRefused', 'ChangeCorrected', 'ChangeCarriedOut'];
    expect(await typesIn(first, `decision-${id}`)).toEqual(types);
    expect(first.record.readModel.actions.list().items).toMatchObject([{ due: '2026-06-30', extensions: 1 }]);
    expect(await first.send('correct-change', 'D-2026-001', { ...correction, dueOn: '1 July 2026' })).toMatchObject({
      refusal: { code: 'change-carried-out' },
    });
    const before = await first.record.store.head();
    await first.stop();
    rmSync(join(folder, 'views'), { recursive: true });

    const again = await start({ record: openRecord(folder) });
    await again.policies.pay();
    expect((await again.record.store.head()).logPosition).toBe(before.logPosition);
    expect(again.record.readModel.decisions.notCarriedOut().total).toBe(0);
    expect(again.record.readModel.decisions.get(id)?.changes).toMatchObject([
      {
        outcome: 'carriedOut',
        what: { dueOn: '30 June 2026', reason: 'Late.' },
        correction: { was: { dueOn: 'June 2026' }, reason: 'The day was left out.' },
      },
    ]);
  });

  it('that is made up is carried out, or refused, as made up', async () => {
    const running = await start();
    await withRecommendation(running);
    const id = await running.done('record-decision', undefined, {
      ...decision([closing, { ...closing, recommendation: 'OIC-R1/SYP', code: 'superseded' }]),
      illustration: true,
    });
    const entries = (await running.histories.of('decision', id))?.entries ?? [];
    expect(entries.map(({ type, sentence }) => [type, sentence.startsWith('Illustration: ')])).toEqual([
      ['DecisionRecorded', true],
      ['ChangeCarriedOut', true],
      ['ChangeRefused', true],
    ]);
    expect(running.record.readModel.decisions.notCarriedOut().items).toMatchObject([{ change: 2, illustration: true }]);
  });

  it('that was superseded in error before it was carried out is so once that is retracted', async () => {
    const running = await start();
    await withRecommendation(running);
    const id = await running.done('record-decision', undefined, decision([closing]));
    await running.done('supersede-decision', 'D-2026-001', { reason: 'A new model.' });
    const other = await start();
    await withRecommendation(other);
    await moveDecision(id, ['DecisionRecorded', 'DecisionSuperseded'], running, other);
    await other.projection.reached((await other.record.store.head()).logPosition);
    await other.policies.pay();
    expect(await typesIn(other, `decision-${id}`)).toEqual(['DecisionRecorded', 'DecisionSuperseded']);
    await other.done('retract-supersession', id, { reason: 'Another was meant.' });
    expect((await typesIn(other, `decision-${id}`)).slice(2)).toEqual(['SupersessionRetracted', 'ChangeCarriedOut']);
  });

  it('is carried out once, however often and from wherever the policy runs', async () => {
    const running = await start();
    await withRecommendation(running);
    const id = await running.done(
      'record-decision',
      undefined,
      decision([{ version: 1, kind: 'assignAction', recommendation: 'OIC-R1/SYP', ...ACTION }]),
    );
    await Promise.all([running.policies.pay(), running.policies.pay(), running.policies.pay()]);
    expect(await typesIn(running, `decision-${id}`)).toEqual(['DecisionRecorded', 'ChangeCarriedOut']);
    expect(running.record.readModel.actions.list().total).toBe(1);
  });

  it('is carried out once by processes that pay at the same time, each with lists of its own', async () => {
    const within = mkdtempSync(join(tmpdir(), 'minutebook-'));
    folders.push(within);
    const server = await EventStoreServer.start();
    const [a, b] = [
      await start({ record: await openServedRecord(server.url, join(within, 'a')) }),
      await start({ record: await openServedRecord(server.url, join(within, 'b')) }),
    ];
    await withRecommendation(a);
    // The one has done what was decided and is about to say so, when the other does it too.
    const { store } = a.record;
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      if (events[0]?.type === 'ChangeCarriedOut') {
        await b.projection.reached((await store.head()).logPosition, 10_000);
        await b.policies.pay();
      }
      return append(stream, expected, events);
    };
    const assigning = { version: 1, kind: 'assignAction', recommendation: 'OIC-R1/SYP', ...ACTION };
    const id = await a.done('record-decision', undefined, decision([assigning]));
    expect(await typesIn(b, `decision-${id}`)).toEqual(['DecisionRecorded', 'ChangeCarriedOut']);
    await b.projection.reached((await store.head()).logPosition, 10_000);
    expect(b.record.readModel.actions.list().total).toBe(1);
    await Promise.all(started.splice(0).map((running) => running.stop()));
    await server.kill();
  });

  it('is not carried out again when every cache is deleted and the record is opened anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    folders.push(folder);
    const first = await startApplication({ record: openRecord(folder, { begin: true }) });
    await withRecommendation(first);
    await first.done('record-decision', undefined, decision([closing]));
    const before = await first.record.store.head();
    await first.stop();
    rmSync(join(folder, 'views'), { recursive: true });

    const again = await start({ record: openRecord(folder) });
    await again.policies.pay();
    expect((await again.record.store.head()).logPosition).toBe(before.logPosition);
    expect(again.record.readModel.register.list().items[0]).toMatchObject({ status: 'closed' });
  });

  it('that a crash left undone is carried out after the next start', async () => {
    const running = await start();
    await withRecommendation(running);
    // As a crash between the two leaves it: the decision, and nothing of what it changes.
    const id = await running.done('record-decision', undefined, decision([closing]));
    const other = await start();
    await withRecommendation(other);
    await moveDecision(id, ['DecisionRecorded'], running, other);
    await other.projection.reached((await other.record.store.head()).logPosition);
    await other.policies.pay();
    expect(await typesIn(other, `decision-${id}`)).toEqual(['DecisionRecorded', 'ChangeCarriedOut']);
  });
});

describe('a finding that is fanned out', () => {
  it('is raised to every body once, also when it is fanned out again', async () => {
    const running = await start();
    await withRecommendation(running);
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await running.done('fan-out-finding', 'OIC', { finding: 'OIC-R1', bodies: ['SYP', 'WYP'] });
    await running.done('fan-out-finding', 'OIC', { finding: 'OIC-R1', bodies: ['SYP', 'WYP'] });
    expect(running.record.readModel.register.list().items.map(({ reference }) => reference)).toEqual([
      'OIC-R1/SYP',
      'OIC-R1/WYP',
    ]);
  });

  it('reaches its recommendations with every correction', async () => {
    const running = await start();
    await withRecommendation(running);
    await running.done('correct-finding', 'OIC', {
      finding: 'OIC-R1',
      code: 'R1',
      findingKind: 'recommendation',
      label: 'Recommendation 1',
      text: 'Send the required intelligence document.',
      deadlineAsPrinted: 'By 31 May 2026',
      correctionReason: 'Misread.',
    });
    const row = running.record.readModel.register.list().items[0];
    expect(row).toMatchObject({ text: 'Send the required intelligence document.', deadline: { date: '2026-05-31' } });
  });

  it('reaches one that was raised in error once that is retracted, and is raised to no body twice', async () => {
    const running = await start();
    await withRecommendation(running);
    await running.done('mark-recommendation-raised-in-error', 'OIC-R1/SYP', { reason: 'Not a subject.' });
    const correction = { finding: 'OIC-R1', text: 'Send the document.', correctionReason: 'Misread.' };
    await running.done('correct-finding', 'OIC', correction);
    const fanOut = { finding: 'OIC-R1', bodies: ['SYP'] };
    expect(await running.send('fan-out-finding', 'OIC', fanOut)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'raised-in-error' },
    });
    const row = () => running.record.readModel.register.getByReference('OIC-R1/SYP');
    expect(row()).toMatchObject({ status: 'raisedInError' });
    expect(row()?.text).not.toBe('Send the document.');
    await running.done('retract-raised-in-error', 'OIC-R1/SYP', { reason: 'It is, on page 4.' });
    expect(row()).toMatchObject({ status: 'noPositionRecorded', text: 'Send the document.' });
    await running.done('fan-out-finding', 'OIC', fanOut);
    expect(running.record.readModel.register.list().total).toBe(1);
  });
});

describe('an action with a home elsewhere', () => {
  async function linked(): Promise<RunningApplication> {
    const running = await start();
    await withRecommendation(running);
    await running.done('record-body', undefined, {
      code: 'YHROCU',
      name: 'The regional unit',
      bodyKind: 'regionalUnit',
    });
    await running.done('raise-recommendation', undefined, { finding: 'OIC-R1', body: 'YHROCU' });
    await running.done('assign-action', 'OIC-R1/YHROCU', ACTION);
    await running.done('link-action', 'OIC-R1/SYP', { action: 'OIC-R1/YHROCU/1' });
    return running;
  }

  it('keeps the recommendations that link it open until it ends at home', async () => {
    const running = await linked();
    expect(await running.send('close-recommendation', 'OIC-R1/SYP', CLOSURE)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'actions-open' },
    });
    await running.done('complete-action', 'OIC-R1/YHROCU', { action: 'OIC-R1/YHROCU/1' });
    expect(await running.send('close-recommendation', 'OIC-R1/SYP', CLOSURE)).toMatchObject({ outcome: 'done' });
  });

  it('ends for those who link it only after it has ended at home, too', async () => {
    const running = await linked();
    await running.done('withdraw-action', 'OIC-R1/YHROCU', { action: 'OIC-R1/YHROCU/1', reason: 'Not needed.' });
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await running.done('raise-recommendation', undefined, { finding: 'OIC-R1', body: 'WYP' });
    await running.done('link-action', 'OIC-R1/WYP', { action: 'OIC-R1/YHROCU/1' });
    const closure = { ...CLOSURE, decidedByBody: 'SYMCA' };
    expect(await running.send('close-recommendation', 'OIC-R1/WYP', closure)).toMatchObject({ outcome: 'done' });
  });
});
