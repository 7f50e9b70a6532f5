import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  ACT_05,
  ACT_16,
  assignAct16,
  closure,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const reason = 'The force is not a subject of the report.';
const inError = send('mark-recommendation-raised-in-error', { reason });

describe('A recommendation that should never have been raised', () => {
  it('is said to be raised in error, with the reason, and what was recorded stays', () => {
    given(recommendation, raiseR1(), acceptance())
      .when(inError)
      .then({ type: 'RecommendationRaisedInError', data: { reason } });
  });

  it('can be said to be so once its actions have ended', () => {
    given(
      recommendation,
      raiseR1(),
      assignAct16(),
      send('withdraw-action', { action: ACT_16, reason: 'There is nothing to do.' }),
    )
      .when(inError)
      .then({ type: 'RecommendationRaisedInError' });
  });

  it('can’t be said to be so while an action is open', () => {
    const { sentence, because } = given(recommendation, raiseR1(), assignAct16())
      .when(inError)
      .thenRefused('actions-open');
    expect(sentence).toBe('A recommendation can’t be marked as raised in error while an action is open.');
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
  });

  it('can’t be said to be so while a linked action goes on at home', () => {
    const { because } = given(recommendation, raiseAfiA(), linkAct05()).when(inError).thenRefused('actions-open');
    expect(because).toEqual([
      { kind: 'action', id: ACT_05, label: 'All forces adopt the NPCC 4P IT solution (linked)' },
    ]);
  });

  it('can’t be said to be so after it was closed', () => {
    const { sentence } = given(recommendation, raiseR1(), closure()).when(inError).thenRefused('closed');
    expect(sentence).toBe('A closed recommendation can’t be marked as raised in error: reopen it first.');
  });

  it('stays as it is when the same is said again', () => {
    given(recommendation, raiseR1(), inError).when(inError).thenNothing();
  });

  it.each([
    ['another reason', { ...inError, reason: 'It was raised for the wrong force.' }],
    ['a position', acceptance()],
    ['an action', assignAct16()],
    ['a closure', closure()],
  ])('takes nothing more: not %s', (_what, command) => {
    const { sentence } = given(recommendation, raiseR1(), inError).when(command).thenRefused('raised-in-error');
    expect(sentence).toBe(
      'OIC-R1/SYP was raised in error: nothing more can be recorded in it. If that was a mistake, retract it.',
    );
  });
});
