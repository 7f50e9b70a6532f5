/**
 * What was decided, by whom, when, and about what. Whoever decided is named, or the meeting, or it is said that nobody
 * knows: nobody is taken for the decider because they recorded it. (P25, T17.)
 */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { amendedItem, type Correcting } from '../corrections.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import {
  type ActionId,
  type Authority,
  type BodyId,
  type DocumentId,
  type EveryCommand,
  type EscalationId,
  type MeetingId,
  namedAuthority,
  type RecommendationId,
} from '../primitives.ts';
import type { DecisionFields } from './decision.events.ts';

export interface DecidedFields {
  /** What was resolved, in words. */
  readonly outcome: string;
  readonly title?: string;
  readonly alternatives?: readonly string[];
  readonly reasons?: string;
  /** The meeting at which it was decided. */
  readonly meeting?: MeetingId;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
  /** The source does not say who decided. */
  readonly deciderNotKnown?: boolean;
  readonly aboutRecommendations?: readonly RecommendationId[];
  readonly aboutActions?: readonly ActionId[];
  readonly aboutEscalations?: readonly EscalationId[];
}

export function decisionFieldsFrom(command: EveryCommand & DecidedFields): DecisionFields | Refusal {
  const refusal = dateUnclear(command.effectiveOn);
  if (refusal) return refusal;
  const { outcome, effectiveOn, illustration } = command;
  return decided({
    ...EMPTY,
    ...(stated(given(command)) as Partial<Flat>),
    outcome,
    decidedBy: namedAuthority(command),
    ...stated({
      effectiveOn: effectiveOn === undefined ? undefined : readDate(effectiveOn),
      illustration: illustration === true ? (true as const) : undefined,
    }),
  });
}

/** What a decision can do without, by the name it is given. */
export type ClearableOfDecision =
  | 'title'
  | 'alternatives'
  | 'reasons'
  | 'meeting'
  | 'document'
  | 'decidedBy'
  | 'deciderNotKnown'
  | 'aboutRecommendations'
  | 'aboutActions'
  | 'aboutEscalations';

/** The fields as a correction says they should have been recorded. A decider who is named is not unknown any more. */
export function amendedFields(
  command: Correcting<ClearableOfDecision> & Partial<DecidedFields>,
  was: DecisionFields,
): DecisionFields | Refusal {
  const refusal = dateUnclear(command.effectiveOn);
  if (refusal) return refusal;
  const { about, ...fields } = was;
  const { recommendations: aboutRecommendations, actions: aboutActions, escalations: aboutEscalations } = about;
  const standing: Flat = { ...fields, aboutRecommendations, aboutActions, aboutEscalations };
  const is = amendedItem(command, standing, given(command), EMPTY);
  if ('refused' in is) return is;
  const { deciderNotKnown: _deciderNotKnown, ...known } = is;
  const isNamed = Object.keys(namedAuthority(command)).length > 0;
  if (command.clear?.includes('decidedBy')) {
    if (isNamed) return refuse('clear-unclear', 'Say who decided or clear it, not both.');
    return decided({ ...is, decidedBy: {} });
  }
  if (command.deciderNotKnown === true) return decided({ ...is, decidedBy: namedAuthority(command) });
  return decided(isNamed || command.deciderNotKnown === false ? known : is);
}

/** As flat as it is said, so that one list can be taken away while the others stay. */
interface Flat extends Omit<DecisionFields, 'about'> {
  readonly aboutRecommendations: readonly RecommendationId[];
  readonly aboutActions: readonly ActionId[];
  readonly aboutEscalations: readonly EscalationId[];
}

const EMPTY = {
  alternatives: [],
  decidedBy: {},
  aboutRecommendations: [],
  aboutActions: [],
  aboutEscalations: [],
} as const;

function given(fields: Partial<DecidedFields>) {
  const { outcome, title, alternatives, reasons, meeting, document } = fields;
  const { aboutRecommendations, aboutActions, aboutEscalations } = fields;
  const deciderNotKnown = fields.deciderNotKnown === true ? (true as const) : undefined;
  const about = { aboutRecommendations, aboutActions, aboutEscalations };
  return { outcome, title, alternatives, reasons, meeting, document, deciderNotKnown, ...about };
}

/** A refusal where it is not said who decided, or said in two ways. */
function decided(flat: Flat): DecisionFields | Refusal {
  const { aboutRecommendations, aboutActions, aboutEscalations, ...fields } = flat;
  const isNamed = Object.keys(flat.decidedBy).length > 0;
  if (isNamed && flat.deciderNotKnown) {
    return refuse('decider-unclear', 'Name who decided or say that it is not known, not both.');
  }
  if (!isNamed && !flat.deciderNotKnown && flat.meeting === undefined) {
    return refuse(
      'decider-missing',
      'Say who decided: a meeting, a person, a post or a body, or that it is not known.',
    );
  }
  return {
    ...fields,
    about: {
      recommendations: [...new Set(aboutRecommendations)],
      actions: [...new Set(aboutActions)],
      escalations: [...new Set(aboutEscalations)],
    },
  };
}

/** The bodies a decision concerns beside the one that records it: that decided, and those of what it is about. */
export function bodiesOf({ decidedBy }: { readonly decidedBy: Authority }, others: readonly BodyId[] = []): BodyId[] {
  return [...(decidedBy.body === undefined ? [] : [decidedBy.body]), ...others];
}
