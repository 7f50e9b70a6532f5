import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, LATER_DECISION, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, NCA, SYMCA } from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const words = 'It is owned by the region until the guidance is out.';
const answer = ask('answer-escalation', { words, decision: CCOB_DECISION });

describe('Answering an escalation', () => {
  it('quotes the answer, and a decision may be the answer', () => {
    raised
      .and(ask('take-up-escalation', {}))
      .when(answer)
      .then({ type: 'EscalationAnswered', data: { words, decision: CCOB_DECISION } });
  });

  it('needs no decision, and need not have been taken up on record', () => {
    const [event] = raised.when(ask('answer-escalation', { words })).then({ type: 'EscalationAnswered' });
    expect(event?.data).not.toHaveProperty('decision');
  });

  it('concerns the body that raised it and the one that was asked, whoever records it', () => {
    const { toPosts: _toPosts, ...command } = raiseUnmetDemand({ toBody: NCA });
    given(escalation, command)
      .when({ ...answer, by: { kind: 'policy', policy: 'carry-out-decisions', body: NCA } })
      .then({ type: 'EscalationAnswered', data: { body: NCA, concerns: [SYMCA] } });
  });

  it('adds nothing when that is the answer', () => {
    raised.and(answer).when(answer).thenNothing();
  });

  it('is refused once the escalation has ended', () => {
    const { sentence } = raised
      .and(answer)
      .when(ask('answer-escalation', { words, decision: LATER_DECISION }))
      .thenRefused('answered');
    expect(sentence).toBe(
      'The escalation has been answered. Correct the answer if it is wrong, or raise the question anew.',
    );
    raised
      .and(ask('return-escalation', { reason: 'Not ours.' }))
      .when(answer)
      .thenRefused('returned');
    raised
      .and(ask('do-not-pursue-escalation', { reason: 'Solved.' }))
      .when(answer)
      .thenRefused('not-pursued');
  });
});
