import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outcome } from '#application';
import {
  ACTION,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../test/support/application.ts';

let running: RunningApplication;
beforeEach(async () => {
  running = await startApplication();
  await withRecommendation(running);
});
afterEach(() => running.stop());

const reason = 'It was recorded in error.';

describe('an entry of the directory', () => {
  it('can’t be retracted while a recommendation rests on it, and can once that is corrected', async () => {
    const { send, done } = running;
    await done('establish-post', 'SYP', { postCode: 'OLD', title: 'Older post' });
    await done('assign-action', 'OIC-R1/SYP', { ...ACTION, leadNotNamed: undefined, leadPost: 'SYP/OLD' });
    expect(await send('retract-post', 'SYP', { post: 'SYP/OLD', reason })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'in-use', because: [{ kind: 'recommendation', label: 'OIC-R1/SYP' }] },
    });
    expect(await send('retract-body', 'SYP', { reason })).toMatchObject({ refusal: { code: 'body-has-posts' } });

    await done('correct-action', 'OIC-R1/SYP', {
      action: 'OIC-R1/SYP/1',
      ...ACTION,
      correctionReason: 'Nobody is named.',
    });
    await done('retract-post', 'SYP', { post: 'SYP/OLD', reason });
    expect(await send('retract-body', 'SYP', { reason })).toMatchObject({
      refusal: { code: 'in-use', because: expect.arrayContaining([{ kind: 'recommendation' }].map(like)) },
    });
  });

  it('can’t be retracted when something was recorded by it', async () => {
    const { send, done, secretary } = running;
    const person = secretary.kind === 'person' ? secretary.person : '';
    const clerk = await done('establish-post', 'SYMCA', { postCode: 'CLERK', title: 'Clerk' });
    await done('designate-secretary', clerk, { post: 'SYMCA/CLERK' });
    await done('retract-holding', 'SYMCA', { holding: 'SYMCA/SEC/1', reason });
    const outcomes = [
      await send('retract-post', 'SYMCA', { post: 'SYMCA/SEC', reason }),
      await send('retract-person', person, { reason }),
    ];
    const because = expect.arrayContaining([{ kind: 'report', label: 'OIC' }].map(like));
    expect(outcomes).toMatchObject([
      { refusal: { code: 'in-use', because } },
      { refusal: { code: 'in-use', because } },
    ]);
  });

  it('is retracted when nothing rests on it, and is found no more', async () => {
    const { send, done, record } = running;
    await done('record-body', undefined, { code: 'SYPP', name: 'South Yorkshire Police', bodyKind: 'force' });
    const twice = await done('register-person', undefined, { name: 'B. Placeholder' });
    await done('begin-holding', 'SYMCA', { post: 'SYMCA/SEC', person: twice, jointly: true });
    expect(await send('retract-person', twice, { reason })).toMatchObject({
      refusal: { because: [{ kind: 'body', label: 'SYMCA' }] },
    });
    await done('retract-holding', 'SYMCA', { holding: 'SYMCA/SEC/2', reason });
    await done('retract-person', twice, { reason });
    const commandId = randomUUID();
    const first = await send('retract-body', 'SYPP', { reason }, commandId);
    expect(first).toMatchObject({ outcome: 'done', events: [{ type: 'BodyRetracted' }] });
    const { logPosition: _position, ...again } = first as Extract<Outcome, { outcome: 'done' }>;
    expect(await send('retract-body', 'SYPP', { reason }, commandId)).toEqual(again);
    expect(await send('rename-body', 'SYPP', { name: 'SYP' })).toMatchObject({ outcome: 'missing' });
    expect(record.readModel.directory.persons().map(({ name }) => name)).toEqual(['A Secretary']);
    expect(record.readModel.references.resolve('body', 'South Yorkshire Police')).toBeDefined();
    // Their details are still there to be erased, and their history to be told.
    await done('record-person-erasure', undefined, { person: twice, reason });
    expect(record.readModel.directory.person(twice)).toBeUndefined();
  });
});

describe('a person', () => {
  it('is not registered twice by another command, under their name or a spelling of it', async () => {
    const { send, done } = running;
    const first = await done('register-person', undefined, { name: 'Kilvinder Vigurs' });
    await done('add-person-alias', first, { alias: 'Kivinde Vigirs' });
    await done('establish-post', 'SYMCA', { postCode: 'DM', title: 'Deputy Mayor' });
    await done('begin-holding', 'SYMCA', { post: 'SYMCA/DM', person: 'Kilvinder Vigurs' });
    const refused = {
      refusal: { code: 'name-registered', because: [{ id: first, label: 'Kilvinder Vigurs (SYMCA/DM)' }] },
    };
    expect(await send('register-person', undefined, { name: 'kilvinder  vigurs' })).toMatchObject(refused);
    expect(await send('register-person', undefined, { name: 'Kivinde Vigirs' })).toMatchObject(refused);
    await done('register-person', undefined, { name: 'Kilvinder Vigurs', anotherPerson: true });
    expect(await send('begin-holding', 'SYMCA', { post: 'SYMCA/DM', person: first })).toMatchObject({
      refusal: { code: 'already-held', because: [{ kind: 'holding', label: 'SYMCA/DM/1' }] },
    });
  });

  it('may go by the name of somebody whose details were erased', async () => {
    const person = await running.done('register-person', undefined, { name: 'B. Placeholder' });
    await running.done('record-person-erasure', undefined, { person, reason });
    await running.done('register-person', undefined, { name: 'B. Placeholder' });
  });
});

function like(blocker: object): unknown {
  return expect.objectContaining(blocker);
}
