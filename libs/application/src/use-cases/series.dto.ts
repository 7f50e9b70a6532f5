import { SERIES_KINDS, type SeriesKind } from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { Code, DateWords, Flag, OneOf, Optional, Reference, Words } from './fields.ts';

export class OpenSeriesDto extends EveryCommandDto {
  /** What it is called */
  @Words(300)
  name!: string;

  /** What kind of forum it is */
  @OneOf(SERIES_KINDS)
  seriesKind!: SeriesKind;

  /** A short code that no other series has: `MARTOM` */
  @Optional()
  @Code()
  code?: string;

  /** The body it belongs to */
  @Optional()
  @Reference('body')
  ofBody?: string;

  /** How often it meets, as printed: "quarterly" */
  @Optional()
  @Words(100)
  cadence?: string;

  /** The post that chairs it */
  @Optional()
  @Reference('post')
  chairPost?: string;

  /** The post that convenes it */
  @Optional()
  @Reference('post')
  convenedBy?: string;

  /** Since when it meets; it may be older than the report it comes to govern */
  @Optional()
  @DateWords()
  since?: string;
}

export class CorrectSeriesDto extends CorrectionOf(OpenSeriesDto, [
  'code',
  'ofBody',
  'cadence',
  'chairPost',
  'convenedBy',
  'since',
]) {}

export class RenameSeriesDto extends EveryCommandDto {
  /** Its new name */
  @Words(300)
  name!: string;

  /** Why it is renamed */
  @Optional()
  @Words()
  reason?: string;
}

export class CloseSeriesDto extends EveryCommandDto {
  /** The last day it met or stood */
  @DateWords()
  until!: string;

  /** Why it ends */
  @Words()
  reason!: string;
}

export class RetractSeriesDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class RetractSeriesClosureDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class AddSeriesAliasDto extends EveryCommandDto {
  /** Another name it goes by */
  @Words(300)
  alias!: string;

  /** It has not been settled that the name means this series */
  @Optional()
  @Flag()
  unresolved?: boolean;
}

export class RetractSeriesAliasDto extends EveryCommandDto {
  /** The name, as it was recorded */
  @Words(300)
  alias!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}
