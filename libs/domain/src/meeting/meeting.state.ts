import { never, stated } from '../decider.ts';
import { type BodyId, type EveryCommand, type EveryEvent, type EventId, type MeetingId, said } from '../primitives.ts';
import type { Attendance, MeetingEvent, MeetingFields } from './meeting.events.ts';

/** The least the rules need. Everything people read is in the views. */
export interface RecordedMeeting {
  readonly status: 'recorded';
  readonly id: MeetingId;
  readonly fields: MeetingFields;
  readonly dateRecordedBy: EventId;
  readonly attendance: Attendance;
  /** The last event that recorded attendance; none while nobody's has been. */
  readonly attendanceRecordedBy: EventId | undefined;
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
      fields: stated({ series, meetingKind, title, heldOn, chairPost }),
      dateRecordedBy: eventId,
      attendance: { posts: [], bodies: [], apologies: [] },
      attendanceRecordedBy: undefined,
      body,
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before MeetingRecorded`);
  switch (event.type) {
    case 'AttendanceRecorded': {
      const { posts, bodies, apologies } = state.attendance;
      const attendance = {
        posts: [...posts, ...event.data.posts],
        bodies: [...bodies, ...event.data.bodies],
        apologies: [...apologies, ...event.data.apologies],
      };
      return { ...state, attendance, attendanceRecordedBy: eventId };
    }
    case 'AttendanceCorrected':
      return { ...state, attendance: event.data.is, attendanceRecordedBy: eventId };
    case 'MeetingDateCorrected':
      return { ...state, fields: { ...state.fields, heldOn: event.data.is }, dateRecordedBy: eventId };
    default:
      return never(event);
  }
}

/** The base of every event after the first: it belongs to the body that records and concerns the meeting's own. */
export function saidHere(command: EveryCommand, meeting: RecordedMeeting): EveryEvent {
  return said(command, command.by.body, [meeting.body]);
}
