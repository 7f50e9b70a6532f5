import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type CorrectAttendance, correctAttendance } from './correct-attendance.ts';
import { type CorrectMeeting, correctMeeting } from './correct-meeting.ts';
import type { MeetingEvent } from './meeting.events.ts';
import { evolve, initial, type Meeting } from './meeting.state.ts';
import { type RecordAttendance, recordAttendance } from './record-attendance.ts';
import { type RecordMeeting, recordMeeting } from './record-meeting.ts';
import { type RetractMeeting, retractMeeting } from './retract-meeting.ts';

export type MeetingCommand = RecordMeeting | RecordAttendance | CorrectAttendance | CorrectMeeting | RetractMeeting;

export const meeting: Decider<Meeting, MeetingCommand, MeetingEvent> = { category: 'meeting', initial, decide, evolve };

function decide(command: MeetingCommand, state: Meeting): Verdict<MeetingEvent> {
  if (command.kind === 'record-meeting') return recordMeeting(command, state);
  if (state.status === 'none') return refuse('not-recorded', 'There is no such meeting: record it first.');
  if (state.status === 'retracted') {
    if (command.kind === 'retract-meeting' && command.reason === state.retracted) return [];
    return refuse(
      'meeting-retracted',
      `${state.known.fields.title} has been retracted: nothing more can be recorded of it. Record the meeting that was held.`,
    );
  }
  switch (command.kind) {
    case 'record-attendance':
      return recordAttendance(command, state);
    case 'correct-attendance':
      return correctAttendance(command, state);
    case 'correct-meeting':
      return correctMeeting(command, state);
    case 'retract-meeting':
      return retractMeeting(command, state);
    default:
      return never(command);
  }
}
