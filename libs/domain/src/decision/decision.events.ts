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
  EscalationId,
  EveryEvent,
  MeetingId,
  RecommendationId,
} from '../primitives.ts';
import type { DecisionChange } from './decision.changes.ts';

export interface DecisionAbout {
  readonly recommendations: readonly RecommendationId[];
  readonly actions: readonly ActionId[];
  readonly escalations: readonly EscalationId[];
}

/** What was decided. The decider and the date stand in the base of `DecisionRecorded`, and here when they are corrected. */
export interface DecisionFields {
  readonly title?: string;
  /** What was resolved, in words. */
  readonly outcome: string;
  readonly alternatives: readonly string[];
  readonly reasons?: string;
  readonly meeting?: MeetingId;
  /** Empty where nobody is named: then the meeting decided, or the decider is not known. */
  readonly decidedBy: Authority;
  /** The source does not say who decided. */
  readonly deciderNotKnown?: true;
  readonly effectiveOn?: PreciseDate;
  readonly about: DecisionAbout;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
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
  | Event<
      'ChangeCarriedOut',
      {
        /** The change's place in the decision, counted from 0. */
        readonly change: number;
      }
    >
  | Event<
      'ChangeRefused',
      {
        readonly change: number;
        readonly code: string;
        /** The refusal as the domain said it. */
        readonly sentence: string;
      }
    >
  | Event<'ChangeRetried', { readonly change: number; readonly reason?: string }>
  | Event<'ChangeDropped', { readonly change: number; readonly reason: string }>
  | Event<'ReconsiderationOpened', { readonly words: string }>
  | Event<'DecisionReaffirmed', { readonly reason: string }>
  | Event<
      'DecisionSuperseded',
      {
        /** The decision that takes its place, if one does. */
        readonly by?: DecisionId;
        readonly reason: string;
      }
    >;

export type DecisionEventOf<Type extends DecisionEvent['type']> = Extract<DecisionEvent, { type: Type }>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const DECISION_FORMS = {
  DecisionRecorded: 1,
  DecisionCorrected: 1,
  ChangeCarriedOut: 1,
  ChangeRefused: 1,
  ChangeRetried: 1,
  ChangeDropped: 1,
  ReconsiderationOpened: 1,
  DecisionReaffirmed: 1,
  DecisionSuperseded: 1,
} satisfies Record<DecisionEvent['type'], number>;
