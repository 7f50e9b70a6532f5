import type { RecommendationCommand, SpeakerFacts } from '#domain';
import { itemIdOf, recommendationIdOf } from '../ids.ts';
import { linkedAction } from './gather/linked-action.ts';
import { raised } from './gather/raising.ts';
import { speakerFacts } from './gather/speaker.ts';
import {
  AssignActionDto,
  ChangeDueDateDto,
  CloseRecommendationDto,
  CompleteActionDto,
  CorrectActionDto,
  CorrectClosureDto,
  CorrectLinkDto,
  CorrectPositionDto,
  CorrectRecommendationDto,
  CorrectProgressDto,
  LinkActionDto,
  MarkRecommendationRaisedInErrorDto,
  RaiseRecommendationDto,
  ReassignActionDto,
  RecordPositionDto,
  ReopenActionDto,
  ReopenRecommendationDto,
  ReportProgressDto,
  RetractDueDateChangeDto,
  RetractPositionDto,
  RetractProgressDto,
  RetractRaisedInErrorDto,
  RetractReassignmentDto,
  RetractResponsibilityTransferDto,
  TransferResponsibilityDto,
  UnlinkActionDto,
  WithdrawActionDto,
} from './recommendation.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends RecommendationCommand['kind']> = Extract<RecommendationCommand, { kind: Kind }>;
type PolicyOnly = 'adopt-finding-correction' | 'record-linked-action-ended';

export const RECOMMENDATION_USE_CASES: TableOf<RecommendationCommand, PolicyOnly> = {
  'raise-recommendation': useCase<Of<'raise-recommendation'>, 'recommendation' | 'reference' | 'report' | 'copy'>()({
    dto: RaiseRecommendationDto,
    sentence: 'Raise a finding as a recommendation to one body.',
    starts: ({ dto }) => recommendationIdOf(dto.finding, dto.body),
    gather: ({ dto, target }, facts) => raised(dto, target, facts),
  }),
  'correct-recommendation': useCase<Of<'correct-recommendation'>>()({
    dto: CorrectRecommendationDto,
    sentence: 'Correct who oversees a recommendation, or on whose authority it was raised.',
  }),
  'transfer-responsibility': useCase<Of<'transfer-responsibility'>>()({
    dto: TransferResponsibilityDto,
    sentence: 'Record that another body has taken the oversight of a recommendation over.',
  }),
  'retract-responsibility-transfer': useCase<Of<'retract-responsibility-transfer'>>()({
    dto: RetractResponsibilityTransferDto,
    sentence: 'Take back the last transfer of the oversight of a recommendation, which never happened.',
  }),
  'mark-recommendation-raised-in-error': useCase<Of<'mark-recommendation-raised-in-error'>>()({
    dto: MarkRecommendationRaisedInErrorDto,
    sentence: 'Say that a recommendation should never have been raised.',
  }),
  'retract-raised-in-error': useCase<Of<'retract-raised-in-error'>>()({
    dto: RetractRaisedInErrorDto,
    sentence: 'Take back that a recommendation was raised in error: it stands as it did before.',
  }),
  'record-position': useCase<Of<'record-position'>, 'position' | keyof SpeakerFacts>()({
    dto: RecordPositionDto,
    sentence: 'Record what a body says about a recommendation, in its exact words.',
    ids: ({ dto, commandId }) => ({ position: dto.position ?? itemIdOf(commandId, 'position') }),
    gather: speakerFacts,
  }),
  'correct-position': useCase<Of<'correct-position'>, keyof SpeakerFacts>()({
    dto: CorrectPositionDto,
    sentence: 'Correct a position that was recorded wrongly, also who took it and when.',
    gather: speakerFacts,
  }),
  'retract-position': useCase<Of<'retract-position'>>()({
    dto: RetractPositionDto,
    sentence: 'Say that a recorded position was never taken.',
  }),
  'assign-action': useCase<Of<'assign-action'>, 'action'>()({
    dto: AssignActionDto,
    sentence: 'Assign an action, with a lead and a date or the statement that there is none.',
    ids: ({ dto, commandId }) => ({ action: dto.action ?? itemIdOf(commandId, 'action') }),
  }),
  'correct-action': useCase<Of<'correct-action'>>()({
    dto: CorrectActionDto,
    sentence: 'Correct an action that was recorded wrongly.',
  }),
  'reassign-action': useCase<Of<'reassign-action'>>()({
    dto: ReassignActionDto,
    sentence: 'Pass an action on to another lead.',
  }),
  'retract-reassignment': useCase<Of<'retract-reassignment'>>()({
    dto: RetractReassignmentDto,
    sentence: 'Take back the last reassignment of an action, which never happened: it has the lead it had before.',
  }),
  'change-due-date': useCase<Of<'change-due-date'>>()({
    dto: ChangeDueDateDto,
    sentence: 'Change the due date of an action, with the reason.',
  }),
  'retract-due-date-change': useCase<Of<'retract-due-date-change'>>()({
    dto: RetractDueDateChangeDto,
    sentence: 'Take back the last change of an action’s due date, which never happened: the date before stands again.',
  }),
  'report-progress': useCase<Of<'report-progress'>, 'progress'>()({
    dto: ReportProgressDto,
    sentence: 'Report progress on an action.',
    ids: ({ dto, commandId }) => ({ progress: dto.progress ?? itemIdOf(commandId, 'progress') }),
  }),
  'correct-progress': useCase<Of<'correct-progress'>>()({
    dto: CorrectProgressDto,
    sentence: 'Correct a progress note that was recorded wrongly.',
  }),
  'retract-progress': useCase<Of<'retract-progress'>>()({
    dto: RetractProgressDto,
    sentence: 'Say that a progress note should not have been recorded.',
  }),
  'complete-action': useCase<Of<'complete-action'>>()({
    dto: CompleteActionDto,
    sentence: 'Record that an action is completed.',
  }),
  'withdraw-action': useCase<Of<'withdraw-action'>>()({
    dto: WithdrawActionDto,
    sentence: 'Withdraw an action, with the reason.',
  }),
  'reopen-action': useCase<Of<'reopen-action'>>()({
    dto: ReopenActionDto,
    sentence: 'Reopen an action that was ended too early, or whose end was recorded in error.',
  }),
  'link-action': useCase<Of<'link-action'>, 'home' | 'title'>()({
    dto: LinkActionDto,
    sentence: 'Link an action whose home is another recommendation.',
    gather: ({ dto }, facts) => linkedAction(dto, facts),
  }),
  'correct-link': useCase<Of<'correct-link'>>()({
    dto: CorrectLinkDto,
    sentence: 'Correct a link to an action, such as the sub-part it serves here.',
  }),
  'unlink-action': useCase<Of<'unlink-action'>>()({
    dto: UnlinkActionDto,
    sentence: 'Remove the link to an action that does not belong here.',
  }),
  'close-recommendation': useCase<Of<'close-recommendation'>, keyof SpeakerFacts>()({
    dto: CloseRecommendationDto,
    sentence: 'Close a recommendation.',
    gather: speakerFacts,
  }),
  'correct-closure': useCase<Of<'correct-closure'>, keyof SpeakerFacts>()({
    dto: CorrectClosureDto,
    sentence: 'Correct a closure that was recorded wrongly, also who closed and when.',
    gather: speakerFacts,
  }),
  'reopen-recommendation': useCase<Of<'reopen-recommendation'>>()({
    dto: ReopenRecommendationDto,
    sentence: 'Reopen a closed recommendation, also when its closure was recorded in error.',
  }),
};
