import { describe, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, CCOB, raiseChiefOfficer } from '../../../../test/support/governance-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseChiefOfficer());
const takeUp = ask('take-up-escalation', {});

describe('Taking an escalation up', () => {
  it('is recorded when who was asked does so', () => {
    raised.when(takeUp).then({ type: 'EscalationTakenUp' });
  });

  it('adds nothing when it has been taken up', () => {
    raised.and(takeUp).when(takeUp).thenNothing();
  });

  it('is recorded anew at the next tier', () => {
    raised
      .and(takeUp, ask('escalate-to-next-tier', { tier: 2, toSeries: CCOB }))
      .when(takeUp)
      .then({ type: 'EscalationTakenUp' });
  });

  it('is refused once the escalation has ended', () => {
    raised
      .and(ask('answer-escalation', { words: 'Yes.' }))
      .when(takeUp)
      .thenRefused('answered');
    raised
      .and(ask('return-escalation', { reason: 'Not ours.' }))
      .when(takeUp)
      .thenRefused('returned');
    raised
      .and(ask('do-not-pursue-escalation', { reason: 'Solved.' }))
      .when(takeUp)
      .thenRefused('not-pursued');
  });
});
