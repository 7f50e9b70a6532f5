import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type CorrectAttendance, correctAttendance } from './correct-attendance.ts';
import { type CorrectMeetingDate, correctMeetingDate } from './correct-meeting-date.ts';
import type { MeetingEvent } from './meeting.events.ts';
import { evolve, initial, type Meeting } from './meeting.state.ts';
import { type RecordAttendance, recordAttendance } from './record-attendance.ts';
import { type RecordMeeting, recordMeeting } from './record-meeting.ts';

export type MeetingCommand = RecordMeeting | RecordAttendance | CorrectAttendance | CorrectMeetingDate;

export const meeting: Decider<Meeting, MeetingCommand, MeetingEvent> = { category: 'meeting', initial, decide, evolve };

function decide(command: MeetingCommand, state: Meeting): Verdict<MeetingEvent> {
  if (command.kind === 'record-meeting') return recordMeeting(command, state);
  if (state.status === 'none') return refuse('not-recorded', 'There is no such meeting: record it first.');
  switch (command.kind) {
    case 'record-attendance':
      return recordAttendance(command, state);
    case 'correct-attendance':
      return correctAttendance(command, state);
    case 'correct-meeting-date':
      return correctMeetingDate(command, state);
    default:
      return never(command);
  }
}
