/**
 * What happens to a recommendation: one finding of any kind as it falls on one body.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `recommendation.forms.ts` for ever.
 */

import type { CivilDate } from '../calendar/civil-date.ts';
import type { Attribution, Correction } from '../corrections.ts';
import type {
  ActionId,
  BodyId,
  DocumentId,
  EveryEvent,
  EventId,
  FindingId,
  PositionId,
  PostId,
  RecommendationId,
  ReportId,
  SeriesId,
} from '../primitives.ts';
import type { FindingKind, SubPart } from '../report/finding.ts';

/** Who speaks: the chief officer, the local policing body, the force in assurance to the body, or the subject itself. */
export const LAYERS = ['chiefOfficer', 'localPolicingBody', 'force', 'subject'] as const;
export type Layer = (typeof LAYERS)[number];

/** Who closes: whoever speaks of it, and the inspectorate, which may verify what was done. */
export const CLOSURE_LAYERS = [...LAYERS, 'inspectorate'] as const;
export type ClosureLayer = (typeof CLOSURE_LAYERS)[number];

/** What can be said of a recommendation. That nobody has said anything is an absence, never a code. */
export const POSITION_CODES = [
  'accepted',
  'agreed',
  'agreedWithCondition',
  'welcomed',
  'concurred',
  'partiallySupported',
  'notApplicable',
  'rejectedWithReason',
] as const;
export type PositionCode = (typeof POSITION_CODES)[number];

export const CLOSURE_LEVELS = ['reported', 'assured', 'verified'] as const;
export type ClosureLevel = (typeof CLOSURE_LEVELS)[number];

export const CLOSURE_CODES = [
  'implemented',
  'superseded',
  'outsideControl',
  'noLongerApplicable',
  'riskAccepted',
] as const;
export type ClosureCode = (typeof CLOSURE_CODES)[number];

/** Where a due date comes from. A statutory or printed date is not ours to move without saying why. */
export const DATE_BASES = ['printed', 'statutory', 'agreedLocally'] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** The post, forum or body that answers for an action, or the statement that the source names nobody. */
export type Lead =
  | { readonly kind: 'post'; readonly post: PostId }
  | { readonly kind: 'forum'; readonly series: SeriesId }
  | { readonly kind: 'body'; readonly body: BodyId }
  | { readonly kind: 'notNamed' };

/** When an action is due, or that no date was given and when it must be looked at. */
export type Due =
  | { readonly kind: 'on'; readonly date: CivilDate; readonly basis: DateBasis; readonly asPrinted?: string }
  | { readonly kind: 'noneGiven'; readonly reviewBy?: CivilDate; readonly asPrinted?: string };

export interface Deadline {
  readonly asPrinted: string;
  /** Absent when no day can be read from the phrase ("in due course"). */
  readonly date?: CivilDate;
  /** Whoever recorded it said which day is meant, or that none is: it was not read from the printed words. */
  readonly dayStated?: true;
}

/** The finding as it was when it fell on the body: copied, so that no rule depends on another stream. */
export interface FindingCopy {
  readonly kind: FindingKind;
  /** As the report prints it: "Recommendation 1". */
  readonly label?: string;
  readonly text: string;
  readonly subParts: readonly SubPart[];
  readonly deadline?: Deadline;
}

export interface Position {
  readonly layer: Layer;
  /** Absent when the whole recommendation is meant. */
  readonly subPart?: string;
  /** Absent when the words carry none of them: a reading of ours is put into nobody’s mouth. */
  readonly code?: PositionCode;
  /** The exact words quoted. */
  readonly words: string;
  readonly document?: DocumentId;
  /** Limits on the position, quoted: "as appropriate to South Yorkshire". */
  readonly qualifiers: readonly string[];
  readonly reason?: string;
}

/** A position, and on whose authority it is recorded. */
export type SaidPosition = Position & Attribution;

export interface ActionFields {
  readonly title: string;
  readonly subPart?: string;
  readonly lead: Lead;
  readonly supporters: readonly PostId[];
  readonly deliveredWith: readonly BodyId[];
  /** The forum that reviews it, where the source names one. */
  readonly monitoredAt?: SeriesId;
  readonly due: Due;
  readonly document?: DocumentId;
}

