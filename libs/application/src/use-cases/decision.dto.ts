import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import { ArrayMaxSize, Equals, IsArray, IsOptional, ValidateNested } from 'class-validator';
import {
  CLOSURE_CODES,
  CLOSURE_LAYERS,
  CLOSURE_LEVELS,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  DATE_BASES,
  type DateBasis,
  DECISION_CHANGE_KINDS,
  type DecisionChange,
  type Layer,
  LAYERS,
  POSITION_CODES,
  type PositionCode,
  stated,
} from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { Code, Count, DateWords, Flag, OneOf, Optional, Reference, References, Words, WordsList } from './fields.ts';

const CHANGES_MAX = 50;

class ChangeDto {
  /** The version of this form of a change */
  @Equals(1, { message: '$field must be 1.' })
  version = 1 as const;

  /** What is changed */
  @OneOf(DECISION_CHANGE_KINDS)
  kind!: DecisionChange['kind'];
}

class RecommendationChangeDto extends ChangeDto {
  /** The recommendation: `OIC-R1/SYP` */
  @Reference('recommendation')
  recommendation!: string;
}

export class RecordPositionChangeDto extends RecommendationChangeDto {
  declare kind: 'recordPosition';

  /** Who speaks */
  @OneOf(LAYERS)
  layer!: Layer;

  /** The letter of the sub-part meant */
  @Optional()
  @Words(10)
  subPart?: string;

  /** What is said */
  @OneOf(POSITION_CODES)
  code!: PositionCode;

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

  /** Why */
  @Optional()
  @Words()
  reason?: string;
}

class DatedChangeDto extends RecommendationChangeDto {
  /** The day it is due */
  @Optional()
  @DateWords()
  dueOn?: string;

  /** Where the date comes from */
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

  /** The words the source uses for the date */
  @Optional()
  @Words(200)
  dueAsPrinted?: string;
}

export class AssignActionChangeDto extends DatedChangeDto {
  declare kind: 'assignAction';

  /** What is to be done */
  @Words(500)
  title!: string;

  /** The letter of the sub-part it serves */
  @Optional()
  @Words(10)
  subPart?: string;

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

  /** The decision names nobody */
  @Optional()
  @Flag()
  leadNotNamed?: boolean;

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

  /** The document that states it */
  @Optional()
  @Reference('document')
  document?: string;
}

export class ChangeDueDateChangeDto extends DatedChangeDto {
  declare kind: 'changeDueDate';

  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** Why */
  @Words()
  reason!: string;
}

export class CompleteActionChangeDto extends RecommendationChangeDto {
  declare kind: 'completeAction';

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

export class WithdrawActionChangeDto extends RecommendationChangeDto {
  declare kind: 'withdrawAction';

  /** The action: `OIC-R1/SYP/1` */
  @Reference('action')
  action!: string;

  /** Why */
  @Words()
  reason!: string;
}

export class CloseRecommendationChangeDto extends RecommendationChangeDto {
  declare kind: 'closeRecommendation';

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

export class ReopenRecommendationChangeDto extends RecommendationChangeDto {
  declare kind: 'reopenRecommendation';

  /** Why */
  @Words()
  reason!: string;
}

export class AnswerEscalationChangeDto extends ChangeDto {
  declare kind: 'answerEscalation';

  /** The escalation */
  @Reference('escalation')
  escalation!: string;

  /** The answer, in its exact words */
  @Words()
  words!: string;
}

const CHANGE_DTOS = {
  recordPosition: RecordPositionChangeDto,
  assignAction: AssignActionChangeDto,
  changeDueDate: ChangeDueDateChangeDto,
  completeAction: CompleteActionChangeDto,
  withdrawAction: WithdrawActionChangeDto,
  closeRecommendation: CloseRecommendationChangeDto,
  reopenRecommendation: ReopenRecommendationChangeDto,
  answerEscalation: AnswerEscalationChangeDto,
} satisfies Record<DecisionChange['kind'], new () => ChangeDto>;

/** A list of changes, each in the form of its kind. */
function Changes(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(changeFrom) : value)),
    IsOptional(),
    IsArray({ message: '$field must be a list, also when it holds one change.' }),
    ArrayMaxSize(CHANGES_MAX, { message: '$field can hold at most $constraint1 entries.' }),
    ValidateNested({
      each: true,
      message: `$field must be an object with a kind, one of ${DECISION_CHANGE_KINDS.join(', ')}.`,
    }),
  );
}

