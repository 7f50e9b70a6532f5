/** A meeting's date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { MeetingEvent } from './meeting.events.ts';
import { type RecordedMeeting, saidHere } from './meeting.state.ts';

export interface CorrectMeetingDate extends EveryCommand {
  readonly kind: 'correct-meeting-date';
  readonly heldOn: string;
  readonly correctionReason: string;
}

export function correctMeetingDate(command: CorrectMeetingDate, meeting: RecordedMeeting): Verdict<MeetingEvent> {
  const refusal = dateUnclear(command.heldOn);
  if (refusal) return refusal;
  const was = meeting.fields.heldOn;
  const is = readDate(command.heldOn);
  if (same(was, is)) return [];
  return [
    {
      type: 'MeetingDateCorrected',
      data: {
        ...saidHere(command, meeting),
        corrects: meeting.dateRecordedBy,
        was,
        is,
        reason: command.correctionReason,
      },
    },
  ];
}
