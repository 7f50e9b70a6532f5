/**
 * What happens to a series of meetings: a standing forum, such as a board or a tasking meeting.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `series.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { Attribution, Correction } from '../corrections.ts';
import type { BodyId, EveryEvent, EventId, PostId, SeriesId } from '../primitives.ts';

export const SERIES_KINDS = ['board', 'tasking', 'oversightCycle', 'partnership'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

export interface SeriesFields {
  readonly name: string;
  readonly seriesKind: SeriesKind;
  /** The short code people say: "CCOB". */
  readonly code?: string;
  /** The body whose forum it is. */
  readonly ofBody?: BodyId;
  /** How often it meets, as printed: "quarterly". */
  readonly cadence?: string;
  readonly chairPost?: PostId;
  readonly convenedBy?: PostId;
  /** Since when it meets; it may be older than the report it comes to govern. */
  readonly since?: PreciseDate;
}

export interface SeriesClosure {
  /** The last day it met or stood. */
  readonly until: PreciseDate;
  readonly reason: string;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

export type SeriesEvent =
  | Event<'MeetingSeriesOpened', { readonly series: SeriesId } & SeriesFields>
  | Event<'MeetingSeriesRenamed', { readonly from: string; readonly to: string; readonly reason?: string }>
  | Event<'MeetingSeriesCorrected', Correction<SeriesFields & Attribution> & { readonly reason: string }>
  | Event<
      'MeetingSeriesAliasAdded',
      {
        readonly alias: string;
        /** Whether it names this series has not been settled. */
        readonly unresolved?: true;
      }
    >
  | Event<
      'MeetingSeriesAliasRetracted',
      { readonly corrects: EventId; readonly alias: string; readonly unresolved?: true; readonly reason: string }
    >
  | Event<'MeetingSeriesClosed', SeriesClosure>
  | Event<
      'MeetingSeriesClosureRetracted',
      { readonly corrects: EventId; readonly was: SeriesClosure; readonly reason: string }
    >
  | Event<'MeetingSeriesRetracted', { readonly corrects: EventId; readonly reason: string }>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const SERIES_FORMS = {
  MeetingSeriesOpened: 1,
  MeetingSeriesRenamed: 1,
  MeetingSeriesCorrected: 1,
  MeetingSeriesAliasAdded: 1,
  MeetingSeriesAliasRetracted: 1,
  MeetingSeriesClosed: 1,
  MeetingSeriesClosureRetracted: 1,
  MeetingSeriesRetracted: 1,
} satisfies Record<SeriesEvent['type'], number>;
