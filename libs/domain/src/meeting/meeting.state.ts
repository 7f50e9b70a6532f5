import { type Attribution, attributionOf, corrected, type Known, recorded } from '../corrections.ts';
import { never } from '../decider.ts';
import { type BodyId, type EveryCommand, type EveryEvent, type EventId, type MeetingId, said } from '../primitives.ts';
import type { Attendance, MeetingEvent, MeetingFields } from './meeting.events.ts';

/** The least the rules need. Everything people read is in the views. */
export interface RecordedMeeting {
  readonly status: 'recorded' | 'retracted';
  readonly id: MeetingId;
  readonly known: Known<MeetingFields & Attribution>;
  /** What is known of it, and the last event that said so; nothing while nobody's has been recorded. */
  readonly attendance: { readonly fields: Attendance & Attribution; readonly recordedBy: EventId } | undefined;
  /** Why it was retracted. */
  readonly retracted: string | undefined;
  /** The body that recorded the meeting. */
  readonly body: BodyId;
}

export type Meeting = { readonly status: 'none' } | RecordedMeeting;

export const initial: Meeting = { status: 'none' };

export function evolve(state: Meeting, event: MeetingEvent, eventId: EventId): Meeting {
  if (event.type === 'MeetingRecorded') {
    const { body, meeting, series, meetingKind, title, heldOn, chairPost } = event.data;
    return {
      status: 'recorded',
      id: meeting,
      known: recorded({ series, meetingKind, title, heldOn, chairPost, ...attributionOf(event.data) }, eventId),
      attendance: undefined,
      retracted: undefined,
      body,
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before MeetingRecorded`);
  switch (event.type) {
    case 'AttendanceRecorded': {
      const { posts, bodies, apologies } = event.data;
      const known = state.attendance?.fields;
      const fields = {
        posts: [...(known?.posts ?? []), ...posts],
        bodies: [...(known?.bodies ?? []), ...bodies],
        apologies: [...(known?.apologies ?? []), ...apologies],
        ...attributionOf(event.data),
      };
      return { ...state, attendance: { fields, recordedBy: eventId } };
    }
    case 'AttendanceCorrected':
      return { ...state, attendance: { fields: event.data.is, recordedBy: eventId } };
    case 'MeetingCorrected':
      return { ...state, known: corrected(state.known, event.data, eventId) };
    case 'MeetingRetracted':
      return { ...state, status: 'retracted', retracted: event.data.reason };
    default:
      return never(event);
  }
}

/** The base of every event after the first: it belongs to the body that records and concerns the meeting's own. */
export function saidHere(command: EveryCommand, meeting: RecordedMeeting): EveryEvent {
  return said(command, command.by.body, [meeting.body]);
}
