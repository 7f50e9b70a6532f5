import { BODY_KINDS, type BodyKind } from '#domain';
import { EveryCommandDto } from './every-command.dto.ts';
import { Code, DateWords, Flag, NewItem, OneOf, Optional, Reference, Words } from './fields.ts';

export class RecordBodyDto extends EveryCommandDto {
  /** Its code, which no other body has and which never changes: `SYP` */
  @Code()
  code!: string;

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

export class CorrectBodyDto extends EveryCommandDto {
  /** The right name */
  @Optional()
  @Words(300)
  name?: string;

  /** Since when it has the name */
  @Optional()
  @DateWords()
  nameFrom?: string;

  /** What it is */
  @Optional()
  @OneOf(BODY_KINDS)
  bodyKind?: BodyKind;

  /** The local policing body that oversees it */
  @Optional()
  @Reference('body')
  overseenBy?: string;

  /** Nobody oversees it */
  @Optional()
  @Flag()
  overseenByNobody?: boolean;

  /** Since when it is overseen so */
  @Optional()
  @DateWords()
  overseenFrom?: string;

  /** Since when it exists */
  @Optional()
  @DateWords()
  from?: string;

  /** What was wrong and why */
  @Words()
  correctionReason!: string;
}

export class AddBodyAliasDto extends EveryCommandDto {
  /** Another name or spelling */
  @Words(300)
  alias!: string;

  /** Whether the name means this body has not been settled */
  @Optional()
  @Flag()
  unresolved?: boolean;
}

export class EstablishPostDto extends EveryCommandDto {
  /** Its code in the body: `CC` for the post `SYP/CC` */
  @Code()
  postCode!: string;

  /** Its title, as it reads after "the": Chief Constable */
  @Words(300)
  title!: string;

  /** Since when it exists */
  @Optional()
  @DateWords()
  from?: string;
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

export class CorrectPostDto extends PostDto {
  /** The right title */
  @Optional()
  @Words(300)
  title?: string;

  /** Since when it has the title */
  @Optional()
  @DateWords()
  titleFrom?: string;

  /** Since when it exists */
  @Optional()
  @DateWords()
  from?: string;

  /** The last day of a post that has been abolished */
  @Optional()
  @DateWords()
  until?: string;

  /** It was recorded as abolished and never was */
  @Optional()
  @Flag()
  notAbolished?: boolean;

  /** What was wrong and why */
  @Words()
  correctionReason!: string;
}

export class AddPostAliasDto extends AddBodyAliasDto {
  /** The post: `SYP/CC` */
  @Reference('post')
  post!: string;
}

export class DesignateSecretaryDto extends PostDto {}

export class DesignateChairDto extends PostDto {}

export class BeginHoldingDto extends PostDto {
  /** The person who holds it */
  @Reference('person')
  person!: string;

  /** The first day */
  @Optional()
  @DateWords()
  from?: string;

  /** The last day of a holding that is over already */
  @Optional()
  @DateWords()
  until?: string;

  /** Others hold the post at the same time */
  @Optional()
  @Flag()
  jointly?: boolean;

  /** An id for the holding, made by the client */
  @NewItem()
  holding?: string;
}

class HoldingDto extends EveryCommandDto {
  /** The id of the holding */
  @Words(36)
  holding!: string;
}

export class EndHoldingDto extends HoldingDto {
  /** The last day, that day included */
  @DateWords()
  until!: string;
}

export class CorrectHoldingDto extends HoldingDto {
  /** The right person */
  @Optional()
  @Reference('person')
  person?: string;

  /** The right first day */
  @Optional()
  @DateWords()
  from?: string;

  /** The right last day */
  @Optional()
  @DateWords()
  until?: string;

  /** It was recorded as ended and goes on */
  @Optional()
  @Flag()
  notEnded?: boolean;

  /** Whether others hold the post at the same time */
  @Optional()
  @Flag()
  jointly?: boolean;

  /** What was wrong and why */
  @Words()
  correctionReason!: string;
}
