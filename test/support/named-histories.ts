/**
 * Bodies, posts, papers and commands that specs share: what the letters on organised immigration crime (OIC) and on the
 * Yorkshire and Humber region (YHSOC) say, with readable ids.
 */

import type { Names, RecommendationCommand } from '#domain';
import { id, secretary } from './ids.ts';

export type CommandOf<Kind extends RecommendationCommand['kind']> = Extract<RecommendationCommand, { kind: Kind }>;
/** The fields a spec fills in; who records it and what kind it is are added. */
type FieldsOf<Kind extends RecommendationCommand['kind']> = Omit<CommandOf<Kind>, 'kind' | 'by'>;

export const SYMCA = id('c', 1);
export const SYP = id('c', 2);
export const WYCA = id('c', 3);
export const WYP = id('c', 4);
export const YHROCU = id('c', 5);
export const NCA = id('c', 6);
export const HMICFRS = id('c', 7);

export const CHIEF_CONSTABLE_SYP = id('b', 2);
export const DEPUTY_MAYOR_SY = id('b', 3);
export const DEPUTY_MAYOR_WY = id('b', 4);
export const TSU_MANAGER = id('b', 5);
export const FORCE_TSU_MANAGERS = id('b', 6);
export const SOC_COORDINATOR = id('b', 7);
export const ROCTA_MANAGER = id('b', 8);

export const KILVINDER_VIGURS = id('a', 2);

export const OIC = id('d', 1);
export const YHSOC = id('d', 2);
export const LETTER_SY_OIC = id('d', 3);
export const LETTER_WY_YHSOC = id('d', 4);
export const OIC_R1 = id('d', 5);
export const YHSOC_AFI_A = id('d', 6);

export const SAFETY_PARTNERSHIP = id('d', 7);
export const MARTOM = id('d', 8);
export const CCOB_DECISION = id('d', 9);

export const R1_SYP = id('f', 1);
export const AFI_A_WYP = id('f', 2);
export const AFI_A_YHROCU = id('f', 3);

export const ACT_05 = id('f', 15);
export const ACT_16 = id('f', 26);

/** What the ids above stand for, in the words a history prints. */
export const names: Names = (kind, wanted) => NAMES[wanted] ?? `${kind} ${wanted}`;

const NAMES: Readonly<Record<string, string>> = {
  [SYMCA]: 'South Yorkshire Mayoral Combined Authority',
  [SYP]: 'South Yorkshire Police',
  [WYCA]: 'West Yorkshire Combined Authority',
  [WYP]: 'West Yorkshire Police',
  [YHROCU]: 'YHROCU',
  [NCA]: 'National Crime Agency',
  [HMICFRS]: 'HMICFRS',
  [id('a', 1)]: 'A. Secretary',
  [id('b', 1)]: 'Secretary of the board',
  [CHIEF_CONSTABLE_SYP]: 'Chief Constable of South Yorkshire Police',
  [DEPUTY_MAYOR_SY]: 'Deputy Mayor for Policing & Crime',
  [DEPUTY_MAYOR_WY]: 'Deputy Mayor of West Yorkshire for Policing and Crime',
  [TSU_MANAGER]: 'YHROCU TSU Manager',
  [FORCE_TSU_MANAGERS]: 'Force TSU Managers',
  [SOC_COORDINATOR]: 'YHROCU SOC Coordinator',
  [ROCTA_MANAGER]: 'YHROCU ROCTA Manager',
  [KILVINDER_VIGURS]: 'Kilvinder Vigurs',
  [OIC]: 'OIC',
  [YHSOC]: 'YHSOC',
  [LETTER_SY_OIC]: 'the letter of 26 June 2025',
  [LETTER_WY_YHSOC]: 'the letter of 5 February 2026',
  [SAFETY_PARTNERSHIP]: 'the countywide Community Safety Partnership',
  [MARTOM]: 'MARTOM',
  [CCOB_DECISION]: 'CCOB-2025-1',
  [R1_SYP]: 'OIC-R1/SYP',
  [AFI_A_WYP]: 'YHSOC-AFI-A/WYP',
  [AFI_A_YHROCU]: 'YHSOC-AFI-A/YHROCU',
  [ACT_05]: 'ACT-05',
  [ACT_16]: 'ACT-16',
};

