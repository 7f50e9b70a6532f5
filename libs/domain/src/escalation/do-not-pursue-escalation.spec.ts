import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const drop = ask('do-not-pursue-escalation', { reason: 'The guidance has settled it.' });

describe('Not pursuing an escalation', () => {
  it('ends it, with the reason', () => {
    raised
      .and(ask('take-up-escalation', {}))
      .when(drop)
      .then({ type: 'EscalationNotPursued', data: { reason: 'The guidance has settled it.' } });
  });

  it('adds nothing when it is not pursued for that reason', () => {
    raised.and(drop).when(drop).thenNothing();
  });

  it('is refused once the escalation has ended, also when it is not pursued for another reason', () => {
    const { sentence } = raised
      .and(drop)
      .when(ask('do-not-pursue-escalation', { reason: 'Nobody remembers why.' }))
      .thenRefused('not-pursued');
    expect(sentence).toBe(
      'The escalation is not being pursued. Retract that step if it is wrong, or raise the question anew if it still stands.',
    );
    raised
      .and(ask('return-escalation', { reason: 'Not ours.' }))
      .when(drop)
      .thenRefused('returned');
  });
});
