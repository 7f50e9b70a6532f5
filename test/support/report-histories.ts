/** Reports, findings and letters that specs share, as the inspection reports and the answers to them print them. */

import type { Names, ReportCommand } from '#domain';
import { id, secretary } from './given-when-then.ts';
import { names as namesOfAll, OIC, OIC_R1, YHSOC, YHSOC_AFI_A } from './named-histories.ts';

type CommandOf<Kind extends ReportCommand['kind']> = Extract<ReportCommand, { kind: Kind }>;
/** What the application finds out in other streams: nothing, unless a spec says otherwise. */
type Gathered = 'recommendations' | 'answeredBy';
type Told<Command> = Omit<Command, 'kind' | 'by' | Gathered> & Partial<Pick<Command, Extract<keyof Command, Gathered>>>;
type FieldsOf<Kind extends ReportCommand['kind']> = Told<CommandOf<Kind>>;
const GATHERED: { readonly [Kind in ReportCommand['kind']]?: object } = {
  'fan-out-finding': { recommendations: [] },
  'retract-finding': { recommendations: [] },
  'retract-report': { answeredBy: [] },
};

export const HMICFRS = id('c', 10);
export const HUMBERSIDE = id('c', 11);
const NORTH_YORKSHIRE = id('c', 12);

export const OIC_R9 = id('d', 29);
export const YHSOC_AFI_B = id('d', 31);
export const ROCU21 = id('d', 40);
export const ROCU21_PF = id('d', 41);
export const ROCU21_R1 = id('d', 42);

export const LETTER_SY_YHSOC = id('d', 51);

/** What the ids stand for, in the words a history prints. */
export const names: Names = (kind, wanted) => NAMES[wanted] ?? namesOfAll(kind, wanted);

const NAMES: Readonly<Record<string, string>> = {
  [HMICFRS]: 'HMICFRS',
  [HUMBERSIDE]: 'Humberside Police',
  [NORTH_YORKSHIRE]: 'North Yorkshire Police',
  [OIC_R1]: 'OIC-R1',
  [OIC_R9]: 'OIC-R9',
  [YHSOC_AFI_A]: 'YHSOC-AFI-A',
  [YHSOC_AFI_B]: 'YHSOC-AFI-B',
  [ROCU21_PF]: 'ROCU21-PF',
  [ROCU21_R1]: 'ROCU21-R1',
  [LETTER_SY_YHSOC]: 'letter of 9 February 2026',
};

/** A command to a report with the fields given, sent by the secretary. */
export function toReport<Kind extends ReportCommand['kind']>(kind: Kind, fields: FieldsOf<Kind>): CommandOf<Kind> {
  return { kind, by: secretary, ...GATHERED[kind], ...fields } as unknown as CommandOf<Kind>;
}

/** The report on organised immigration crime, published on 16 May 2025. */
export function recordOic(fields: Partial<FieldsOf<'record-report'>> = {}): CommandOf<'record-report'> {
  return toReport('record-report', {
    report: OIC,
    code: 'OIC',
    title: 'improving the response to organised immigration crime',
    publisher: HMICFRS,
    publishedOn: '16 May 2025',
    ...fields,
  });
}

/** The regional report while everybody still awaited it. */
export function expectYhsoc(fields: Partial<FieldsOf<'record-report'>> = {}): CommandOf<'record-report'> {
  return toReport('record-report', {
    report: YHSOC,
    code: 'YHSOC',
    title: 'An inspection of the Yorkshire and Humber regional response to serious and organised crime',
    publisher: HMICFRS,
    expected: true,
    ...fields,
  });
}

export function registerR1(fields: Partial<FieldsOf<'register-finding'>> = {}): CommandOf<'register-finding'> {
  return toReport('register-finding', {
    finding: OIC_R1,
    code: 'R1',
    findingKind: 'recommendation',
    label: 'Recommendation 1',
    text: 'the reporting officer completes and submits the required intelligence document',
    addressees: ['chief constables'],
    deadlineAsPrinted: 'By 30 April 2026',
    ...fields,
  });
}

export function registerR9(fields: Partial<FieldsOf<'register-finding'>> = {}): CommandOf<'register-finding'> {
  return toReport('register-finding', {
    finding: OIC_R9,
    code: 'R9',
    findingKind: 'recommendation',
    label: 'Recommendation 9',
    text: 'complete the four modules of the organised immigration crime e-learning package',
    addressees: ['chief constables'],
    deadlineAsPrinted: 'By 30 April 2026',
    ...fields,
  });
}

/** The area for improvement whose sub-parts only one of the two letters prints. */
export function registerAfiA(fields: Partial<FieldsOf<'register-finding'>> = {}): CommandOf<'register-finding'> {
  return toReport('register-finding', {
    finding: YHSOC_AFI_A,
    code: 'AFI-A',
    findingKind: 'areaForImprovement',
    text: 'should improve how they work together to tackle serious and organised crime',
    subParts: [
      'a: the quality and consistency of 4P plans',
      'b: how they record disruption activity on APMIS',
      'c: the recording of unmet demand on APMIS',
    ],
    addressees: ['The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces'],
    ...fields,
  });
}

/** The principal finding of 2021, a cause of concern. */
export function registerPrincipalFinding(
  fields: Partial<FieldsOf<'register-finding'>> = {},
): CommandOf<'register-finding'> {
  return toReport('register-finding', {
    finding: ROCU21_PF,
    code: 'PF',
    findingKind: 'causeOfConcern',
    text: 'sustainable funding of regional organised crime units',
    ...fields,
  });
}

/** A recommendation that the cause of concern leads to. */
export function registerFollowing(fields: Partial<FieldsOf<'register-finding'>> = {}): CommandOf<'register-finding'> {
  return toReport('register-finding', {
    finding: ROCU21_R1,
    code: 'R1',
    findingKind: 'recommendation',
    text: 'a funding model of several years',
    parent: ROCU21_PF,
    ...fields,
  });
}

/** "4-8 and 10": the numbers that the letter skips. */
export function declareNumbers(
  fields: Partial<FieldsOf<'declare-numbers-not-for-policing'>> = {},
): CommandOf<'declare-numbers-not-for-policing'> {
  return toReport('declare-numbers-not-for-policing', { numbers: '4-8 and 10', ...fields });
}
