/**
 * What happens to a meeting: one sitting of a forum.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `meeting.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { Attribution, Correction } from '../corrections.ts';
import type { BodyId, EveryEvent, EventId, MeetingId, PostId, SeriesId } from '../primitives.ts';
import type { SeriesKind } from '../series/series.events.ts';

export interface MeetingFields {
  /** Absent when the meeting stands by itself. */
  readonly series?: SeriesId;
  readonly meetingKind?: SeriesKind;
  readonly title: string;
  readonly heldOn: PreciseDate;
  readonly chairPost?: PostId;
}

/** Who was there, by post and by body, and which posts sent apologies. Persons are never named. */
export interface Attendance {
  readonly posts: readonly PostId[];
  readonly bodies: readonly BodyId[];
  readonly apologies: readonly PostId[];
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

export type MeetingEvent =
  | Event<'MeetingRecorded', { readonly meeting: MeetingId } & MeetingFields>
  /** Holds only what was not recorded before. */
  | Event<'AttendanceRecorded', Attendance>
  | Event<
      'AttendanceCorrected',
      {
        readonly corrects: EventId;
        readonly was: Attendance & Attribution;
        readonly is: Attendance & Attribution;
        readonly reason: string;
      }
    >
  | Event<'MeetingCorrected', Correction<MeetingFields & Attribution> & { readonly reason: string }>
  | Event<'MeetingRetracted', { readonly corrects: EventId; readonly reason: string }>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const MEETING_FORMS = {
  MeetingRecorded: 1,
  AttendanceRecorded: 1,
  AttendanceCorrected: 1,
  MeetingCorrected: 1,
  MeetingRetracted: 1,
} satisfies Record<MeetingEvent['type'], number>;
