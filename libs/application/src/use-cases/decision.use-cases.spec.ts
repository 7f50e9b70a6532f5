import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DECISION_CHANGE_KINDS } from '#domain';
import {
  ACTION,
  CLOSURE,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../test/support/application.ts';
import { fieldName, type Outcome, sayFieldError } from '../outcome.ts';

let running: RunningApplication;
beforeEach(async () => {
  running = await startApplication();
  await withRecommendation(running);
});
afterEach(() => running.stop());

const NUMBER = 'D-2026-001';
const decided = { number: NUMBER, outcome: 'It is closed.', deciderNotKnown: true };
const closing = { kind: 'closeRecommendation', recommendation: 'OIC-R1/SYP', ...CLOSURE };
const body = (code: string) => running.record.readModel.references.resolve('body', code);
const standing = () => running.record.readModel.decisions.getByNumber(NUMBER);

async function sentencesFor(changes: unknown): Promise<string[]> {
  const outcome: Outcome = await running.send('record-decision', undefined, { ...decided, changes });
  if (outcome.outcome !== 'invalid') throw new Error(JSON.stringify(outcome));
  return outcome.errors.map((error) => sayFieldError(error, fieldName(error.field)));
}

describe('the changes of a decision', () => {
  it('are a list, also when there is one', async () => {
    for (const changes of [closing, 'close it', 5]) {
      expect(await sentencesFor(changes)).toEqual(['changes must be a list, also when it holds one change.']);
    }
    expect(await sentencesFor(Array.from({ length: 51 }, () => closing))).toEqual([
      'changes can hold at most 50 entries.',
    ]);
  });

  it('are each of a kind, and what is not is told with the kinds there are and the place, counted from 1', async () => {
    const kinds = DECISION_CHANGE_KINDS.join(', ');
    for (const change of ['close it', 1, [closing]]) {
      expect(await sentencesFor([closing, change])).toEqual([
        `entry 2 of changes must be an object with a kind, one of ${kinds}.`,
      ]);
    }
    for (const change of [{}, { ...closing, kind: 'close' }]) {
      expect(await sentencesFor([closing, change])).toEqual([`kind in entry 2 of changes must be one of ${kinds}.`]);
    }
  });

  it('are checked field by field, and each error says in which of them', async () => {
    const { level: _level, ...incomplete } = closing;
    expect(await sentencesFor([closing, { ...incomplete, lvl: 'assured' }])).toEqual([
      'There is no field lvl in entry 2 of changes. Check its spelling.',
      'level in entry 2 of changes must be one of reported, assured, verified.',
    ]);
    const outcome = await running.send('record-decision', undefined, {
      ...decided,
      changes: [closing, { ...closing, recommendation: 'OIC-R9/SYP' }],
    });
    expect(outcome).toMatchObject({ outcome: 'invalid', errors: [{ field: 'changes.1.recommendation' }] });
  });

  it('count from 1', async () => {
    await running.done('assign-action', 'OIC-R1/SYP', ACTION);
    await running.done('record-decision', undefined, { ...decided, changes: [closing, closing] });
    expect(await running.send('drop-change', NUMBER, { change: 0, reason: 'No.' })).toMatchObject({
      outcome: 'invalid',
      errors: [{ field: 'change' }],
    });
    await running.done('drop-change', NUMBER, { change: 1, reason: 'Said twice.' });
    expect(standing()?.changes).toMatchObject([
      { change: 1, outcome: 'dropped' },
      { change: 2, outcome: 'refused' },
    ]);
    await running.done('retract-drop', NUMBER, { change: 1, reason: 'The other was meant.' });
    expect(standing()?.changes).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }]);
  });
});

