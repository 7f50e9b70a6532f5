import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';

const recorded = given(decision, recordClosing());
const refused = recorded.and(
  ask('record-change-refused', { change: 0, code: 'actions-open', sentence: 'An action is open.' }),
);
const drop = ask('drop-change', { change: 0, reason: 'The action goes on.' });

describe('Dropping a refused change', () => {
  it('gives it up, with the reason; the decision stays in force', () => {
    const then = refused.when(drop);
    then.then({ type: 'ChangeDropped', data: { change: 0, reason: 'The action goes on.' } });
    expect(then.state).toMatchObject({ status: 'inForce' });
  });

  it('adds nothing when it was dropped for that reason', () => {
    refused.and(drop).when(drop).thenNothing();
  });

  it('is refused for a change that was not refused, and for another reason', () => {
    const sentences = [
      recorded.when(drop).thenRefused('change-pending'),
      recorded
        .and(ask('record-change-carried-out', { change: 0 }))
        .when(drop)
        .thenRefused('change-carried-out'),
      refused
        .and(drop)
        .when(ask('drop-change', { change: 0, reason: 'Too late.' }))
        .thenRefused('change-dropped'),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      'The change is about to be carried out: it can be dropped only if it is refused.',
      'The change has been carried out: record a new decision to undo it.',
      'The change has been dropped already, for another reason.',
    ]);
    refused.when({ ...drop, change: 7 }).thenRefused('change-unknown');
  });
});
