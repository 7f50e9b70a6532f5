import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { NewItem, Optional, Reference, Words } from './fields.ts';
import {
  ActionFieldsOn,
  ActionNamedOn,
  ClosureFieldsOn,
  CompletionFieldsOn,
  DueFieldsOn,
  LeadFieldsOn,
  PositionFieldsOn,
} from './recommendation-fields.dto.ts';

export class RaiseRecommendationDto extends EveryCommandDto {
  /** The finding: `OIC-R1` */
  @Reference('finding')
  finding!: string;

  /** The body that has to answer: `SYP` */
  @Reference('body')
  body!: string;

  /** The local policing body that oversees it; the body's own when left out */
  @Optional()
  @Reference('body')
  overseer?: string;
}

class OverseenDto extends EveryCommandDto {
  /** The local policing body that oversees it */
  @Optional()
  @Reference('body')
  overseer?: string;
}

export class CorrectRecommendationDto extends CorrectionOf(OverseenDto, ['overseer']) {}

export class TransferResponsibilityDto extends EveryCommandDto {
  /** The local policing body that oversees it from then on: `WYCA` */
  @Reference('body')
  overseer!: string;

  /** Why it passes on */
  @Words()
  reason!: string;
}

export class RetractResponsibilityTransferDto extends EveryCommandDto {
  /** Why it was recorded wrongly. For the transfer before it, another reason is needed: the same one adds nothing */
  @Words()
  reason!: string;
}

export class MarkRecommendationRaisedInErrorDto extends EveryCommandDto {
  /** Why it should not have been raised */
  @Words()
  reason!: string;
}

export class RetractRaisedInErrorDto extends EveryCommandDto {
  /** Why it was rightly raised after all */
  @Words()
  reason!: string;
}

class PositionFieldsDto extends PositionFieldsOn(EveryCommandDto) {}

export class RecordPositionDto extends PositionFieldsDto {
  /** An id for the position, made by the client */
  @NewItem()
  position?: string;
}

const POSITION_CLEARABLE = ['subPart', 'code', 'document', 'qualifiers', 'reason'] as const;

export class CorrectPositionDto extends CorrectionOf(PositionFieldsDto, POSITION_CLEARABLE) {
  /** The position that was recorded wrongly: `OIC-R1/SYP:P2`, `P2` or its id */
  @Words(100)
  position!: string;
}

export class RetractPositionDto extends EveryCommandDto {
  /** The position nobody took: `OIC-R1/SYP:P2`, `P2` or its id */
  @Words(100)
  position!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

class LeadFieldsDto extends LeadFieldsOn(EveryCommandDto) {}

class ActionFieldsDto extends ActionFieldsOn(EveryCommandDto) {}

export class AssignActionDto extends ActionFieldsDto {
  /** An id for the action, made by the client */
  @NewItem()
  action?: string;
}

const ACTION_CLEARABLE = ['subPart', 'supporters', 'deliveredWith', 'monitoredAt', 'document', 'dueAsPrinted'] as const;

export class CorrectActionDto extends CorrectionOf(ActionFieldsDto, ACTION_CLEARABLE) {
  /** The action that was recorded wrongly: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;
}

export class ReassignActionDto extends LeadFieldsDto {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** Why it passes on */
  @Optional()
  @Words()
  reason?: string;
}

class ActionNamedDto extends ActionNamedOn(EveryCommandDto) {}

export class RetractReassignmentDto extends ActionNamedDto {
  /** Why it was recorded wrongly. For the reassignment before it, another reason is needed: the same one adds nothing */
  @Words()
  reason!: string;
}

export class ChangeDueDateDto extends DueFieldsOn(ActionNamedDto) {
  /** Why it changes */
  @Words()
  reason!: string;
}

export class RetractDueDateChangeDto extends ActionNamedDto {
  /** Why it was recorded wrongly. For the change before it, another reason is needed: the same one adds nothing */
  @Words()
  reason!: string;
}

class ProgressFieldsDto extends EveryCommandDto {
  /** What has been done */
  @Words()
  words!: string;

  /** A document that shows it */
  @Optional()
  @Reference('document')
  document?: string;
}

export class ReportProgressDto extends ProgressFieldsDto {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** An id for the note, made by the client */
  @NewItem()
  progress?: string;
}

export class CorrectProgressDto extends CorrectionOf(ProgressFieldsDto, ['document']) {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** The note that was recorded wrongly: `OIC-R1/SYP/1:N3`, `N3` or its id */
  @Words(100)
  progress!: string;
}

export class RetractProgressDto extends EveryCommandDto {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** The note that should not have been recorded: `OIC-R1/SYP/1:N3`, `N3` or its id */
  @Words(100)
  progress!: string;

  /** Why it should not: it was recorded twice, or nobody reported it */
  @Words()
  reason!: string;
}

export class CompleteActionDto extends CompletionFieldsOn(ActionNamedDto) {}

export class WithdrawActionDto extends ActionNamedDto {
  /** Why it is withdrawn */
  @Words()
  reason!: string;
}

export class ReopenActionDto extends EveryCommandDto {
  /** The action that was ended: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** Why it is reopened */
  @Words()
  reason!: string;
}

class LinkFieldsDto extends EveryCommandDto {
  /** The letter of the sub-part it serves here */
  @Optional()
  @Words(10)
  subPart?: string;
}

export class LinkActionDto extends LinkFieldsDto {
  /** The action, by its reference at home: `YHSOC-AFI-A/YHROCU/1` */
  @Reference('action')
  action!: string;
}

export class CorrectLinkDto extends CorrectionOf(LinkFieldsDto, ['subPart']) {
  /** The action, by its reference at home: `YHSOC-AFI-A/YHROCU/1` */
  @Reference('action')
  action!: string;
}

export class UnlinkActionDto extends EveryCommandDto {
  /** The action, by its reference at home: `YHSOC-AFI-A/YHROCU/1` */
  @Reference('action')
  action!: string;

  /** Why it does not belong here */
  @Words()
  reason!: string;
}

export class CloseRecommendationDto extends ClosureFieldsOn(EveryCommandDto) {}

export class CorrectClosureDto extends CorrectionOf(CloseRecommendationDto) {}

export class ReopenRecommendationDto extends EveryCommandDto {
  /** Why it is reopened */
  @Words()
  reason!: string;
}