describe('a decision', () => {
  it('concerns the bodies of what it is about and of what it changes, and those that oversee them', async () => {
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await running.done('raise-recommendation', undefined, { finding: 'OIC-R1', body: 'WYP', overseer: 'SYMCA' });
    await running.done('assign-action', 'OIC-R1/WYP', ACTION);
    const id = await running.done('record-decision', undefined, { ...decided, changes: [closing] });
    await running.done('correct-decision', NUMBER, { aboutActions: ['OIC-R1/WYP/1'], correctionReason: 'Left out.' });
    const { events } = await running.record.store.read(`decision-${id}`);
    const concerns = events.map(({ type, data }) => [type, data['concerns']]);
    // The body that records is the event's own.
    expect(concerns).toEqual([
      ['DecisionRecorded', [body('SYP')]],
      ['ChangeCarriedOut', [body('SYP')]],
      ['DecisionCorrected', [body('SYP'), body('WYP')]],
    ]);
  });

  it('whose change is corrected concerns, and is told with, what it now changes', async () => {
    await running.done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await running.done('raise-recommendation', undefined, { finding: 'OIC-R1', body: 'WYP', overseer: 'SYMCA' });
    await running.done('assign-action', 'OIC-R1/SYP', ACTION);
    const id = await running.done('record-decision', undefined, { ...decided, changes: [closing] });
    await running.done('correct-change', NUMBER, {
      change: 1,
      recommendation: 'OIC-R1/WYP',
      correctionReason: 'The other force was meant.',
    });
    const { events } = await running.record.store.read(`decision-${id}`);
    expect(events.map(({ type, data }) => [type, data['concerns']])).toEqual([
      ['DecisionRecorded', [body('SYP')]],
      ['ChangeRefused', [body('SYP')]],
      ['ChangeCorrected', [body('SYP'), body('WYP')]],
      ['ChangeCarriedOut', [body('SYP'), body('WYP')]],
    ]);
    const entries = (await running.histories.of('recommendation', 'OIC-R1/WYP'))?.entries ?? [];
    expect(entries.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/corrected change 1 of the decision: the recommendation was OIC-R1\/SYP, is OIC-R1\/WYP/),
    );
    const other = await running.send('correct-change', NUMBER, { change: 1, level: 'high', correctionReason: 'No.' });
    expect(other).toMatchObject({ outcome: 'invalid', errors: [{ field: 'level' }] });
  });

  it('that was retracted gives its number up to the one recorded in its place', async () => {
    const wrong = await running.done('record-decision', undefined, decided);
    expect(await running.send('record-decision', undefined, { ...decided, outcome: 'Open.' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'code-taken' },
    });
    await running.done('retract-decision', NUMBER, { reason: 'The minutes say otherwise.' });
    expect(standing()).toMatchObject({ id: wrong, status: 'retracted' });
    const right = await running.done('record-decision', undefined, { ...decided, outcome: 'Open.' });
    expect(standing()).toMatchObject({ id: right, status: 'inForce' });
    expect(running.record.readModel.references.resolve('decision', NUMBER)).toBe(right);
    expect(await running.send('record-decision', undefined, decided)).toMatchObject({
      refusal: { code: 'code-taken' },
    });
    expect(running.record.readModel.decisions.list().items).toMatchObject([{ id: right }]);
  });

  it('is corrected field by field', async () => {
    await running.done('record-decision', undefined, { ...decided, title: 'Closing', effectiveOn: 'in 2025' });
    await running.done('correct-decision', NUMBER, {
      decidedByPost: 'SYMCA/SEC',
      illustration: true,
      clear: ['title'],
      correctionReason: 'Misread.',
    });
    expect(standing()).toMatchObject({
      outcome: 'It is closed.',
      effectiveOn: { asPrinted: 'in 2025' },
      decidedBy: { post: running.record.readModel.references.resolve('post', 'SYMCA/SEC') },
      illustration: true,
    });
    expect(standing()).not.toHaveProperty('title');
    expect(standing()).not.toHaveProperty('deciderNotKnown');
  });

  it('belongs to the history of the letter that states it', async () => {
    await running.done('record-document', undefined, {
      code: 'LET',
      documentType: 'responseLetter',
      title: 'A letter',
    });
    await running.done('record-decision', undefined, decided);
    await running.done('open-reconsideration', NUMBER, { words: 'exploring', document: 'LET' });
    const entries = (await running.histories.of('document', 'LET'))?.entries ?? [];
    expect(entries.map(({ type }) => type)).toEqual(['DocumentRecorded', 'DecisionRecorded', 'ReconsiderationOpened']);
    expect(entries.at(-1)?.sentence).toBe(
      'The decision is being reconsidered; the letter “A letter” says “exploring”. It stays in force meanwhile.',
    );
  });
});
