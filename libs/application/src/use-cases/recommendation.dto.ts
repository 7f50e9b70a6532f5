import {
  CLOSURE_CODES,
  CLOSURE_LAYERS,
  CLOSURE_LEVELS,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  DATE_BASES,
  type DateBasis,
  type Layer,
  LAYERS,
  POSITION_CODES,
  type PositionCode,
} from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { DateWords, Flag, NewItem, OneOf, Optional, Reference, References, Words, WordsList } from './fields.ts';

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

class PositionFieldsDto extends EveryCommandDto {
  /** Who speaks */
  @OneOf(LAYERS)
  layer!: Layer;

  /** The letter of the sub-part meant; the whole recommendation when left out */
  @Optional()
  @Words(10)
  subPart?: string;

  /** What is said; left out when the words carry none of these */
  @Optional()
  @OneOf(POSITION_CODES)
  code?: PositionCode;

  /** The exact words */
  @Words(10_000)
  words!: string;

  /** The document quoted */
  @Optional()
  @Reference('document')
  document?: string;

  /** Limits on the position, quoted */
  @Optional()
  @WordsList()
  qualifiers?: string[];

  /** Why; rejecting and "not applicable" need it */
  @Optional()
  @Words()
  reason?: string;
}

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

class LeadFieldsDto extends EveryCommandDto {
  /** The post that answers for it */
  @Optional()
  @Reference('post')
  leadPost?: string;

  /** The forum that answers for it */
  @Optional()
  @Reference('series')
  leadForum?: string;

  /** The body that answers for it */
  @Optional()
  @Reference('body')
  leadBody?: string;

  /** The source names nobody */
  @Optional()
  @Flag()
  leadNotNamed?: boolean;
}

class ActionFieldsDto extends LeadFieldsDto {
  /** What is to be done */
  @Words(500)
  title!: string;

  /** The letter of the sub-part it serves */
  @Optional()
  @Words(10)
  subPart?: string;

  /** Posts that help */
  @Optional()
  @References('post')
  supporters?: string[];

  /** Bodies worked with */
  @Optional()
  @References('body')
  deliveredWith?: string[];

  /** The forum that reviews it */
  @Optional()
  @Reference('series')
  monitoredAt?: string;

  /** The day it is due */
  @Optional()
  @DateWords()
  dueOn?: string;

  /** Where the date comes from; agreed locally when left out */
  @Optional()
  @OneOf(DATE_BASES)
  basis?: DateBasis;

  /** No date was given */
  @Optional()
  @Flag()
  dueNoneGiven?: boolean;

  /** When an action without a date must be looked at */
  @Optional()
  @DateWords()
  reviewBy?: string;

  /** The words the source uses for the date, or instead of one */
  @Optional()
  @Words(200)
  dueAsPrinted?: string;

  /** The document that states it */
  @Optional()
  @Reference('document')
  document?: string;
}

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

export class ChangeDueDateDto extends EveryCommandDto {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** The new day */
  @Optional()
  @DateWords()
  dueOn?: string;

  /** Where the new date comes from; agreed locally when left out */
  @Optional()
  @OneOf(DATE_BASES)
  basis?: DateBasis;

  /** There is no date any more */
  @Optional()
  @Flag()
  dueNoneGiven?: boolean;

  /** When an action without a date must be looked at */
  @Optional()
  @DateWords()
  reviewBy?: string;

  /** The words the source uses */
  @Optional()
  @Words(200)
  dueAsPrinted?: string;

  /** Why it changes */
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

export class CompleteActionDto extends EveryCommandDto {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** What was done */
  @Optional()
  @Words()
  words?: string;

  /** A document that shows it */
  @Optional()
  @Reference('document')
  document?: string;
}

export class WithdrawActionDto extends EveryCommandDto {
  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

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

export class CloseRecommendationDto extends EveryCommandDto {
  /** How far the closure has been checked */
  @OneOf(CLOSURE_LEVELS)
  level!: ClosureLevel;

  /** Who closes it */
  @OneOf(CLOSURE_LAYERS)
  layer!: ClosureLayer;

  /** Why it can be closed */
  @OneOf(CLOSURE_CODES)
  code!: ClosureCode;

  /** The reason, in words */
  @Words()
  reason!: string;
}

export class CorrectClosureDto extends CorrectionOf(CloseRecommendationDto) {}

export class ReopenRecommendationDto extends EveryCommandDto {
  /** Why it is reopened */
  @Words()
  reason!: string;
}
