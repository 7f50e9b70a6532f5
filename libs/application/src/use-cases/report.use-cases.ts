import type { ReportCommand } from '#domain';
import { findingIdOf, streamIdOf } from '../ids.ts';
import { answering } from './gather/citing.ts';
import { addressees, raisedFrom } from './gather/raising.ts';
import {
  CorrectFindingDto,
  CorrectFindingLabelDto,
  CorrectGradeDto,
  CorrectNumbersNotForPolicingDto,
  CorrectReportDateDto,
  CorrectReportDto,
  DeclareNumbersNotForPolicingDto,
  FanOutFindingDto,
  RecordFindingLabelDto,
  RecordGradeDto,
  RecordReportDto,
  RecordReportPublicationDto,
  RegisterFindingDto,
  RetractFindingDto,
  RetractFindingLabelDto,
  RetractGradeDto,
  RetractReportDto,
  RetractReportPublicationDto,
} from './report.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends ReportCommand['kind']> = Extract<ReportCommand, { kind: Kind }>;

export const REPORT_USE_CASES: TableOf<ReportCommand> = {
  'record-report': useCase<Of<'record-report'>, 'report'>()({
    dto: RecordReportDto,
    sentence: 'Record an inspection report, published or expected.',
    starts: ({ commandId }) => streamIdOf(commandId),
    claims: (dto) => ({ codeKind: 'report', code: dto.code }),
    ids: ({ target }) => ({ report: target }),
  }),
  'record-report-publication': useCase<Of<'record-report-publication'>>()({
    dto: RecordReportPublicationDto,
    sentence: 'Record that an expected report was published.',
  }),
  'correct-report-date': useCase<Of<'correct-report-date'>>()({
    dto: CorrectReportDateDto,
    sentence: 'Correct the publication date of a report; both dates are kept.',
  }),
  'retract-report-publication': useCase<Of<'retract-report-publication'>>()({
    dto: RetractReportPublicationDto,
    sentence: 'Say that a report has not been published after all.',
  }),
  'correct-report': useCase<Of<'correct-report'>>()({
    dto: CorrectReportDto,
    sentence: 'Correct the title or the publisher of a report.',
  }),
  'retract-report': useCase<Of<'retract-report'>, 'answeredBy'>()({
    dto: RetractReportDto,
    sentence: 'Say that a report was recorded in error, or twice.',
    gather: ({ target }, facts) => answering(target, facts),
  }),
  'register-finding': useCase<Of<'register-finding'>, 'finding'>()({
    dto: RegisterFindingDto,
    sentence: 'Register a finding of a report.',
    ids: ({ dto, target }) => ({ finding: findingIdOf(target, dto.code) }),
  }),
  'correct-finding': useCase<Of<'correct-finding'>>()({
    dto: CorrectFindingDto,
    sentence: 'Correct a finding; every recommendation raised from it takes the correction over.',
  }),
  'retract-finding': useCase<Of<'retract-finding'>, 'recommendations'>()({
    dto: RetractFindingDto,
    sentence: 'Say that a report does not hold a finding after all.',
    gather: ({ dto }, facts) => raisedFrom(dto.finding, facts),
  }),
  'record-finding-label': useCase<Of<'record-finding-label'>>()({
    dto: RecordFindingLabelDto,
    sentence: 'Record how another document numbers and names a finding.',
  }),
  'correct-finding-label': useCase<Of<'correct-finding-label'>>()({
    dto: CorrectFindingLabelDto,
    sentence: 'Correct how another document numbers and names a finding.',
  }),
  'retract-finding-label': useCase<Of<'retract-finding-label'>>()({
    dto: RetractFindingLabelDto,
    sentence: 'Say that a document does not print a finding so.',
  }),
  'declare-numbers-not-for-policing': useCase<Of<'declare-numbers-not-for-policing'>>()({
    dto: DeclareNumbersNotForPolicingDto,
    sentence: 'Declare which numbers of a report are not for policing, so that none seems lost.',
  }),
  'correct-numbers-not-for-policing': useCase<Of<'correct-numbers-not-for-policing'>>()({
    dto: CorrectNumbersNotForPolicingDto,
    sentence: 'Correct which numbers of a report are not for policing.',
  }),
  'record-grade': useCase<Of<'record-grade'>>()({
    dto: RecordGradeDto,
    sentence: 'Record the grade a report gives to a body.',
  }),
  'correct-grade': useCase<Of<'correct-grade'>>()({
    dto: CorrectGradeDto,
    sentence: 'Correct the grade a report gives to a body.',
  }),
  'retract-grade': useCase<Of<'retract-grade'>>()({
    dto: RetractGradeDto,
    sentence: 'Say that a report did not grade a body.',
  }),
  'fan-out-finding': useCase<Of<'fan-out-finding'>, 'addressees' | 'recommendations'>()({
    dto: FanOutFindingDto,
    sentence: 'Raise a finding as a recommendation to each of several bodies; repeating it raises none twice.',
    gather: async ({ dto }, facts) => {
      const found = await addressees(dto.bodies, facts);
      return 'refused' in found ? found : { ...found, ...(await raisedFrom(dto.finding, facts)) };
    },
  }),
};
