import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const supersede = ask('supersede-decision', {
  supersededBy: CCOB_DECISION,
  reason: 'A new model.',
  document: LETTER_SY_OIC,
});
const superseded = given(decision, recordClosing(), supersede);
const retract = ask('retract-supersession', { reason: 'Another decision was meant.' });

describe('Retracting a supersession', () => {
  it('names the event that recorded it, what that said, and why', () => {
    superseded.when(retract).then({
      type: 'SupersessionRetracted',
      data: {
        corrects: eventId(1),
        was: { by: CCOB_DECISION, reason: 'A new model.', document: LETTER_SY_OIC },
        reason: 'Another decision was meant.',
      },
    });
  });

  it('leaves the decision as it was, with what it had yet to change to be carried out', () => {
    const { state } = superseded.when(retract);
    expect(state).toMatchObject({ status: 'inForce', steps: [] });
    expect(pendingChanges(state)).toHaveLength(1);
    const reconsidered = given(
      decision,
      recordClosing(),
      ask('open-reconsideration', { words: 'exploring' }),
      supersede,
    );
    expect(reconsidered.when(retract).state).toMatchObject({ status: 'underReconsideration' });
  });

  it('lets it be recorded anew', () => {
    superseded.and(retract).when(supersede).then({ type: 'DecisionSuperseded' });
  });

  it('adds nothing when it was retracted so', () => {
    superseded.and(retract).when(retract).thenNothing();
  });

  it('is refused where none stands', () => {
    const { sentence } = given(decision, recordClosing()).when(retract).thenRefused('no-supersession');
    expect(sentence).toBe('No supersession of decision D-2026-002 stands: there is nothing to retract.');
    superseded
      .and(retract)
      .when({ ...retract, reason: 'A slip.' })
      .thenRefused('no-supersession');
  });
});
