import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const giveBack = ask('return-escalation', { reason: 'It is for each force to decide.' });

describe('Returning an escalation', () => {
  it('ends it without an answer, with the reason', () => {
    raised.when(giveBack).then({ type: 'EscalationReturned', data: { reason: 'It is for each force to decide.' } });
  });

  it('adds nothing when it has been returned for that reason', () => {
    raised.and(giveBack).when(giveBack).thenNothing();
  });

  it('is refused once the escalation has ended, also when it was returned for another reason', () => {
    const { sentence } = raised
      .and(giveBack)
      .when(ask('return-escalation', { reason: 'It came too late.' }))
      .thenRefused('returned');
    expect(sentence).toBe(
      'The escalation has been returned. Retract that step if it is wrong, or raise the question anew if it still stands.',
    );
    raised
      .and(ask('answer-escalation', { words: 'Yes.' }))
      .when(giveBack)
      .thenRefused('answered');
  });
});
