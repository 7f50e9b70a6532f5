import { describe, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB,
  CHIEF_CONSTABLES,
  NPCC_SOC_LEAD,
  PORTFOLIO_OFFICER,
  raiseUnmetDemand,
} from '../../../../test/support/governance-histories.ts';
import { NCA } from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const { question } = raiseUnmetDemand();
const correct = (fields: object) =>
  ask('correct-escalation', { question, noAnswerBy: true, ...fields, correctionReason: 'The letter says so.' });
const posts = [PORTFOLIO_OFFICER, NPCC_SOC_LEAD];

describe('Correcting an escalation', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    raised.when(correct({ toPosts: [NPCC_SOC_LEAD] })).then({
      type: 'EscalationCorrected',
      data: {
        corrects: eventId(0),
        was: { to: { kind: 'posts', posts } },
        is: { to: { kind: 'posts', posts: [NPCC_SOC_LEAD] } },
        reason: 'The letter says so.',
      },
    });
  });

  it('corrects each event that said something wrong', () => {
    const tier2 = raised.and(
      ask('escalate-to-next-tier', {
        tier: 2,
        toPosts: CHIEF_CONSTABLES,
        answerBy: '2026-05-29',
        reason: 'No answer.',
      }),
    );
    tier2.when(correct({ question: 'Who owns unmet demand?', toSeries: CCOB })).then(
      { type: 'EscalationCorrected', data: { corrects: eventId(0), was: { question } } },
      {
        type: 'EscalationCorrected',
        data: {
          corrects: eventId(1),
          is: { to: { kind: 'series', series: CCOB }, answerBy: { kind: 'noneGiven' } },
        },
      },
    );
  });

  it('is possible after the end, and then concerns the body that was asked after all', () => {
    raised
      .and(ask('answer-escalation', { words: 'Yes.' }))
      .when(correct({ toBody: NCA }))
      .then({ type: 'EscalationCorrected', data: { concerns: [NCA] } });
    raised
      .and(correct({ toBody: NCA }))
      .when(ask('take-up-escalation', {}))
      .then({ type: 'EscalationTakenUp', data: { concerns: [NCA] } });
  });

  it('adds nothing when that is what stands', () => {
    raised.when(correct({ toPosts: posts })).thenNothing();
  });

  it('is refused when it asks nobody, or says nothing of the date', () => {
    raised.when(correct({})).thenRefused('target-missing');
    raised.when(correct({ toPosts: posts, noAnswerBy: false })).thenRefused('answer-by-missing');
    given(escalation)
      .when(correct({ toPosts: posts }))
      .thenRefused('not-raised');
  });
});
