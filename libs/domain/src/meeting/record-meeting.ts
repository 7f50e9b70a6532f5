/** A meeting is recorded once, with the day it was held as far as it is known: "in 2025" is allowed. (T17.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type MeetingId, type PostId, said, type SeriesId } from '../primitives.ts';
import type { SeriesKind } from '../series/series.events.ts';
import type { MeetingEvent, MeetingFields } from './meeting.events.ts';
import type { Meeting } from './meeting.state.ts';

export interface RecordMeeting extends EveryCommand {
  readonly kind: 'record-meeting';
  readonly meeting: MeetingId;
  /** The series it is a sitting of; its kind is then the meeting's. */
  readonly series?: SeriesId;
  /** For a meeting that stands by itself. */
  readonly meetingKind?: SeriesKind;
  readonly title: string;
  /** As a date expression. */
  readonly heldOn: string;
  readonly chairPost?: PostId;
}

export function recordMeeting(command: RecordMeeting, meeting: Meeting): Verdict<MeetingEvent> {
  const refusal = dateUnclear(command.heldOn);
  if (refusal) return refusal;
  const { series, meetingKind, title, chairPost } = command;
  const fields: MeetingFields = stated({ series, meetingKind, title, heldOn: readDate(command.heldOn), chairPost });
  if (meeting.status !== 'none') {
    if (same(meeting.fields, fields)) return [];
    return refuse(
      'already-recorded',
      `${meeting.fields.title} has been recorded already, with other content: correct its date if that is wrong.`,
    );
  }
  return [
    { type: 'MeetingRecorded', data: { ...said(command, command.by.body), meeting: command.meeting, ...fields } },
  ];
}
