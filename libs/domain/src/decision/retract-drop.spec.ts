import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const refused = given(
  decision,
  recordClosing(),
  ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' }),
);
const drop = ask('drop-change', { change: 1, reason: 'The action goes on.' });
const retract = ask('retract-drop', { change: 1, reason: 'Another change was meant.' });

describe('Retracting a drop', () => {
  it('names the event that dropped the change, and why; the change waits as it did before', () => {
    const then = refused.and(drop).when(retract);
    then.then({
      type: 'ChangeDropRetracted',
      data: {
        change: 1,
        corrects: eventId(2),
        was: { reason: 'The action goes on.' },
        reason: 'Another change was meant.',
      },
    });
    expect(then.state).toMatchObject({ changes: [{ outcome: 'refused' }] });
    expect(pendingChanges(then.state)).toEqual([]);
  });

  it('lets it be dropped anew, and that retracted too', () => {
    const again = { ...drop, reason: 'The board gave it up.' };
    refused.and(drop, retract).when(again).then({ type: 'ChangeDropped' });
    refused
      .and(drop, retract, again)
      .when(retract)
      .then({ type: 'ChangeDropRetracted', data: { corrects: eventId(4), was: { reason: 'The board gave it up.' } } });
  });

  it('adds nothing when it was retracted so', () => {
    refused.and(drop, retract).when(retract).thenNothing();
  });

  it('is refused for a change that has not been dropped', () => {
    const { sentence } = refused.when(retract).thenRefused('change-not-dropped');
    expect(sentence).toBe('Change 1 has not been dropped: there is nothing to retract.');
    refused
      .and(drop, retract)
      .when({ ...retract, reason: 'A slip.' })
      .thenRefused('change-not-dropped');
    refused.when({ ...retract, change: 2 }).thenRefused('change-unknown');
  });

  it('is refused once the decision was retracted', () => {
    refused
      .and(drop, ask('retract-decision', { reason: 'There was none.' }))
      .when(retract)
      .thenRefused('retracted');
  });
});