/** The change in the form of its kind. Of a change of no known kind only that is looked at. */
function changeFrom(entry: unknown): unknown {
  // A list in the list would be taken for one that holds no change.
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null;
  const { kind, version } = entry as { kind?: unknown; version?: unknown };
  const known = DECISION_CHANGE_KINDS.find((one) => one === kind);
  const options = { exposeDefaultValues: false };
  if (known === undefined) return plainToInstance(ChangeDto, stated({ kind, version }), options);
  return plainToInstance<ChangeDto, object>(CHANGE_DTOS[known], entry, options);
}

/** The DTO of each kind of change. */
export const DECISION_CHANGE_DTOS: readonly (new () => object)[] = Object.values(CHANGE_DTOS);

class DecidedFieldsDto extends EveryCommandDto {
  /** What was resolved, in words */
  @Words()
  outcome!: string;

  /** A short title */
  @Optional()
  @Words(300)
  title?: string;

  /** What else was considered */
  @Optional()
  @WordsList()
  alternatives?: string[];

  /** Why it was decided so */
  @Optional()
  @Words()
  reasons?: string;

  /** The meeting at which it was decided */
  @Optional()
  @Reference('meeting')
  meeting?: string;

  /** The letter or paper that states it */
  @Optional()
  @Reference('document')
  document?: string;

  /** The source does not say who decided */
  @Optional()
  @Flag()
  deciderNotKnown?: boolean;

  /** The recommendations it is about */
  @Optional()
  @References('recommendation')
  aboutRecommendations?: string[];

  /** The actions it is about */
  @Optional()
  @References('action')
  aboutActions?: string[];

  /** The escalations it is about */
  @Optional()
  @References('escalation')
  aboutEscalations?: string[];
}

export class RecordDecisionDto extends DecidedFieldsDto {
  /** The number by which people cite it, which no other decision has: `D-2026-001` */
  @Code()
  number!: string;

  /**
   * What it changes elsewhere: a list of objects, each with a kind of recordPosition, assignAction, changeDueDate,
   * completeAction, withdrawAction, closeRecommendation, reopenRecommendation or answerEscalation, and its fields, such as
   * [{"kind":"reopenRecommendation","recommendation":"OIC-R1/SYP","reason":"It fell back."}].
   * Each change is carried out, or refused and shown as not carried out
   */
  @Changes()
  changes?: (
    | RecordPositionChangeDto
    | AssignActionChangeDto
    | ChangeDueDateChangeDto
    | CompleteActionChangeDto
    | WithdrawActionChangeDto
    | CloseRecommendationChangeDto
    | ReopenRecommendationChangeDto
    | AnswerEscalationChangeDto
  )[];
}

export class CorrectDecisionDto extends CorrectionOf(DecidedFieldsDto, [
  'title',
  'alternatives',
  'reasons',
  'meeting',
  'document',
  'decidedBy',
  'deciderNotKnown',
  'aboutRecommendations',
  'aboutActions',
  'aboutEscalations',
]) {}

class OneChangeDto extends EveryCommandDto {
  /** The place of the change in the decision, counted from 1 */
  @Count(1, CHANGES_MAX)
  change!: number;
}

export class RetryChangeDto extends OneChangeDto {
  /** Why it can be made now */
  @Optional()
  @Words()
  reason?: string;
}

export class DropChangeDto extends OneChangeDto {
  /** Why it is given up */
  @Words()
  reason!: string;
}

export class RetractDropDto extends OneChangeDto {
  /** Why it should not have been recorded as dropped */
  @Words()
  reason!: string;
}

/** What was recorded in error is taken back. */
export class RetractStepDto extends EveryCommandDto {
  /** Why it should not have been recorded */
  @Words()
  reason!: string;
}

class StatedStepDto extends EveryCommandDto {
  /** The letter or paper that states it */
  @Optional()
  @Reference('document')
  document?: string;
}

export class OpenReconsiderationDto extends StatedStepDto {
  /** What is being explored, in the words of the source */
  @Words()
  words!: string;
}

export class ReaffirmDecisionDto extends StatedStepDto {
  /** Why it stands */
  @Words()
  reason!: string;
}

export class SupersedeDecisionDto extends StatedStepDto {
  /** The decision that takes its place */
  @Optional()
  @Reference('decision')
  supersededBy?: string;

  /** Why */
  @Words()
  reason!: string;
}
