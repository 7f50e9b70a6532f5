/** A meeting recorded wrongly is corrected by saying what was wrong and why. */

import { amendedItem, type Correcting, correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import type { MeetingEvent, MeetingFields } from './meeting.events.ts';
import { type RecordedMeeting, saidHere } from './meeting.state.ts';
import { meetingFieldsGiven, type RecordedFields } from './record-meeting.ts';

/** What is left out stays as it was recorded. Who decided, since when, and whether it is made up are said of the meeting. */
export interface CorrectMeeting extends Correcting<'series' | 'meetingKind' | 'chairPost'>, Partial<RecordedFields> {
  readonly kind: 'correct-meeting';
}

export function correctMeeting(command: CorrectMeeting, meeting: RecordedMeeting): Verdict<MeetingEvent> {
  const given = meetingFieldsGiven(command);
  if ('refused' in given) return given;
  const is = amendedItem<MeetingFields>(command, meeting.known.fields, given);
  if ('refused' in is) return is;
  const { by, illustration } = command;
  return correctionsOf(meeting.known, is).map((correction) => ({
    type: 'MeetingCorrected',
    data: { ...saidHere({ by, illustration }, meeting), ...correction, reason: command.correctionReason },
  }));
}
