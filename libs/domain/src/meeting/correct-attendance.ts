/** Attendance recorded wrongly is corrected as a whole, by saying what was wrong and why. */

import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { Attendance, MeetingEvent } from './meeting.events.ts';
import { type RecordedMeeting, saidHere } from './meeting.state.ts';
import { attendanceFrom, type AttendanceFields, presentAndAbsent } from './record-attendance.ts';

export interface CorrectAttendance extends EveryCommand, AttendanceFields {
  readonly kind: 'correct-attendance';
  readonly correctionReason: string;
}

export function correctAttendance(command: CorrectAttendance, meeting: RecordedMeeting): Verdict<MeetingEvent> {
  if (meeting.attendanceRecordedBy === undefined) {
    return refuse('no-attendance', 'No attendance has been recorded: record it instead of correcting it.');
  }
  const was = meeting.attendance;
  const is = attendanceFrom(command);
  const refusal = presentAndAbsent(is);
  if (refusal) return refusal;
  if (same(inOrder(was), inOrder(is))) return [];
  return [
    {
      type: 'AttendanceCorrected',
      data: {
        ...saidHere(command, meeting),
        corrects: meeting.attendanceRecordedBy,
        was,
        is,
        reason: command.correctionReason,
      },
    },
  ];
}

/** In which order people are listed says nothing. */
function inOrder({ posts, bodies, apologies }: Attendance): Attendance {
  return { posts: posts.toSorted(), bodies: bodies.toSorted(), apologies: apologies.toSorted() };
}
