/** Series of meetings, meetings, escalations and decisions that specs share, as the letters tell of them. */

import type { DecisionCommand, EscalationCommand, MeetingCommand, Names, SeriesCommand } from '#domain';
import { id, secretary } from './given-when-then.ts';
import { AFI_A_WYP, CCOB_DECISION, MARTOM, names as namesOfAll, WYCA, YHROCU } from './named-histories.ts';

type Command = SeriesCommand | MeetingCommand | EscalationCommand | DecisionCommand;
type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
/** The fields a spec fills in; who records it and what kind it is are added. */
type FieldsOf<Kind extends Command['kind']> = Omit<CommandOf<Kind>, 'kind' | 'by'>;

export const CCOB = id('d', 61);
export const PARTNERSHIP_BOARD = id('d', 62);
export const MARTOM_JANUARY = id('d', 63);
export const CCOB_2025 = id('d', 64);
export const LATER_DECISION = id('d', 65);
export const UNMET_DEMAND = id('d', 66);
export const AFI_B_YHROCU = id('f', 4);
export const ACT_09 = id('f', 19);

export const HEAD_OF_YHROCU = id('b', 21);
export const PORTFOLIO_OFFICER = id('b', 22);
export const NPCC_SOC_LEAD = id('b', 23);
export const CHIEF_OFFICER_TEAM = id('b', 24);
export const CHIEF_CONSTABLES = [id('b', 31), id('b', 32), id('b', 33), id('b', 34)];

/** What the ids stand for, in the words a history prints. */
export const names: Names = (kind, wanted) => NAMES[wanted] ?? namesOfAll(kind, wanted);

const NAMES: Readonly<Record<string, string>> = {
  [CCOB]: 'CCOB',
  [PARTNERSHIP_BOARD]: 'West Yorkshire SOC Partnership Board',
  [MARTOM_JANUARY]: 'MARTOM of 14 January 2026',
  [CCOB_2025]: 'CCOB (in 2025)',
  [LATER_DECISION]: 'D-2026-002',
  [UNMET_DEMAND]: '“Who owns unmet demand?”',
  [AFI_B_YHROCU]: 'YHSOC-AFI-B/YHROCU',
  [ACT_09]: 'ACT-09',
  [HEAD_OF_YHROCU]: 'Head of YHROCU',
  [PORTFOLIO_OFFICER]: 'National SOC Portfolio Officer',
  [NPCC_SOC_LEAD]: 'NPCC SOC Lead',
  [CHIEF_OFFICER_TEAM]: 'WYP Chief Officer Team',
  [id('b', 31)]: 'Chief Constable of Humberside Police',
  [id('b', 32)]: 'Chief Constable of North Yorkshire Police',
  [id('b', 33)]: 'Chief Constable of South Yorkshire Police',
  [id('b', 34)]: 'Chief Constable of West Yorkshire Police',
};

/** A command with the fields given, sent by the secretary. */
export function ask<Kind extends Command['kind']>(kind: Kind, fields: FieldsOf<Kind>): CommandOf<Kind> {
  const { person: decidedByPerson, post: decidedByPost } = secretary;
  const named = OF_WHO_WAS_ASKED.includes(kind) ? { decidedByPerson, decidedByPost } : {};
  return { kind, by: secretary, ...(!isAnyNamed(fields) && named), ...fields } as unknown as CommandOf<Kind>;
}

/** What only those who are asked can do: whoever records it has to say who did. */
const OF_WHO_WAS_ASKED: readonly Command['kind'][] = ['take-up-escalation', 'answer-escalation', 'return-escalation'];

function isAnyNamed(fields: object): boolean {
  return ['decidedByPerson', 'decidedByPost', 'decidedByBody', 'underDecision'].some((field) => field in fields);
}

