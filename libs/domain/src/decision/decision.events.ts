/**
 * What happens to a decision: what a board or an office holder resolved, and whether what it changes was carried out.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `decision.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { Correction } from '../corrections.ts';
import type {
  ActionId,
  Authority,
  DecisionId,
  DocumentId,
  EscalationId,
  EveryEvent,
  EventId,
  MeetingId,
  RecommendationId,
} from '../primitives.ts';
import type { DecisionChange } from './decision.changes.ts';

export interface DecisionAbout {
  readonly recommendations: readonly RecommendationId[];
  readonly actions: readonly ActionId[];
  readonly escalations: readonly EscalationId[];
}

/** What was decided. Decider, date and mark stand in the base of `DecisionRecorded`, and here when they are corrected. */
export interface DecisionFields {
  readonly title?: string;
  /** What was resolved, in words. */
  readonly outcome: string;
  readonly alternatives: readonly string[];
  readonly reasons?: string;
  readonly meeting?: MeetingId;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
  /** Empty where nobody is named: then the meeting decided, or the decider is not known. */
  readonly decidedBy: Authority;
  /** The source does not say who decided. */
  readonly deciderNotKnown?: true;
  readonly effectiveOn?: PreciseDate;
  readonly illustration?: true;
  readonly about: DecisionAbout;
}

/** That a decision is looked at again, in the words of the source and, where one is at hand, the document they stand in. */
export interface Reconsideration {
  readonly words: string;
  readonly document?: DocumentId;
}

export interface Reaffirmation {
  readonly reason: string;
  readonly document?: DocumentId;
}

export interface Supersession {
  /** The decision that takes its place, if one does. */
  readonly by?: DecisionId;
  readonly reason: string;
  readonly document?: DocumentId;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

/** A step that was recorded in error: which event recorded it, what that said, and why it is taken back. */
interface Retraction<Step> {
  readonly corrects: EventId;
  readonly was: Step;
  readonly reason: string;
}

/** A change's place in the decision, counted from 1. */
interface OfChange {
  readonly change: number;
}

export type DecisionEvent =
  | Event<
      'DecisionRecorded',
      {
        readonly decision: DecisionId;
        /** As people cite it: "D-2026-001". It never changes. */
        readonly number: string;
        readonly changes: readonly DecisionChange[];
      } & DecisionFields
    >
  | Event<'DecisionCorrected', Correction<DecisionFields> & { readonly reason: string }>
  | Event<'DecisionRetracted', { readonly corrects: EventId; readonly reason: string }>
  | Event<'ChangeCarriedOut', OfChange>
  | Event<
      'ChangeRefused',
      OfChange & {
        readonly code: string;
        /** The refusal as the domain said it. */
        readonly sentence: string;
      }
    >
  | Event<'ChangeRetried', OfChange & { readonly reason?: string }>
  /** What it said was recorded wrongly. One that was refused is then tried as corrected. */
  | Event<
      'ChangeCorrected',
      OfChange & {
        /** That recorded the decision, or corrected the change last. */
        readonly corrects: EventId;
        readonly was: DecisionChange;
        readonly is: DecisionChange;
        readonly reason: string;
      }
    >
  | Event<'ChangeDropped', OfChange & { readonly reason: string }>
  | Event<'ChangeDropRetracted', OfChange & Retraction<{ readonly reason: string }>>
  | Event<'ReconsiderationOpened', Reconsideration>
  | Event<'ReconsiderationRetracted', Retraction<Reconsideration>>
  | Event<'DecisionReaffirmed', Reaffirmation>
  | Event<'ReaffirmationRetracted', Retraction<Reaffirmation>>
  | Event<'DecisionSuperseded', Supersession>
  | Event<'SupersessionRetracted', Retraction<Supersession>>;

export type DecisionEventOf<Type extends DecisionEvent['type']> = Extract<DecisionEvent, { type: Type }>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const DECISION_FORMS = {
  DecisionRecorded: 1,
  DecisionCorrected: 1,
  DecisionRetracted: 1,
  ChangeCarriedOut: 1,
  ChangeRefused: 1,
  ChangeRetried: 1,
  ChangeCorrected: 1,
  ChangeDropped: 1,
  ChangeDropRetracted: 1,
  ReconsiderationOpened: 1,
  ReconsiderationRetracted: 1,
  DecisionReaffirmed: 1,
  ReaffirmationRetracted: 1,
  DecisionSuperseded: 1,
  SupersessionRetracted: 1,
} satisfies Record<DecisionEvent['type'], number>;
