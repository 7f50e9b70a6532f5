import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  LETTER_SY_OIC,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const complete = send('complete-action', {
  action: ACT_16,
  words: 'In use in every district.',
  document: LETTER_SY_OIC,
});
const assigned = given(recommendation, raiseR1(), assignAct16());

describe('An open action', () => {
  it('is completed, with the words and the paper that show it', () => {
    assigned.when(complete).then({
      type: 'ActionCompleted',
      data: { action: ACT_16, words: 'In use in every district.', document: LETTER_SY_OIC },
    });
  });

  it('is completed without words', () => {
    const [completed] = assigned.when(send('complete-action', { action: ACT_16 })).then({ type: 'ActionCompleted' });
    expect(Object.keys(completed?.data ?? {}).sort()).toEqual(['action', 'body', 'concerns', 'decidedBy']);
  });

  it('closes nothing by being completed', () => {
    expect(assigned.and(complete).state.status).toBe('open');
  });

  it('can’t be completed where it is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...complete, action: ACT_05 })
      .thenRefused('action-elsewhere');
  });

  it('can’t be completed when it was never assigned', () => {
    assigned.when({ ...complete, action: id('f', 99) }).thenRefused('action-unknown');
  });
});

describe('An action that has ended', () => {
  it('adds nothing when it is completed again in the same words', () => {
    assigned.and(complete).when(complete).thenNothing();
  });

  it('can’t be completed again in other words, which would be lost', () => {
    assigned
      .and(complete)
      .when(send('complete-action', { action: ACT_16, words: 'Done.' }))
      .thenRefused('action-ended');
  });

  it('can’t be completed when it was withdrawn', () => {
    assigned
      .and(send('withdraw-action', { action: ACT_16, reason: 'Overtaken.' }))
      .when(complete)
      .thenRefused('action-ended');
  });
});
