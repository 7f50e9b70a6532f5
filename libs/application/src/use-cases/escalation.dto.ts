import { ESCALATION_STEPS, type EscalationStep } from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { Count, DateWords, Flag, OneOf, Optional, Reference, References, Words } from './fields.ts';

const TIER_MAX = 9;

class CitedFieldsDto extends EveryCommandDto {
  /** The letter or paper that states it */
  @Optional()
  @Reference('document')
  document?: string;
}

class TargetFieldsDto extends CitedFieldsDto {
  /** The board or other forum that is asked */
  @Optional()
  @Reference('series')
  toSeries?: string;

  /** The posts that are asked */
  @Optional()
  @References('post')
  toPosts?: string[];

  /** The body that is asked */
  @Optional()
  @Reference('body')
  toBody?: string;

  /** Somebody outside the directory who is asked, in words */
  @Optional()
  @Words(300)
  toOutside?: string;

  /** By when an answer is asked for */
  @Optional()
  @DateWords()
  answerBy?: string;

  /** No date is given for the answer */
  @Optional()
  @Flag()
  noAnswerBy?: boolean;
}

export class RaiseEscalationDto extends TargetFieldsDto {
  /** What is asked */
  @Words()
  question!: string;

  /** The meeting it was raised at */
  @Optional()
  @Reference('meeting')
  fromMeeting?: string;

  /** The forum that raised it, where the meeting is not known */
  @Optional()
  @Reference('series')
  fromSeries?: string;

  /** The post that raised it */
  @Optional()
  @Reference('post')
  fromPost?: string;

  /** The source does not say who raised it */
  @Optional()
  @Flag()
  originNotStated?: boolean;

  /** The recommendations it is about */
  @Optional()
  @References('recommendation')
  aboutRecommendations?: string[];

  /** The sub-parts it is about, each as a recommendation, a colon and the letter: `YHSOC-AFI-A/WYP:c` */
  @Optional()
  @References('subPart')
  aboutSubParts?: string[];

  /** The actions it is about */
  @Optional()
  @References('action')
  aboutActions?: string[];

  /** The tier that is asked; the first when left out */
  @Optional()
  @Count(1, TIER_MAX)
  tier?: number;

  /** What has to be so before the next tier is asked, as printed */
  @Optional()
  @Words(500)
  nextTierCondition?: string;
}

export class TakeUpEscalationDto extends CitedFieldsDto {}

export class AnswerEscalationDto extends CitedFieldsDto {
  /** The answer, in its exact words */
  @Words()
  words!: string;

  /** The decision that is the answer: `D-2026-001` */
  @Optional()
  @Reference('decision')
  decision?: string;
}

export class CorrectEscalationAnswerDto extends CorrectionOf(AnswerEscalationDto, ['decision', 'document']) {}

export class ReturnEscalationDto extends CitedFieldsDto {
  /** Why it is returned */
  @Words()
  reason!: string;
}

export class DoNotPursueEscalationDto extends EveryCommandDto {
  /** Why it is not pursued */
  @Words()
  reason!: string;
}

export class DecideAgainstNextTierDto extends EveryCommandDto {
  /** Why it does not go to the next tier */
  @Words()
  reason!: string;
}

export class EscalateToNextTierDto extends TargetFieldsDto {
  /** The tier that is asked now */
  @Count(2, TIER_MAX)
  tier!: number;

  /** Why, where no condition stands or the next tier was decided against */
  @Optional()
  @Words()
  reason?: string;

  /** What has to be so before the tier after this is asked */
  @Optional()
  @Words(500)
  nextTierCondition?: string;
}

export class CorrectEscalationDto extends CorrectionOf(RaiseEscalationDto, [
  'aboutRecommendations',
  'aboutSubParts',
  'aboutActions',
  'toPosts',
  'toOutside',
  'nextTierCondition',
  'document',
]) {}

export class RetractEscalationStepDto extends EveryCommandDto {
  /** What was recorded wrongly; of several, the last is meant */
  @OneOf(ESCALATION_STEPS)
  step!: EscalationStep;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class RetractEscalationDto extends EveryCommandDto {
  /** Why it was raised wrongly */
  @Words()
  reason!: string;
}
