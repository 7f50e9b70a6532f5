/**
 * What was decided, by whom, when, and about what. Whoever decided is named, or the meeting, or it is said that nobody
 * knows: nobody is taken for the decider because they recorded it. (P25, T17.)
 */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import type {
  ActionId,
  Authority,
  BodyId,
  EveryCommand,
  EscalationId,
  MeetingId,
  RecommendationId,
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
  /** The source does not say who decided. */
  readonly deciderNotKnown?: boolean;
  readonly aboutRecommendations?: readonly RecommendationId[];
  readonly aboutActions?: readonly ActionId[];
  readonly aboutEscalations?: readonly EscalationId[];
}

export function decisionFieldsFrom(command: EveryCommand & DecidedFields): DecisionFields | Refusal {
  const refusal = dateUnclear(command.effectiveOn);
  if (refusal) return refusal;
  const decidedBy = deciderFrom(command);
  if ('refused' in decidedBy) return decidedBy;
  const { outcome, title, alternatives = [], reasons, meeting } = command;
  const { aboutRecommendations = [], aboutActions = [], aboutEscalations = [] } = command;
  return stated({
    title,
    outcome,
    alternatives,
    reasons,
    meeting,
    decidedBy,
    deciderNotKnown: command.deciderNotKnown === true ? (true as const) : undefined,
    effectiveOn: command.effectiveOn === undefined ? undefined : readDate(command.effectiveOn),
    about: {
      recommendations: [...new Set(aboutRecommendations)],
      actions: [...new Set(aboutActions)],
      escalations: [...new Set(aboutEscalations)],
    },
  });
}

function deciderFrom(command: EveryCommand & DecidedFields): Authority | Refusal {
  const decider: Authority = stated({
    person: command.decidedByPerson,
    post: command.decidedByPost,
    body: command.decidedByBody,
    capacity: command.decidedByCapacity,
  });
  const isNamed = Object.keys(decider).length > 0;
  if (isNamed && command.deciderNotKnown === true) {
    return refuse('decider-unclear', 'Name who decided or say that it is not known, not both.');
  }
  if (!isNamed && command.deciderNotKnown !== true && command.meeting === undefined) {
    return refuse(
      'decider-missing',
      'Say who decided: a meeting, a person, a post or a body, or that it is not known.',
    );
  }
  return decider;
}

/** The bodies a decision concerns beside the one that records it. */
export function bodiesOf(fields: DecisionFields): readonly BodyId[] {
  return fields.decidedBy.body === undefined ? [] : [fields.decidedBy.body];
}
