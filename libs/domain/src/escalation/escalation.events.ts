/**
 * What happens to an escalation: a question raised from a forum or a post to a higher or an outside one, to an outcome.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `escalation.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { Correction } from '../corrections.ts';
import type {
  ActionId,
  BodyId,
  DecisionId,
  EscalationId,
  EveryEvent,
  EventId,
  MeetingId,
  PostId,
  RecommendationId,
  SeriesId,
} from '../primitives.ts';

/** Where the question comes from, or the statement that the source does not say. */
export type EscalationOrigin =
  | { readonly kind: 'meeting'; readonly meeting: MeetingId }
  | { readonly kind: 'series'; readonly series: SeriesId }
  | { readonly kind: 'post'; readonly post: PostId }
  | { readonly kind: 'notStated' };

export interface EscalationAbout {
  readonly recommendations: readonly RecommendationId[];
  readonly subParts: readonly { readonly recommendation: RecommendationId; readonly letter: string }[];
  readonly actions: readonly ActionId[];
}

/** Who is asked: a board, posts (perhaps with somebody outside the directory), a body, or somebody outside, in words. */
export type EscalationTarget =
  | { readonly kind: 'series'; readonly series: SeriesId }
  | { readonly kind: 'posts'; readonly posts: readonly PostId[]; readonly outside?: string }
  | { readonly kind: 'body'; readonly body: BodyId }
  | { readonly kind: 'outside'; readonly words: string };

/** By when an answer is asked for, or that no date was given. */
export type AnswerBy = { readonly kind: 'on'; readonly date: PreciseDate } | { readonly kind: 'noneGiven' };

/** What can be recorded wrongly and corrected. */
export interface EscalationFields {
  readonly question: string;
  readonly to: EscalationTarget;
  readonly answerBy: AnswerBy;
}

export interface EscalationAnswer {
  /** The exact words of the answer. */
  readonly words: string;
  /** The decision that is the answer. */
  readonly decision?: DecisionId;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

export type EscalationEvent =
  | Event<
      'EscalationRaised',
      {
        readonly escalation: EscalationId;
        readonly origin: EscalationOrigin;
        readonly about: EscalationAbout;
        /** 1 is the first that is asked. */
        readonly tier: number;
        /** What has to be so before the next tier is asked, quoted. */
        readonly nextTierCondition?: string;
      } & EscalationFields
    >
  | Event<'EscalationTakenUp', object>
  | Event<'EscalationAnswered', EscalationAnswer>
  | Event<'EscalationReturned', { readonly reason: string }>
  | Event<'EscalationNotPursued', { readonly reason: string }>
  | Event<
      'EscalatedToNextTier',
      {
        readonly fromTier: number;
        readonly tier: number;
        readonly from: EscalationTarget;
        readonly to: EscalationTarget;
        /** The condition that stood and is met. */
        readonly condition?: string;
        readonly reason?: string;
        /** Absent when the date that stood goes on standing. */
        readonly answerBy?: AnswerBy;
        readonly nextTierCondition?: string;
      }
    >
  | Event<'NextTierDecidedAgainst', { readonly tier: number; readonly condition?: string; readonly reason: string }>
  | Event<'EscalationCorrected', Correction<EscalationFields> & { readonly reason: string }>
  | Event<
      'EscalationAnswerCorrected',
      {
        readonly corrects: EventId;
        readonly was: EscalationAnswer;
        readonly is: EscalationAnswer;
        readonly reason: string;
      }
    >;

export type EscalationEventOf<Type extends EscalationEvent['type']> = Extract<EscalationEvent, { type: Type }>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const ESCALATION_FORMS = {
  EscalationRaised: 1,
  EscalationTakenUp: 1,
  EscalationAnswered: 1,
  EscalationReturned: 1,
  EscalationNotPursued: 1,
  EscalatedToNextTier: 1,
  NextTierDecidedAgainst: 1,
  EscalationCorrected: 1,
  EscalationAnswerCorrected: 1,
} satisfies Record<EscalationEvent['type'], number>;
