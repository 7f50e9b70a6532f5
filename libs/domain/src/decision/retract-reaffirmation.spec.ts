import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const reconsider = ask('open-reconsideration', { words: 'exploring' });
const reaffirm = ask('reaffirm-decision', { reason: 'It works.', document: LETTER_SY_OIC });
const reaffirmed = given(decision, recordClosing(), reconsider, reaffirm);
const retract = ask('retract-reaffirmation', { reason: 'Another decision was meant.' });

describe('Retracting a reaffirmation', () => {
  it('names the event that recorded it, what that said, and why', () => {
    reaffirmed.when(retract).then({
      type: 'ReaffirmationRetracted',
      data: {
        corrects: eventId(2),
        was: { reason: 'It works.', document: LETTER_SY_OIC },
        reason: 'Another decision was meant.',
      },
    });
  });

  it('leaves the decision under reconsideration, as it was', () => {
    const { state } = reaffirmed.when(retract);
    expect(state).toMatchObject({ status: 'underReconsideration', steps: [{ said: { words: 'exploring' } }] });
    expect(pendingChanges(state)).toHaveLength(1);
  });

  it('lets it be recorded anew', () => {
    reaffirmed.and(retract).when(reaffirm).then({ type: 'DecisionReaffirmed' });
  });

  it('adds nothing when it was retracted so', () => {
    reaffirmed.and(retract).when(retract).thenNothing();
  });

  it('is refused where none stands', () => {
    const { sentence } = given(decision, recordClosing()).when(retract).thenRefused('no-reaffirmation');
    expect(sentence).toBe('No reaffirmation of decision D-2026-002 stands: there is nothing to retract.');
    reaffirmed
      .and(retract)
      .when({ ...retract, reason: 'A slip.' })
      .thenRefused('no-reaffirmation');
  });
});
