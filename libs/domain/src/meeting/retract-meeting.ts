/** A meeting recorded in error, or twice, is retracted with the reason, once nothing is said to come from it any more. */

import { type Blocker, refuse, type Verdict } from '../decider.ts';
import { sayList } from '../narrative.ts';
import type { EveryCommand } from '../primitives.ts';
import type { MeetingEvent } from './meeting.events.ts';
import { type RecordedMeeting, saidHere } from './meeting.state.ts';

export interface RetractMeeting extends EveryCommand {
  readonly kind: 'retract-meeting';
  readonly reason: string;
  /** The decisions made and the escalations raised at it, as far as they stand. */
  readonly citedBy: readonly Blocker[];
}

export function retractMeeting(command: RetractMeeting, meeting: RecordedMeeting): Verdict<MeetingEvent> {
  const { reason, citedBy } = command;
  if (citedBy.length > 0) {
    const cited = sayList(citedBy.map(({ kind, label }) => `${kind} ${label}`)) ?? '';
    return refuse(
      'meeting-cited',
      `${meeting.known.fields.title} is where ${cited} came from: correct or retract that first.`,
      citedBy,
    );
  }
  return [
    {
      type: 'MeetingRetracted',
      data: { ...saidHere(command, meeting), corrects: meeting.known.recordedBy, reason },
    },
  ];
}
