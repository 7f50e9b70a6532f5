import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ask, HEAD_OF_YHROCU, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import type { CorrectEscalationAnswer } from './correct-escalation-answer.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const answered = raised.and(ask('answer-escalation', { words: 'It is owned nationally.', decision: CCOB_DECISION }));
const correct = (fields: Partial<CorrectEscalationAnswer> = { words: 'It is owned regionally.' }) =>
  ask('correct-escalation-answer', { ...fields, correctionReason: 'The minutes were misread.' });
const decidedBy = { person: id('a', 1), post: id('b', 1) };

describe('Correcting the answer to an escalation', () => {
  it('names the event it corrects and keeps both answers and the reason', () => {
    answered.when(correct()).then({
      type: 'EscalationAnswerCorrected',
      data: {
        corrects: eventId(1),
        was: { words: 'It is owned nationally.', decision: CCOB_DECISION, decidedBy },
        is: { words: 'It is owned regionally.', decision: CCOB_DECISION, decidedBy },
        reason: 'The minutes were misread.',
      },
    });
    answered
      .and(correct())
      .when(correct({ words: 'It is owned by nobody.' }))
      .then({ type: 'EscalationAnswerCorrected', data: { corrects: eventId(2) } });
  });

  it('leaves what is left out, and takes away only what is cleared by name', () => {
    answered.when(correct({ document: LETTER_SY_OIC, clear: ['decision'] })).then({
      type: 'EscalationAnswerCorrected',
      data: { is: { words: 'It is owned nationally.', document: LETTER_SY_OIC, decidedBy } },
    });
    answered.when(correct({ document: LETTER_SY_OIC, clear: ['document'] })).thenRefused('clear-unclear');
  });

  it('corrects who answered and when; the correction itself is its recorder’s', () => {
    const [event] = answered
      .when(correct({ decidedByPost: HEAD_OF_YHROCU, effectiveOn: '5 February 2026' }))
      .then({ type: 'EscalationAnswerCorrected', data: { decidedBy } });
    expect(event?.data).toMatchObject({
      is: { decidedBy: { post: HEAD_OF_YHROCU }, effectiveOn: { from: '2026-02-05' } },
    });
    expect(event?.data).not.toHaveProperty('effectiveOn');
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
