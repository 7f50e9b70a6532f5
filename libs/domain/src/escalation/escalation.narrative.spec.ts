import { describe, expect, it } from '@jest/globals';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import {
  ACT_09,
  AFI_B_YHROCU,
  ask,
  CCOB,
  CHIEF_CONSTABLES,
  MARTOM_JANUARY,
  names,
  NPCC_SOC_LEAD,
  raiseChiefOfficer,
  raiseUnmetDemand,
} from '../../../../test/support/governance-histories.ts';
import {
  AFI_A_WYP,
  CCOB_DECISION,
  DEPUTY_MAYOR_WY,
  LETTER_SY_OIC,
  MARTOM,
  NCA,
} from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';
import { ESCALATION_FORMS } from './escalation.events.ts';
import { narrateEscalation } from './escalation.narrative.ts';
import type { RaiseEscalation } from './raise-escalation.ts';

const {
  originNotStated: _originNotStated,
  toPosts: _toPosts,
  noAnswerBy: _noAnswerBy,
  ...question
} = raiseUnmetDemand();
const raise = (fields: Partial<RaiseEscalation>): RaiseEscalation => ({ ...question, ...fields });

/** Histories in which everything happens that can happen, and how they read. */
const told = [
  // The letter's own: the origin is not stated.
  ...given(
    escalation,
    raiseUnmetDemand(),
    ask('take-up-escalation', { decidedByPost: NPCC_SOC_LEAD, document: LETTER_SY_OIC }),
    ask('answer-escalation', { words: 'The region owns it.', decision: CCOB_DECISION }),
    ask('correct-escalation-answer', {
      words: 'The forces own it.',
      document: LETTER_SY_OIC,
      decidedByPost: NPCC_SOC_LEAD,
      clear: ['decision'],
      correctionReason: 'The minutes were misread.',
    }),
    ask('correct-escalation', {
      question: 'Who owns unmet demand?',
      fromSeries: MARTOM,
      aboutActions: [ACT_09],
      toOutside: 'the national SOC team',
      answerBy: '2026',
      tier: 2,
      nextTierCondition: 'if need be',
      document: LETTER_SY_OIC,
      effectiveOn: 'in 2026',
      clear: ['toPosts'],
      correctionReason: 'The letter was misread.',
    }),
    ask('retract-escalation-step', { step: 'answered', reason: 'Another question was answered.' }),
    ask('retract-escalation', { reason: 'It was recorded twice.', citedBy: [] }),
  ).events,
  // Two tiers, on a condition.
  ...given(
    escalation,
    raiseChiefOfficer(),
    ask('decide-against-next-tier', { reason: 'The team has settled it.' }),
    ask('escalate-to-next-tier', { tier: 2, toPosts: CHIEF_CONSTABLES, reason: 'It came up again.' }),
    ask('decide-against-next-tier', { reason: 'They have no view.' }),
    ask('escalate-to-next-tier', {
      tier: 3,
      toPosts: [NPCC_SOC_LEAD],
      toOutside: 'the Home Office',
      reason: 'They have no view.',
      answerBy: 'By 29 May 2026',
      nextTierCondition: 'if the Home Office will not say',
    }),
    ask('return-escalation', { reason: 'It is for the forces.', document: LETTER_SY_OIC }),
    ask('retract-escalation-step', { step: 'returned', reason: 'They kept it.' }),
    ask('retract-escalation-step', { step: 'escalatedToNextTier', reason: 'It was not sent.' }),
  ).events,
  ...given(
    escalation,
    raise({
      fromMeeting: MARTOM_JANUARY,
      toSeries: CCOB,
      answerBy: 'April 2026',
      aboutRecommendations: [AFI_A_WYP, AFI_B_YHROCU],
      aboutActions: [ACT_09],
      illustration: true,
    }),
    {
      ...ask('answer-escalation', {
        words: 'It is the unit’s.',
        decision: CCOB_DECISION,
        underDecision: CCOB_DECISION,
      }),
      by: { kind: 'policy', policy: 'carry-out-decisions', body: secretary.body },
    },
  ).events,
  ...given(
    escalation,
    raise({ fromPost: DEPUTY_MAYOR_WY, toBody: NCA, answerBy: 'unknown' }),
    ask('do-not-pursue-escalation', { reason: 'The guidance has settled it.' }),
  ).events,
].map((event) => ({ type: event.type, sentence: narrateEscalation(event, names) }));

