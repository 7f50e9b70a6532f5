/** Attendance recorded wrongly is corrected list by list, by saying what was wrong and why. */

import { amendedItem, type Correcting } from '../corrections.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { Attendance, MeetingEvent } from './meeting.events.ts';
import { type RecordedMeeting, saidHere } from './meeting.state.ts';
import { type AttendanceFields, attendanceGiven, NOBODY, presentAndAbsent } from './record-attendance.ts';

/** A list that is left out stays as it was recorded; one that is given takes its place. */
export interface CorrectAttendance extends Correcting<'posts' | 'bodies' | 'apologies'>, AttendanceFields {
  readonly kind: 'correct-attendance';
}

export function correctAttendance(command: CorrectAttendance, meeting: RecordedMeeting): Verdict<MeetingEvent> {
  if (!meeting.attendance) {
    return refuse('no-attendance', 'No attendance has been recorded: record it instead of correcting it.');
  }
  const { fields: was, recordedBy: corrects } = meeting.attendance;
  const is = amendedItem<Attendance>(command, was, attendanceGiven(command), NOBODY);
  if ('refused' in is) return is;
  const refusal = presentAndAbsent(is);
  if (refusal) return refusal;
  if (same(inOrder(was), inOrder(is))) return [];
  const { by, illustration, correctionReason: reason } = command;
  return [
    { type: 'AttendanceCorrected', data: { ...saidHere({ by, illustration }, meeting), corrects, was, is, reason } },
  ];
}

/** In which order people are listed says nothing. */
function inOrder<Said extends Attendance>(said: Said): Said {
  const { posts, bodies, apologies } = said;
  return { ...said, posts: posts.toSorted(), bodies: bodies.toSorted(), apologies: apologies.toSorted() };
}
