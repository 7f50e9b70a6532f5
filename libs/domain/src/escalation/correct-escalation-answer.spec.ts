import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION } from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const answered = raised.and(ask('answer-escalation', { words: 'It is owned nationally.' }));
const correct = (fields: object = {}) =>
  ask('correct-escalation-answer', {
    words: 'It is owned regionally.',
    ...fields,
    correctionReason: 'The minutes were misread.',
  });

describe('Correcting the answer to an escalation', () => {
  it('names the event it corrects and keeps both answers and the reason', () => {
    answered.when(correct({ decision: CCOB_DECISION })).then({
      type: 'EscalationAnswerCorrected',
      data: {
        corrects: eventId(1),
        was: { words: 'It is owned nationally.' },
        is: { words: 'It is owned regionally.', decision: CCOB_DECISION },
        reason: 'The minutes were misread.',
      },
    });
    answered
      .and(correct())
      .when(correct({ words: 'It is owned by nobody.' }))
      .then({ type: 'EscalationAnswerCorrected', data: { corrects: eventId(2) } });
  });

  it('adds nothing when that is the answer', () => {
    answered.and(correct()).when(correct()).thenNothing();
  });

  it('is refused where there is no answer', () => {
    const { sentence } = raised.when(correct()).thenRefused('not-answered');
    expect(sentence).toBe('The escalation has not been answered: there is no answer to correct.');
    raised
      .and(ask('return-escalation', { reason: 'Not ours.' }))
      .when(correct())
      .thenRefused('not-answered');
  });
});
