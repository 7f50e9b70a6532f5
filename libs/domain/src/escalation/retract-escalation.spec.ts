import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION } from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const retract = ask('retract-escalation', { reason: 'It was recorded twice.', citedBy: [] });

describe('Retracting an escalation', () => {
  it('names the event that recorded it, with the reason, also after the end', () => {
    raised
      .and(ask('answer-escalation', { words: 'Yes.' }))
      .when(retract)
      .then({ type: 'EscalationRetracted', data: { corrects: eventId(0), reason: 'It was recorded twice.' } });
  });

  it('is refused while a decision is about it', () => {
    const citedBy = [{ kind: 'decision', id: CCOB_DECISION, label: 'D-2025-001' }];
    const { sentence, because } = raised.when({ ...retract, citedBy }).thenRefused('escalation-cited');
    expect(sentence).toBe('The escalation is what decision D-2025-001 is about: correct or retract that first.');
    expect(because).toEqual(citedBy);
  });

  it('is the last thing that is recorded of it', () => {
    const { sentence } = raised.and(retract).when(ask('take-up-escalation', {})).thenRefused('escalation-retracted');
    expect(sentence).toBe(
      'The escalation has been retracted: nothing more can be recorded of it. Raise the question anew if it stands.',
    );
    raised
      .and(retract)
      .when({ ...retract, reason: 'Nobody asked.' })
      .thenRefused('escalation-retracted');
  });

  it('is refused where there is no escalation', () => {
    given(escalation).when(retract).thenRefused('not-raised');
  });
});