/** The local policing body that oversees the recommendation, if one does. */
export interface Overseen {
  readonly overseer?: BodyId;
}

export interface Closure {
  readonly level: ClosureLevel;
  readonly layer: ClosureLayer;
  readonly code: ClosureCode;
  readonly reason: string;
}

/** What was said of how an action goes. */
export interface Progress {
  readonly words: string;
  readonly document?: DocumentId;
}

/** What an action that is linked here serves here. */
export interface Linked {
  readonly subPart?: string;
}

/**
 * By which people cite it: `OIC-R1/SYP:P2` for the second position recorded in OIC-R1/SYP, `OIC-R1/SYP/1:N3` for the
 * third note on its first action. Never used again, whatever becomes of what it names.
 */
type PrintedReference = string;
export type ProgressId = string;

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

export type RecommendationEvent =
  | Event<
      'RecommendationRaised',
      {
        readonly recommendation: RecommendationId;
        /** Printed for people, never parsed: `OIC-R1/SYP`. */
        readonly reference: string;
        readonly report: ReportId;
        readonly finding: FindingId;
        readonly overseer?: BodyId;
        readonly copy: FindingCopy;
      }
    >
  | Event<
      'RecommendationCorrected',
      {
        readonly corrects: EventId;
        readonly was: Overseen & Attribution;
        readonly is: Overseen & Attribution;
        readonly reason: string;
      }
    >
  | Event<
      'ResponsibilityTransferred',
      {
        /** Absent when nobody oversaw it. */
        readonly from?: BodyId;
        readonly to: BodyId;
        readonly reason: string;
      }
    >
  | Event<
      'ResponsibilityTransferRetracted',
      {
        readonly corrects: EventId;
        /** Who oversaw it until then. Absent when the transfer had been corrected to nobody. */
        readonly was?: BodyId;
        /** Who oversees it again. Absent when nobody did before. */
        readonly stands?: BodyId;
        readonly reason: string;
      }
    >
  | Event<'RecommendationRaisedInError', { readonly reason: string }>
  | Event<
      'RaisedInErrorRetracted',
      { readonly corrects: EventId; /** Why it was said to be. */ readonly was: string; readonly reason: string }
    >
  | Event<
      'FindingCorrectionAdopted',
      { readonly corrects: EventId; readonly was: FindingCopy; readonly is: FindingCopy; readonly reason: string }
    >
  | Event<'PositionRecorded', { readonly position: PositionId; readonly reference: PrintedReference } & Position>
  | Event<
      'PositionCorrected',
      {
        readonly corrects: EventId;
        readonly position: PositionId;
        readonly reference: PrintedReference;
        readonly was: SaidPosition;
        readonly is: SaidPosition;
        readonly reason: string;
      }
    >
  | Event<
      'PositionRetracted',
      {
        readonly corrects: EventId;
        readonly position: PositionId;
        readonly reference: PrintedReference;
        readonly was: SaidPosition;
        readonly reason: string;
      }
    >
  | Event<
      'ActionAssigned',
      { readonly action: ActionId; /** Counted from 1 in this stream. */ readonly number: number } & ActionFields
    >
  | Event<
      'ActionCorrected',
      { readonly action: ActionId; readonly reason: string } & Correction<ActionFields & Attribution>
    >
  | Event<
      'ActionReassigned',
      { readonly action: ActionId; readonly from: Lead; readonly to: Lead; readonly reason?: string }
    >
  | Event<
      'ActionReassignmentRetracted',
      {
        readonly corrects: EventId;
        readonly action: ActionId;
        readonly was: Lead;
        /** Who leads it again. */
        readonly stands: Lead;
        readonly reason: string;
      }
    >
  | Event<
      'DueDateChanged',
      {
        readonly action: ActionId;
        readonly original: Due;
        readonly from: Due;
        readonly to: Due;
        readonly reason: string;
        /** How often the date has moved later, this time included. */
        readonly extensions: number;
      }
    >
  | Event<
      'DueDateChangeRetracted',
      {
        readonly corrects: EventId;
        readonly action: ActionId;
        readonly was: Due;
        /** When it is due again. */
        readonly stands: Due;
        /** How often the date has moved later without the change that was retracted. */
        readonly extensions: number;
        readonly reason: string;
      }
    >
  | Event<
      'ProgressReported',
      { readonly action: ActionId; readonly progress: ProgressId; readonly reference: PrintedReference } & Progress
    >
  | Event<
      'ProgressCorrected',
      {
        readonly corrects: EventId;
        readonly action: ActionId;
        readonly progress: ProgressId;
        readonly reference: PrintedReference;
        readonly was: Progress & Attribution;
        readonly is: Progress & Attribution;
        readonly reason: string;
      }
    >
  | Event<
      'ProgressRetracted',
      {
        readonly corrects: EventId;
        readonly action: ActionId;
        readonly progress: ProgressId;
        readonly reference: PrintedReference;
        readonly was: Progress & Attribution;
        readonly reason: string;
      }
    >
  | Event<'ActionCompleted', { readonly action: ActionId; readonly words?: string; readonly document?: DocumentId }>
  | Event<'ActionWithdrawn', { readonly action: ActionId; readonly reason: string }>
  | Event<
      'ActionReopened',
      {
        readonly action: ActionId;
        /** The event that ended it. */
        readonly reopens: EventId;
        readonly was: 'completed' | 'withdrawn';
        readonly reason: string;
      }
    >
  | Event<
      'ActionLinked',
      { readonly action: ActionId; readonly home: RecommendationId; readonly title: string; readonly subPart?: string }
    >
  | Event<
      'LinkCorrected',
      {
        readonly corrects: EventId;
        readonly action: ActionId;
        readonly home: RecommendationId;
        readonly was: Linked & Attribution;
        readonly is: Linked & Attribution;
        readonly reason: string;
      }
    >
  | Event<'ActionUnlinked', { readonly action: ActionId; readonly home: RecommendationId; readonly reason: string }>
  | Event<
      'LinkedActionEnded',
      { readonly action: ActionId; readonly home: RecommendationId; readonly ended: 'completed' | 'withdrawn' }
    >
  | Event<'RecommendationClosed', Closure>
  | Event<
      'ClosureCorrected',
      {
        readonly corrects: EventId;
        readonly was: Closure & Attribution;
        readonly is: Closure & Attribution;
        readonly reason: string;
      }
    >
  | Event<
      'RecommendationReopened',
      {
        /** The event that closed it last. */ readonly reopens: EventId;
        readonly was: Closure;
        readonly reason: string;
      }
    >;

