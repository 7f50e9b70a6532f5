import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_09,
  AFI_B_YHROCU,
  ask,
  CCOB,
  CHIEF_CONSTABLES,
  CHIEF_OFFICER_TEAM,
  HEAD_OF_YHROCU,
  MARTOM_JANUARY,
  NPCC_SOC_LEAD,
  PORTFOLIO_OFFICER,
  raiseChiefOfficer,
  raiseUnmetDemand,
} from '../../../../test/support/governance-histories.ts';
import { AFI_A_WYP, LETTER_SY_OIC, MARTOM, NCA, SYMCA, WYP } from '../../../../test/support/named-histories.ts';
import type { CorrectEscalation } from './correct-escalation.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseUnmetDemand());
const { question } = raiseUnmetDemand();
const correct = (fields: Partial<CorrectEscalation>) =>
  ask('correct-escalation', { ...fields, correctionReason: 'The letter says so.' });
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

  it('leaves what is left out as it was recorded, and takes away only what is cleared by name', () => {
    const all = { nextTierCondition: 'if need be', document: LETTER_SY_OIC };
    const [event] = given(escalation, raiseUnmetDemand(all))
      .when(correct({ tier: 2, answerBy: '29 May 2026', clear: ['nextTierCondition', 'document'] }))
      .then({ type: 'EscalationCorrected' });
    expect(event?.data).toMatchObject({
      was: { tier: 1, answerBy: { kind: 'noneGiven' }, ...all },
      is: { tier: 2, answerBy: { kind: 'on' } },
    });
    expect(Object.keys((event?.data as { is: object }).is).sort()).toEqual(['answerBy', 'tier']);
    raised.when(correct({ noAnswerBy: true })).thenNothing();
    raised.when(correct({ document: LETTER_SY_OIC, clear: ['document'] })).thenRefused('clear-unclear');
  });

  it('corrects where it came from, of which there is one', () => {
    raised.when(correct({ fromMeeting: MARTOM_JANUARY })).then({
      type: 'EscalationCorrected',
      data: { was: { origin: { kind: 'notStated' } }, is: { origin: { kind: 'meeting', meeting: MARTOM_JANUARY } } },
    });
    raised
      .and(correct({ fromSeries: MARTOM }))
      .when(correct({ originNotStated: true }))
      .then({ type: 'EscalationCorrected', data: { is: { origin: { kind: 'notStated' } } } });
    raised.when(correct({ fromPost: HEAD_OF_YHROCU, fromSeries: MARTOM })).thenRefused('origin-unclear');
  });

  it('corrects what it is about, list by list, and then concerns the bodies that falls on', () => {
    const subParts = [{ recommendation: AFI_A_WYP, letter: 'c' }];
    raised.when(correct({ aboutActions: [ACT_09], concerns: [WYP] })).then({
      type: 'EscalationCorrected',
      data: {
        was: { about: { recommendations: [], subParts, actions: [] } },
        is: { about: { recommendations: [], subParts, actions: [ACT_09] } },
        concerns: [WYP],
      },
    });
    raised.when(correct({ aboutRecommendations: [AFI_B_YHROCU], clear: ['aboutSubParts'] })).then({
      type: 'EscalationCorrected',
      data: { is: { about: { recommendations: [AFI_B_YHROCU], subParts: [], actions: [] } } },
    });
    raised.when(correct({ clear: ['aboutSubParts'] })).thenRefused('about-missing');
    raised
      .and(correct({ aboutActions: [ACT_09], concerns: [WYP] }))
      .when(ask('take-up-escalation', {}))
      .then({ type: 'EscalationTakenUp', data: { concerns: [WYP] } });
  });

  it('corrects whom it asks: somebody outside stays beside posts, of all else there is one', () => {
    const both = given(escalation, raiseUnmetDemand({ toOutside: 'the Home Office' }));
    both.when(correct({ toPosts: [NPCC_SOC_LEAD] })).then({
      type: 'EscalationCorrected',
      data: { is: { to: { kind: 'posts', posts: [NPCC_SOC_LEAD], outside: 'the Home Office' } } },
    });
    both
      .when(correct({ clear: ['toPosts'] }))
      .then({ type: 'EscalationCorrected', data: { is: { to: { kind: 'outside', words: 'the Home Office' } } } });
    both
      .when(correct({ clear: ['toOutside'] }))
      .then({ type: 'EscalationCorrected', data: { is: { to: { kind: 'posts', posts } } } });
    both
      .when(correct({ toSeries: CCOB }))
      .then({ type: 'EscalationCorrected', data: { is: { to: { kind: 'series', series: CCOB } } } });
    both
      .and(correct({ toSeries: CCOB }))
      .when(correct({ toPosts: posts }))
      .then({ type: 'EscalationCorrected', data: { is: { to: { kind: 'posts', posts } } } });
    both.when(correct({ clear: ['toPosts', 'toOutside'] })).thenRefused('target-missing');
    both
      .and(correct({ toSeries: CCOB }))
      .when(correct({ clear: ['toPosts', 'toOutside'] }))
      .thenNothing();
    both.when(correct({ toSeries: CCOB, toBody: NCA })).thenRefused('targets-mixed');
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
    tier2
      .when(correct({ question: 'Who owns unmet demand?', toSeries: CCOB, noAnswerBy: true, nextTierCondition: 'if' }))
      .then(
        { type: 'EscalationCorrected', data: { corrects: eventId(0), was: { question } } },
        {
          type: 'EscalationCorrected',
          data: {
            corrects: eventId(1),
            is: { to: { kind: 'series', series: CCOB }, answerBy: { kind: 'noneGiven' }, nextTierCondition: 'if' },
          },
        },
      );
  });

  it('corrects the tier, which stays above the one before', () => {
    const tier3 = given(escalation, raiseChiefOfficer()).and(
      ask('escalate-to-next-tier', { tier: 3, toPosts: CHIEF_CONSTABLES }),
    );
    tier3.when(correct({ tier: 2 })).then({ type: 'EscalationCorrected', data: { corrects: eventId(1) } });
    const { sentence } = tier3.when(correct({ tier: 1 })).thenRefused('tier-not-higher');
    expect(sentence).toBe('The escalation came from tier 1: the tier that is asked now has a higher number.');
  });

  it('corrects who raised it, when, and whether it is made up; the correction itself is its recorder’s', () => {
    const [event] = given(escalation, raiseChiefOfficer({ illustration: true }))
      .when(correct({ decidedByPost: CHIEF_OFFICER_TEAM, effectiveOn: 'in 2026', clear: ['illustration'] }))
      .then({ type: 'EscalationCorrected', data: { decidedBy: { person: id('a', 1), post: id('b', 1) } } });
    expect(event?.data).toMatchObject({
      was: { illustration: true },
      is: { decidedBy: { post: CHIEF_OFFICER_TEAM }, effectiveOn: { asPrinted: 'in 2026' } },
    });
    expect(event?.data).not.toHaveProperty('effectiveOn');
  });

  it('is possible after the end, and then concerns the body that was asked after all', () => {
    raised
      .and(ask('answer-escalation', { words: 'Yes.' }))
      .when(correct({ toBody: NCA }))
      .then({ type: 'EscalationCorrected', data: { body: SYMCA, concerns: [NCA] } });
    raised
      .and(correct({ toBody: NCA }))
      .when(ask('take-up-escalation', {}))
      .then({ type: 'EscalationTakenUp', data: { concerns: [NCA] } });
  });

  it('adds nothing when that is what stands', () => {
    raised.when(correct({})).thenNothing();
    raised.when(correct({ toPosts: posts, originNotStated: true })).thenNothing();
  });

  it('is refused with a date that can’t be read, and where there is no escalation', () => {
    raised.when(correct({ answerBy: 'swiftly' })).thenRefused('date-unclear');
    given(escalation).when(correct({ question })).thenRefused('not-raised');
  });
});
