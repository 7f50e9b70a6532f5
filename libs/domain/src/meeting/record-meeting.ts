/** A meeting is recorded once, with the day it was held as far as it is known: "in 2025" is allowed. (T17.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { attributionOf } from '../corrections.ts';
import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type MeetingId, type PostId, said, type SeriesId } from '../primitives.ts';
import type { SeriesKind } from '../series/series.events.ts';
import type { MeetingEvent, MeetingFields } from './meeting.events.ts';
import type { Meeting } from './meeting.state.ts';

export interface RecordedFields {
  /** The series it is a sitting of; its kind is then the meeting's. */
  readonly series?: SeriesId;
  /** For a meeting that stands by itself. */
  readonly meetingKind?: SeriesKind;
  readonly title: string;
  /** As a date expression. */
  readonly heldOn: string;
  readonly chairPost?: PostId;
}

export interface RecordMeeting extends EveryCommand, RecordedFields {
  readonly kind: 'record-meeting';
  readonly meeting: MeetingId;
  /** The meeting that is recorded with the same series, kind, title and date, if one is. */
  readonly alike?: MeetingId;
}

export function recordMeeting(command: RecordMeeting, meeting: Meeting): Verdict<MeetingEvent> {
  const given = meetingFieldsGiven(command);
  if ('refused' in given) return given;
  const { title } = command;
  const fields: MeetingFields = { title, heldOn: readDate(command.heldOn), ...given };
  const base = said(command, command.by.body);
  if (meeting.status !== 'none') {
    if (same(meeting.known.fields, { ...fields, ...attributionOf(base) })) return [];
    return refuse(
      'already-recorded',
      `${meeting.known.fields.title} has been recorded already, with other content: correct it instead.`,
    );
  }
  if (command.alike !== undefined) {
    return refuse(
      'meeting-recorded',
      `${title} has been recorded already, as held on that date: use what is recorded. If this was another meeting, give it another title.`,
      [{ kind: 'meeting', id: command.alike, label: title }],
    );
  }
  return [{ type: 'MeetingRecorded', data: { ...base, meeting: command.meeting, ...fields } }];
}

/** What a command says of a meeting, read into what is recorded. What it leaves out is left out. */
export function meetingFieldsGiven(command: Partial<RecordedFields>): Partial<MeetingFields> | Refusal {
  const refusal = dateUnclear(command.heldOn);
  if (refusal) return refusal;
  const { series, meetingKind, title, chairPost } = command;
  const heldOn = command.heldOn === undefined ? undefined : readDate(command.heldOn);
  return stated({ series, meetingKind, title, heldOn, chairPost });
}
