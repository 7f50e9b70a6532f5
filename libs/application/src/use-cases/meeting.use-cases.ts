import type { MeetingCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import { CorrectAttendanceDto, CorrectMeetingDateDto, RecordAttendanceDto, RecordMeetingDto } from './meeting.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends MeetingCommand['kind']> = Extract<MeetingCommand, { kind: Kind }>;

export const MEETING_USE_CASES: TableOf<MeetingCommand> = {
  'record-meeting': useCase<Of<'record-meeting'>, 'meeting'>()({
    dto: RecordMeetingDto,
    sentence: 'Record that a meeting was held.',
    starts: ({ commandId }) => streamIdOf(commandId),
    ids: ({ target }) => ({ meeting: target }),
  }),
  'record-attendance': useCase<Of<'record-attendance'>>()({
    dto: RecordAttendanceDto,
    sentence: 'Record who attended a meeting, by post.',
  }),
  'correct-attendance': useCase<Of<'correct-attendance'>>()({
    dto: CorrectAttendanceDto,
    sentence: 'Correct who attended a meeting.',
  }),
  'correct-meeting-date': useCase<Of<'correct-meeting-date'>>()({
    dto: CorrectMeetingDateDto,
    sentence: 'Correct when a meeting was held.',
  }),
};
