import type { MeetingCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import { meetingAlike } from './gather/alike.ts';
import { citing } from './gather/citing.ts';
import {
  CorrectAttendanceDto,
  CorrectMeetingDto,
  RecordAttendanceDto,
  RecordMeetingDto,
  RetractMeetingDto,
} from './meeting.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends MeetingCommand['kind']> = Extract<MeetingCommand, { kind: Kind }>;

export const MEETING_USE_CASES: TableOf<MeetingCommand> = {
  'record-meeting': useCase<Of<'record-meeting'>, 'meeting' | 'alike'>()({
    dto: RecordMeetingDto,
    sentence: 'Record that a meeting was held.',
    starts: ({ commandId }) => streamIdOf(commandId),
    ids: ({ target }) => ({ meeting: target }),
    gather: ({ dto, target }, facts) => meetingAlike(dto, target, facts),
  }),
  'record-attendance': useCase<Of<'record-attendance'>>()({
    dto: RecordAttendanceDto,
    sentence: 'Record who attended a meeting, by post.',
  }),
  'correct-attendance': useCase<Of<'correct-attendance'>>()({
    dto: CorrectAttendanceDto,
    sentence: 'Correct who attended a meeting.',
  }),
  'correct-meeting': useCase<Of<'correct-meeting'>>()({
    dto: CorrectMeetingDto,
    sentence: 'Correct what was recorded of a meeting.',
  }),
  'retract-meeting': useCase<Of<'retract-meeting'>, 'citedBy'>()({
    dto: RetractMeetingDto,
    sentence: 'Say that a meeting was recorded in error, or twice.',
    gather: ({ target }, facts) => citing({ meeting: target }, facts),
  }),
};
