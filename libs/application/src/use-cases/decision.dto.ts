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
import { Code, Count, Flag, OneOf, Optional, Reference, References, Words, WordsList } from './fields.ts';
import {
  ActionFieldsOn,
  ActionNamedOn,
  ClosureFieldsOn,
  CompletionFieldsOn,
  DueFieldsOn,
  PositionFieldsOn,
} from './recommendation-fields.dto.ts';

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

export class RecordPositionChangeDto extends PositionFieldsOn(RecommendationChangeDto) {
  declare kind: 'recordPosition';
}

export class AssignActionChangeDto extends ActionFieldsOn(RecommendationChangeDto) {
  declare kind: 'assignAction';
}

class ActionChangeDto extends ActionNamedOn(RecommendationChangeDto) {}

export class ChangeDueDateChangeDto extends DueFieldsOn(ActionChangeDto) {
  declare kind: 'changeDueDate';

  /** Why */
  @Words()
  reason!: string;
}

export class CompleteActionChangeDto extends CompletionFieldsOn(ActionChangeDto) {
  declare kind: 'completeAction';
}

export class WithdrawActionChangeDto extends ActionChangeDto {
  declare kind: 'withdrawAction';

  /** Why */
  @Words()
  reason!: string;
}

export class CloseRecommendationChangeDto extends ClosureFieldsOn(RecommendationChangeDto) {
  declare kind: 'closeRecommendation';
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

class ChangeFieldsDto extends ActionFieldsOn(ActionNamedOn(EveryCommandDto)) {
  /** What is changed, where another kind of change was meant */
  @OneOf(DECISION_CHANGE_KINDS)
  changeKind!: DecisionChange['kind'];

  /** The recommendation: `OIC-R1/SYP` */
  @Reference('recommendation')
  recommendation!: string;

  /** The escalation that is answered */
  @Reference('escalation')
  escalation!: string;

  /** Who speaks, or who closes it */
  @OneOf([...new Set([...LAYERS, ...CLOSURE_LAYERS])])
  layer!: Layer | ClosureLayer;

  /** What is said, or why it can be closed */
  @OneOf([...POSITION_CODES, ...CLOSURE_CODES])
  code!: PositionCode | ClosureCode;

  /** How far the closure has been checked */
  @OneOf(CLOSURE_LEVELS)
  level!: ClosureLevel;

  /** The exact words of a position or an answer, or what was done */
  @Words(10_000)
  words!: string;

  /** Limits on the position, quoted */
  @WordsList()
  qualifiers!: string[];

  /** Why, as it is recorded with what is changed */
  @Words()
  reason!: string;
}

export class CorrectChangeDto extends CorrectionOf(ChangeFieldsDto, [
  'subPart',
  'code',
  'words',
  'document',
  'qualifiers',
  'reason',
  'supporters',
  'deliveredWith',
  'monitoredAt',
  'basis',
  'dueAsPrinted',
]) {
  /** The place of the change in the decision, counted from 1 */
  @Count(1, CHANGES_MAX)
  change!: number;
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