export type RecommendationEventOf<Type extends RecommendationEvent['type']> = Extract<
  RecommendationEvent,
  { type: Type }
>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const RECOMMENDATION_FORMS = {
  RecommendationRaised: 1,
  RecommendationCorrected: 1,
  ResponsibilityTransferred: 1,
  ResponsibilityTransferRetracted: 1,
  RecommendationRaisedInError: 1,
  RaisedInErrorRetracted: 1,
  FindingCorrectionAdopted: 1,
  PositionRecorded: 1,
  PositionCorrected: 1,
  PositionRetracted: 1,
  ActionAssigned: 1,
  ActionCorrected: 1,
  ActionReassigned: 1,
  ActionReassignmentRetracted: 1,
  DueDateChanged: 1,
  DueDateChangeRetracted: 1,
  ProgressReported: 1,
  ProgressCorrected: 1,
  ProgressRetracted: 1,
  ActionCompleted: 1,
  ActionWithdrawn: 1,
  ActionReopened: 1,
  ActionLinked: 1,
  LinkCorrected: 1,
  ActionUnlinked: 1,
  LinkedActionEnded: 1,
  RecommendationClosed: 1,
  ClosureCorrected: 1,
  RecommendationReopened: 1,
} satisfies Record<RecommendationEvent['type'], number>;
