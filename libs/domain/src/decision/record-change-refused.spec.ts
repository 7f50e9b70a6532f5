import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const recorded = given(decision, recordClosing());
const sentence = 'A recommendation can’t be closed while an action is open.';
const refused = ask('record-change-refused', { change: 1, code: 'actions-open', sentence });

describe('A change that was refused', () => {
  it('is recorded with the code and the sentence, and is not tried again by itself', () => {
    const then = recorded.when(refused);
    then.then({ type: 'ChangeRefused', data: { change: 1, code: 'actions-open', sentence } });
    expect(pendingChanges(then.state)).toEqual([]);
  });

  it('is an illustration when the decision is one', () => {
    given(decision, recordClosing({ illustration: true }))
      .when(refused)
      .then({ type: 'ChangeRefused', data: { illustration: true } });
  });

  it('adds nothing where an outcome stands', () => {
    recorded.and(refused).when(refused).thenNothing();
    recorded
      .and(ask('record-change-carried-out', { change: 1 }))
      .when(refused)
      .thenNothing();
  });

  it('is refused where the decision has no such change', () => {
    recorded.when({ ...refused, change: 2 }).thenRefused('change-unknown');
  });
});