describe('The history of an escalation', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'A. Secretary (Secretary of the board) recorded an escalation (origin not stated) to the National SOC Portfolio Officer and the NPCC SOC Lead, at tier 1: “How is unmet demand classified, and who owns it?” It is about sub-part (c) of YHSOC-AFI-A/WYP. No date for an answer was given.',
      'The NPCC SOC Lead took the escalation up. The letter of 26 June 2025 states it.',
      'A. Secretary (Secretary of the board) answered the escalation: “The region owns it.” The answer is decision CCOB-2025-1.',
      'A. Secretary (Secretary of the board) corrected the answer to the escalation: the wording was “The region owns it.”, is “The forces own it.”; the decision was CCOB-2025-1, is not given; the document that states it was not given, is the letter of 26 June 2025; who decided was A. Secretary (Secretary of the board), is the NPCC SOC Lead, because “The minutes were misread.”',
      'A. Secretary (Secretary of the board) corrected the escalation: the question was “How is unmet demand classified, and who owns it?”, is “Who owns unmet demand?”; the origin was not stated, is MARTOM; what it is about was sub-part (c) of YHSOC-AFI-A/WYP, is sub-part (c) of YHSOC-AFI-A/WYP and action ACT-09; the addressee was the National SOC Portfolio Officer and the NPCC SOC Lead, is “the national SOC team”; the date for an answer was no date, is by the end of 2026; the tier was 1, is 2; the condition for the next tier was not given, is “if need be”; the document that states it was not given, is the letter of 26 June 2025; the day it took effect was not given, is in 2026, because “The letter was misread.”',
      'A. Secretary (Secretary of the board) retracted that the escalation was answered, because “Another question was answered.” It stands again as taken up, at tier 2, put to “the national SOC team”.',
      'A. Secretary (Secretary of the board) retracted the escalation, because “It was recorded twice.”',
      'A. Secretary (Secretary of the board) recorded an escalation from West Yorkshire SOC Partnership Board to the WYP Chief Officer Team, at tier 1: “Should the YHROCU have a dedicated, independent Chief Officer?” It is about YHSOC-AFI-B/YHROCU. No date for an answer was given. The next tier is asked on a condition: “if necessary the Chief Constables of the four contributing forces”.',
      'A. Secretary (Secretary of the board) decided not to take the escalation beyond tier 1, because “The team has settled it.” The condition for the next tier was “if necessary the Chief Constables of the four contributing forces”.',
      'A. Secretary (Secretary of the board) took the escalation from tier 1, the WYP Chief Officer Team, to tier 2, the Chief Constable of Humberside Police, the Chief Constable of North Yorkshire Police, the Chief Constable of South Yorkshire Police and the Chief Constable of West Yorkshire Police, because “It came up again.” The condition for it was “if necessary the Chief Constables of the four contributing forces”.',
      'A. Secretary (Secretary of the board) decided not to take the escalation beyond tier 2, because “They have no view.”',
      'A. Secretary (Secretary of the board) took the escalation from tier 2, the Chief Constable of Humberside Police, the Chief Constable of North Yorkshire Police, the Chief Constable of South Yorkshire Police and the Chief Constable of West Yorkshire Police, to tier 3, the NPCC SOC Lead and “the Home Office”, because “They have no view.” No condition for it stood. An answer is asked for by 29 May 2026 (printed “By 29 May 2026”). The next tier is asked on a condition: “if the Home Office will not say”.',
      'A. Secretary (Secretary of the board) returned the escalation without an answer, because “It is for the forces.” The letter of 26 June 2025 states it.',
      'A. Secretary (Secretary of the board) retracted that the escalation was returned, because “They kept it.” It stands again as raised, at tier 3, put to the NPCC SOC Lead and “the Home Office”.',
      'A. Secretary (Secretary of the board) retracted that the next tier was asked, because “It was not sent.” It stands again as raised, at tier 2, put to the Chief Constable of Humberside Police, the Chief Constable of North Yorkshire Police, the Chief Constable of South Yorkshire Police and the Chief Constable of West Yorkshire Police. That the next tier is not asked stands too, because “They have no view.”',
      'Illustration: A. Secretary (Secretary of the board) recorded an escalation from MARTOM of 14 January 2026 to CCOB, at tier 1: “How is unmet demand classified, and who owns it?” It is about YHSOC-AFI-A/WYP, YHSOC-AFI-B/YHROCU, sub-part (c) of YHSOC-AFI-A/WYP and action ACT-09. An answer is asked for by April 2026.',
      'Decision CCOB-2025-1 answered the escalation: “It is the unit’s.”',
      'A. Secretary (Secretary of the board) recorded an escalation from the Deputy Mayor of West Yorkshire for Policing and Crime to National Crime Agency, at tier 1: “How is unmet demand classified, and who owns it?” It is about sub-part (c) of YHSOC-AFI-A/WYP. An answer is asked for by a date not known.',
      'A. Secretary (Secretary of the board) decided not to pursue the escalation, because “The guidance has settled it.”',
    ]);
  });

  it('leaves no event untold', () => {
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(Object.keys(ESCALATION_FORMS)));
  });
});