/** Recommendation 1 as it falls on South Yorkshire Police. */
export function raiseR1(fields: Partial<FieldsOf<'raise-recommendation'>> = {}): CommandOf<'raise-recommendation'> {
  return {
    kind: 'raise-recommendation',
    by: secretary,
    recommendation: R1_SYP,
    reference: 'OIC-R1/SYP',
    report: OIC,
    finding: OIC_R1,
    body: SYP,
    overseer: SYMCA,
    copy: {
      kind: 'recommendation',
      label: 'Recommendation 1',
      text: 'The reporting officer completes and submits the required intelligence document.',
      subParts: [],
      deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' },
    },
    ...fields,
  };
}

/** The area for improvement on working together, with its three sub-parts, as it falls on West Yorkshire Police. */
export function raiseAfiA(fields: Partial<FieldsOf<'raise-recommendation'>> = {}): CommandOf<'raise-recommendation'> {
  return {
    kind: 'raise-recommendation',
    by: secretary,
    recommendation: AFI_A_WYP,
    reference: 'YHSOC-AFI-A/WYP',
    report: YHSOC,
    finding: YHSOC_AFI_A,
    body: WYP,
    overseer: WYCA,
    copy: {
      kind: 'areaForImprovement',
      text: 'Improve how they work together to tackle serious and organised crime.',
      subParts: [
        { letter: 'a', text: 'the quality and consistency of 4P plans' },
        { letter: 'b', text: 'how they record disruption activity on APMIS' },
        { letter: 'c', text: 'the recording of unmet demand on APMIS' },
      ],
    },
    ...fields,
  };
}

/** "have been accepted by the Chief Constable". */
export function acceptance(fields: Partial<FieldsOf<'record-position'>> = {}): CommandOf<'record-position'> {
  return {
    kind: 'record-position',
    by: secretary,
    position: id('f', 31),
    layer: 'chiefOfficer',
    code: 'accepted',
    words: 'have been accepted by the Chief Constable',
    qualifiers: ['as appropriate to South Yorkshire'],
    document: LETTER_SY_OIC,
    decidedByPost: CHIEF_CONSTABLE_SYP,
    ...fields,
  };
}

/** The Deputy Mayor's agreement, on a condition. */
export function conditionalAgreement(fields: Partial<FieldsOf<'record-position'>> = {}): CommandOf<'record-position'> {
  return {
    kind: 'record-position',
    by: secretary,
    position: id('f', 32),
    layer: 'localPolicingBody',
    code: 'agreedWithCondition',
    words: 'I agree. Training officers and staff is key however',
    qualifiers: ['sustained, refreshed and repeated'],
    document: LETTER_SY_OIC,
    decidedByPerson: KILVINDER_VIGURS,
    decidedByPost: DEPUTY_MAYOR_SY,
    decidedByCapacity: 'Deputy Mayor with PCC responsibilities',
    ...fields,
  };
}

/** ACT-16: the work under Recommendation 1, whose lead no document names. Its words print the day it is given. */
export function assignAct16(fields: Partial<FieldsOf<'assign-action'>> = {}): CommandOf<'assign-action'> {
  const { dueOn = '30 April 2026', dueNoneGiven } = fields;
  return {
    kind: 'assign-action',
    by: secretary,
    action: ACT_16,
    title: 'Deliver Recommendation 1',
    leadNotNamed: true,
    dueOn: `By ${dueOn}`,
    basis: 'printed',
    dueAsPrinted: dueNoneGiven ? undefined : `By ${dueOn}`,
    ...fields,
  };
}

/** ACT-05: regional work, at home with the regional unit, that the force's recommendation links. */
export function linkAct05(fields: Partial<FieldsOf<'link-action'>> = {}): CommandOf<'link-action'> {
  return {
    kind: 'link-action',
    by: secretary,
    action: ACT_05,
    home: AFI_A_YHROCU,
    title: 'All forces adopt the NPCC 4P IT solution',
    subPart: 'a',
    ...fields,
  };
}

/** The force reports it implemented. */
export function closure(fields: Partial<FieldsOf<'close-recommendation'>> = {}): CommandOf<'close-recommendation'> {
  return {
    kind: 'close-recommendation',
    by: secretary,
    level: 'reported',
    layer: 'force',
    code: 'implemented',
    reason: 'Every case since March came with the document.',
    decidedByBody: SYP,
    ...fields,
  };
}

/** A command with the fields given, sent by the secretary. */
export function send<Kind extends RecommendationCommand['kind']>(kind: Kind, fields: FieldsOf<Kind>): CommandOf<Kind> {
  return { kind, by: secretary, ...fields } as unknown as CommandOf<Kind>;
}
