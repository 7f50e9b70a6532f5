/**
 * What happens to an escalation: a question raised from a forum or a post to a higher or an outside one, to an outcome.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `escalation.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { Attribution, Correction } from '../corrections.ts';
import type {
  ActionId,
  BodyId,
  DecisionId,
  DocumentId,
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

/** What can be recorded wrongly and corrected. Whom it asks, by when and on which tier is said anew at each tier. */
export interface EscalationFields {
  readonly question: string;
  readonly origin: EscalationOrigin;
  readonly about: EscalationAbout;
  readonly to: EscalationTarget;
  readonly answerBy: AnswerBy;
  /** 1 is the first that is asked. */
  readonly tier: number;
  /** What has to be so before the next tier is asked, quoted. */
  readonly nextTierCondition?: string;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
}

export interface EscalationAnswer {
  /** The exact words of the answer. */
  readonly words: string;
  /** The decision that is the answer. */
  readonly decision?: DecisionId;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
}

/** What can be recorded of an escalation once it is raised; each step rests on the one before. */
export const ESCALATION_STEPS = [
  'takenUp',
  'answered',
  'returned',
  'notPursued',
  'escalatedToNextTier',
  'nextTierDecidedAgainst',
] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** What stands of an escalation at one time. */
export interface EscalationStanding extends Pick<EscalationFields, 'to' | 'answerBy' | 'tier' | 'nextTierCondition'> {
  readonly status: 'raised' | 'takenUp';
  /** Why it was last decided not to ask the next tier. */
  readonly nextTierDecidedAgainst?: string;
}

/** A step, and where it stands in a letter or paper. */
interface Step {
  readonly document?: DocumentId;
}

interface Reasoned extends Step {
  readonly reason: string;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

export type EscalationEvent =
  | Event<'EscalationRaised', { readonly escalation: EscalationId } & EscalationFields>
  | Event<'EscalationTakenUp', Step>
  | Event<'EscalationAnswered', EscalationAnswer>
  | Event<'EscalationReturned', Reasoned>
  | Event<'EscalationNotPursued', Reasoned>
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
      } & Step
    >
  | Event<'NextTierDecidedAgainst', { readonly tier: number; readonly condition?: string } & Reasoned>
  | Event<'EscalationCorrected', Correction<EscalationFields & Attribution> & { readonly reason: string }>
  | Event<
      'EscalationAnswerCorrected',
      {
        readonly corrects: EventId;
        readonly was: EscalationAnswer & Attribution;
        readonly is: EscalationAnswer & Attribution;
        readonly reason: string;
      }
    >
  | Event<
      'EscalationStepRetracted',
      {
        readonly corrects: EventId;
        readonly step: EscalationStep;
        /** What stands again. */
        readonly stands: EscalationStanding;
        readonly reason: string;
      }
    >
  | Event<'EscalationRetracted', { readonly corrects: EventId; readonly reason: string }>;

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
  EscalationStepRetracted: 1,
  EscalationRetracted: 1,
} satisfies Record<EscalationEvent['type'], number>;
