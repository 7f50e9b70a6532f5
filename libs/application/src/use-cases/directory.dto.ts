import { BODY_KINDS, type BodyKind } from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { Code, DateWords, Flag, NewItem, OneOf, Optional, Reference, Words } from './fields.ts';

class DescribedBodyDto extends EveryCommandDto {
  /** Its name */
  @Words(300)
  name!: string;

  /** What it is */
  @OneOf(BODY_KINDS)
  bodyKind!: BodyKind;

  /** The local policing body that oversees it */
  @Optional()
  @Reference('body')
  overseenBy?: string;

  /** Since when it exists */
  @Optional()
  @DateWords()
  from?: string;
}

export class RecordBodyDto extends DescribedBodyDto {
  /** Its code, which no other body has and which never changes: `SYP` */
  @Code()
  code!: string;
}

export class RenameBodyDto extends EveryCommandDto {
  /** Its new name */
  @Words(300)
  name!: string;

  /** Since when it has the name */
  @Optional()
  @DateWords()
  from?: string;
}

export class ChangeOverseerDto extends EveryCommandDto {
  /** The local policing body that oversees it now */
  @Optional()
  @Reference('body')
  overseenBy?: string;

  /** Nobody oversees it */
  @Optional()
  @Flag()
  overseenByNobody?: boolean;

  /** Since when */
  @Optional()
  @DateWords()
  from?: string;
}

export class RecordSuccessionDto extends EveryCommandDto {
  /** The body that takes its functions over: `WYCA` */
  @Reference('body')
  successor!: string;

  /** Since when it has them */
  @Optional()
  @DateWords()
  from?: string;
}

export class CorrectBodyDto extends CorrectionOf(DescribedBodyDto, [
  'nameFrom',
  'overseenBy',
  'overseenFrom',
  'from',
  'succeededBy',
  'succeededFrom',
]) {
  /** Since when it has the name, once it has been renamed */
  @Optional()
  @DateWords()
  nameFrom?: string;

  /** Since when it is overseen so, once that has changed */
  @Optional()
  @DateWords()
  overseenFrom?: string;

  /** The body that has taken its functions over */
  @Optional()
  @Reference('body')
  succeededBy?: string;

  /** Since when that body has them */
  @Optional()
  @DateWords()
  succeededFrom?: string;
}

export class AddBodyAliasDto extends EveryCommandDto {
  /** Another name or spelling */
  @Words(300)
  alias!: string;

  /** It has not been settled that the name means this one */
  @Optional()
  @Flag()
  unresolved?: boolean;
}

class RetractionDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class RetractBodyAliasDto extends RetractionDto {
  /** The name that does not mean it after all */
  @Words(300)
  alias!: string;
}

export class RetractBodyDto extends RetractionDto {}

class DescribedPostDto extends EveryCommandDto {
  /** Its title, as it reads after "the": Chief Constable */
  @Words(300)
  title!: string;

  /** Since when it exists */
  @Optional()
  @DateWords()
  from?: string;
}

export class EstablishPostDto extends DescribedPostDto {
  /** Its code in the body: `CC` for the post `SYP/CC` */
  @Code()
  postCode!: string;
}

class PostDto extends EveryCommandDto {
  /** The post: `SYP/CC` */
  @Reference('post')
  post!: string;
}

export class RenamePostDto extends PostDto {
  /** Its new title */
  @Words(300)
  title!: string;

  /** Since when it has the title */
  @Optional()
  @DateWords()
  from?: string;
}

export class AbolishPostDto extends PostDto {
  /** Its last day */
  @DateWords()
  until!: string;

  /** Why it ends */
  @Optional()
  @Words()
  reason?: string;
}

export class CorrectPostDto extends CorrectionOf(DescribedPostDto, ['titleFrom', 'from', 'until']) {
  /** The post: `SYP/CC` */
  @Reference('post')
  post!: string;

  /** Since when it has the title, once it has been renamed */
  @Optional()
  @DateWords()
  titleFrom?: string;

  /** The last day of a post that has been abolished; cleared when it never was */
  @Optional()
  @DateWords()
  until?: string;
}

export class AddPostAliasDto extends AddBodyAliasDto {
  /** The post: `SYP/CC` */
  @Reference('post')
  post!: string;
}

export class RetractPostAliasDto extends RetractBodyAliasDto {
  /** The post: `SYP/CC` */
  @Reference('post')
  post!: string;
}

export class RetractPostDto extends RetractionDto {
  /** The post that never was: `SYP/CC` */
  @Reference('post')
  post!: string;
}

export class DesignateSecretaryDto extends PostDto {}

export class DesignateChairDto extends PostDto {}

class RetractDesignationDto extends RetractionDto {
  /** The post that was designated in error: `SYMCA/SEC` */
  @Reference('post')
  post!: string;
}

export class RetractSecretaryDesignationDto extends RetractDesignationDto {}

export class RetractChairDesignationDto extends RetractDesignationDto {}

class HeldDto extends EveryCommandDto {
  /** The person who holds it */
  @Reference('person')
  person!: string;

  /** The first day */
  @Optional()
  @DateWords()
  from?: string;

  /** The last day, that day included, of a holding that is over */
  @Optional()
  @DateWords()
  until?: string;

  /** Others hold the post at the same time */
  @Optional()
  @Flag()
  jointly?: boolean;
}

export class BeginHoldingDto extends HeldDto {
  /** The post: `SYP/CC` */
  @Reference('post')
  post!: string;

  /** An id for the holding, made by the client */
  @NewItem()
  holding?: string;
}

export class EndHoldingDto extends EveryCommandDto {
  /** The holding, as the directory prints it: `SYP/CC/1`; or name its post */
  @Optional()
  @Reference('holding')
  holding?: string;

  /** The post that is held no longer: `SYP/CC` */
  @Optional()
  @Reference('post')
  post?: string;

  /** Whose holding of the post ends, where several people hold it */
  @Optional()
  @Reference('person')
  person?: string;

  /** The last day, that day included */
  @DateWords()
  until!: string;
}

export class CorrectHoldingDto extends CorrectionOf(HeldDto, ['from', 'until', 'jointly']) {
  /** The holding, as the directory prints it: `SYP/CC/1` */
  @Reference('holding')
  holding!: string;
}

export class RetractHoldingDto extends RetractionDto {
  /** The holding that never was, as the directory prints it: `SYP/CC/1` */
  @Reference('holding')
  holding!: string;
}
