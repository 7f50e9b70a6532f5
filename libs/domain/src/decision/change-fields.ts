/**
 * What a correction says of a change is said in flat fields, whatever kind of change it is: here they are held against
 * what that kind takes and needs, because a change is carried out later, and then nobody is there to ask.
 */

import { amended } from '../corrections.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import { sayList } from '../narrative.ts';
import type { ActionId, EscalationId, RecommendationId } from '../primitives.ts';
import type { AssignedFields } from '../recommendation/action-fields.ts';
import {
  CLOSURE_CODES,
  CLOSURE_LAYERS,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  type Layer,
  LAYERS,
  POSITION_CODES,
  type PositionCode,
} from '../recommendation/recommendation.events.ts';
import { CHANGE_WORDS, type DecisionChange } from './decision.changes.ts';

/** The fields of every kind of change. */
export interface ChangeFields extends Partial<AssignedFields> {
  readonly recommendation?: RecommendationId;
  readonly action?: ActionId;
  readonly escalation?: EscalationId;
  readonly layer?: Layer | ClosureLayer;
  readonly code?: PositionCode | ClosureCode;
  readonly level?: ClosureLevel;
  readonly words?: string;
  readonly qualifiers?: readonly string[];
  readonly reason?: string;
}

type Field = keyof ChangeFields;
type ChangeOf<Kind extends DecisionChange['kind']> = Extract<DecisionChange, { kind: Kind }>;
type FieldOf<Kind extends DecisionChange['kind']> = Exclude<keyof ChangeOf<Kind>, 'version' | 'kind'>;
type Need = 'needed' | 'optional';
type FieldsOf<Kind extends DecisionChange['kind']> = {
  readonly [Name in FieldOf<Kind>]-?: Partial<Pick<ChangeOf<Kind>, Name>> extends Pick<ChangeOf<Kind>, Name>
    ? 'optional'
    : 'needed';
};

const DUE = {
  dueOn: 'optional',
  basis: 'optional',
  dueNoneGiven: 'optional',
  reviewBy: 'optional',
  dueAsPrinted: 'optional',
} as const;

const FIELDS: { readonly [Kind in DecisionChange['kind']]: FieldsOf<Kind> } = {
  recordPosition: {
    recommendation: 'needed',
    layer: 'needed',
    subPart: 'optional',
    code: 'optional',
    words: 'needed',
    document: 'optional',
    qualifiers: 'optional',
    reason: 'optional',
  },
  assignAction: {
    recommendation: 'needed',
    title: 'needed',
    subPart: 'optional',
    leadPost: 'optional',
    leadForum: 'optional',
    leadBody: 'optional',
    leadNotNamed: 'optional',
    supporters: 'optional',
    deliveredWith: 'optional',
    monitoredAt: 'optional',
    document: 'optional',
    ...DUE,
  },
  changeDueDate: { recommendation: 'needed', action: 'needed', reason: 'needed', ...DUE },
  completeAction: { recommendation: 'needed', action: 'needed', words: 'optional', document: 'optional' },
  withdrawAction: { recommendation: 'needed', action: 'needed', reason: 'needed' },
  closeRecommendation: {
    recommendation: 'needed',
    level: 'needed',
    layer: 'needed',
    code: 'needed',
    reason: 'needed',
  },
  reopenRecommendation: { recommendation: 'needed', reason: 'needed' },
  answerEscalation: { escalation: 'needed', words: 'needed' },
};

/** What a field may hold, where that depends on the kind of change. */
const VALUES: { readonly [Kind in DecisionChange['kind']]?: { readonly [Name in Field]?: readonly unknown[] } } = {
  recordPosition: { layer: LAYERS, code: POSITION_CODES },
  closeRecommendation: { layer: CLOSURE_LAYERS, code: CLOSURE_CODES },
};

export const LEAD = ['leadPost', 'leadForum', 'leadBody', 'leadNotNamed'] as const satisfies readonly Field[];

/**
 * The change as it should have been recorded. What is left out stays, as far as a change of that kind has it; a lead is
 * named anew as a whole, and a day takes the place of "none given", as in an action.
 */
export function amendedChange(
  was: DecisionChange,
  kind: DecisionChange['kind'],
  given: ChangeFields,
  clear: readonly string[] = [],
): DecisionChange | Refusal {
  const takes = FIELDS[kind] as { readonly [Name in Field]?: Need };
  const isTaken = (field: string): boolean => field in takes;
  const named = [...Object.keys(stated(given)), ...clear];
  const unfit = named.find((field) => !isTaken(field));
  if (unfit !== undefined) {
    return refuse('change-unfit', `A change to ${CHANGE_WORDS[kind]} has no ${unfit}: leave it out.`);
  }
  const replaced = replacedBy(given);
  const stood = Object.entries(was).filter(([field]) => isTaken(field) && !replaced.includes(field));
  const is = amended<ChangeFields>(Object.fromEntries(stood), given, clear);
  if ('refused' in is) return is;
  const missing = Object.keys(takes).filter((field) => takes[field as Field] === 'needed' && !(field in is));
  const list = sayList(missing);
  if (list !== undefined) {
    return refuse('change-incomplete', `A change to ${CHANGE_WORDS[kind]} needs ${list}.`);
  }
  for (const [field, allowed] of Object.entries(VALUES[kind] ?? {})) {
    const value = is[field as Field];
    if (value !== undefined && !allowed.includes(value)) {
      return refuse(
        'change-unfit',
        `The ${field} of a change to ${CHANGE_WORDS[kind]} must be one of ${allowed.join(', ')}.`,
      );
    }
  }
  return { version: was.version, kind, ...is } as DecisionChange;
}

/** The fields in whose place the given ones stand. */
function replacedBy(given: ChangeFields): readonly string[] {
  return [
    ...(LEAD.some((field) => given[field] !== undefined) ? LEAD : []),
    ...(given.dueOn === undefined ? [] : ['dueNoneGiven', 'reviewBy']),
    ...(given.dueNoneGiven === true ? ['dueOn', 'basis'] : []),
  ];
}
