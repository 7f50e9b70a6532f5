import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const reconsider = ask('open-reconsideration', { words: 'exploring', document: LETTER_SY_OIC });
const reconsidered = given(decision, recordClosing(), reconsider);
const retract = ask('retract-reconsideration', { reason: 'Another decision was meant.' });

describe('Retracting a reconsideration', () => {
  it('names the event that recorded it, what that said, and why', () => {
    reconsidered.when(retract).then({
      type: 'ReconsiderationRetracted',
      data: {
        corrects: eventId(1),
        was: { words: 'exploring', document: LETTER_SY_OIC },
        reason: 'Another decision was meant.',
      },
    });
  });

  it('leaves the decision in force, as it was', () => {
    const { state } = reconsidered.when(retract);
    expect(state).toMatchObject({ status: 'inForce', steps: [] });
    expect(pendingChanges(state)).toHaveLength(1);
  });

  it('is refused while a later step rests on it, and names that', () => {
    const reaffirmed = reconsidered.and(ask('reaffirm-decision', { reason: 'It works.' }));
    const { sentence } = reaffirmed.when(retract).thenRefused('later-step');
    expect(sentence).toBe(
      'A reaffirmation of decision D-2026-002 was recorded after the reconsideration: retract the reaffirmation first.',
    );
    const once = ask('retract-reaffirmation', { reason: 'A slip.' });
    reaffirmed.and(once).when(retract).then({ type: 'ReconsiderationRetracted' });
  });

  it('lets it be recorded anew', () => {
    reconsidered.and(retract).when(reconsider).then({ type: 'ReconsiderationOpened' });
  });

  it('adds nothing when it was retracted so', () => {
    reconsidered.and(retract).when(retract).thenNothing();
  });

  it('is refused where none stands', () => {
    const { sentence } = given(decision, recordClosing()).when(retract).thenRefused('no-reconsideration');
    expect(sentence).toBe('No reconsideration of decision D-2026-002 stands: there is nothing to retract.');
    reconsidered
      .and(retract)
      .when({ ...retract, reason: 'A slip.' })
      .thenRefused('no-reconsideration');
  });
});