/** The tasking meeting that finds matters requiring escalation. */
export function openMartom(fields: Partial<FieldsOf<'open-series'>> = {}): CommandOf<'open-series'> {
  return ask('open-series', {
    series: MARTOM,
    name: 'Multi Agency Regional Tasking & Oversight Meeting',
    seriesKind: 'tasking',
    code: 'MARTOM',
    ofBody: YHROCU,
    ...fields,
  });
}

/** The extraordinary cycle, begun after the inspection and before its report. */
export function openCycle(fields: Partial<FieldsOf<'open-series'>> = {}): CommandOf<'open-series'> {
  return ask('open-series', {
    series: id('d', 67),
    name: 'HMIC extraordinary meeting cycle',
    seriesKind: 'oversightCycle',
    ofBody: YHROCU,
    cadence: 'quarterly',
    convenedBy: HEAD_OF_YHROCU,
    since: '2025',
    ...fields,
  });
}

export function recordMartomJanuary(fields: Partial<FieldsOf<'record-meeting'>> = {}): CommandOf<'record-meeting'> {
  return ask('record-meeting', {
    meeting: MARTOM_JANUARY,
    series: MARTOM,
    title: 'MARTOM, January 2026',
    heldOn: '14 January 2026',
    ...fields,
  });
}

/** "has been raised with" two national posts; who raised it, and by when an answer is wanted, the letter does not say. */
export function raiseUnmetDemand(fields: Partial<FieldsOf<'raise-escalation'>> = {}): CommandOf<'raise-escalation'> {
  return ask('raise-escalation', {
    escalation: UNMET_DEMAND,
    question: 'How is unmet demand classified, and who owns it?',
    originNotStated: true,
    aboutSubParts: [`${AFI_A_WYP}:c`],
    toPosts: [PORTFOLIO_OFFICER, NPCC_SOC_LEAD],
    noAnswerBy: true,
    ...fields,
  });
}

/** The lack of a dedicated chief officer: reviewed by the Chief Officer Team, "if necessary the Chief Constables". */
export function raiseChiefOfficer(fields: Partial<FieldsOf<'raise-escalation'>> = {}): CommandOf<'raise-escalation'> {
  return ask('raise-escalation', {
    escalation: id('d', 68),
    question: 'Should the YHROCU have a dedicated, independent Chief Officer?',
    fromSeries: PARTNERSHIP_BOARD,
    aboutRecommendations: [AFI_B_YHROCU],
    toPosts: [CHIEF_OFFICER_TEAM],
    noAnswerBy: true,
    nextTierCondition: 'if necessary the Chief Constables of the four contributing forces',
    ...fields,
  });
}

/** CCOB, 2025: the delivery model of technical surveillance is retained. Who decided, the letter does not say. */
export function recordRetained(fields: Partial<FieldsOf<'record-decision'>> = {}): CommandOf<'record-decision'> {
  return ask('record-decision', {
    decision: CCOB_DECISION,
    number: 'D-2025-001',
    meeting: CCOB_2025,
    deciderNotKnown: true,
    outcome: 'the decision was made to retain the existing delivery model',
    effectiveOn: 'in 2025',
    alternatives: ['the YHROCU delivers Level 1 for all four forces'],
    aboutRecommendations: [AFI_B_YHROCU],
    ...fields,
  });
}

/** A board's decision with one change to carry out. */
export function recordClosing(fields: Partial<FieldsOf<'record-decision'>> = {}): CommandOf<'record-decision'> {
  return ask('record-decision', {
    decision: LATER_DECISION,
    number: 'D-2026-002',
    decidedByPost: id('b', 4),
    decidedByBody: WYCA,
    outcome: 'That the area for improvement is closed.',
    changes: [
      {
        version: 1,
        kind: 'closeRecommendation',
        recommendation: AFI_A_WYP,
        level: 'assured',
        layer: 'localPolicingBody',
        code: 'implemented',
        reason: 'The board has seen the plans.',
      },
    ],
    ...fields,
  });
}
