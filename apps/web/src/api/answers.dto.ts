/** What the API answers with, for its description. */

import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

const REVISION: ApiPropertyOptions = { oneOf: [{ type: 'integer' }, { type: 'string', enum: ['no-stream'] }] };

/** A command that stands in the record. The same command sent again gets the same answer. */
export class CommandAnswer {
  /** The id of what the command was for, or of what it started */
  id!: string;

  /** What it is called in the lists: `OIC-R1/SYP`. Absent until it is in them */
  reference?: string;

  /** The revision after the last event the command recorded; what the next If-Match may expect */
  @ApiProperty(REVISION)
  revision!: number | 'no-stream';

  /** What was recorded, oldest first; empty when everything stood already */
  events!: RecordedEventAnswer[];
}

export class RecordedEventAnswer {
  /** The id of the event, which a correction of it names */
  id!: string;

  /** What happened: `RecommendationClosed` */
  type!: string;
}

/** What went wrong (RFC 9457). */
export class ProblemAnswer {
  /** Which kind of problem it is: `urn:minutebook:problem:refused` */
  type!: string;

  /** The kind of problem, in words */
  title!: string;

  /** The HTTP status */
  status!: number;

  /** What to do, in a sentence */
  detail!: string;

  /** For programs: the code of the refusal, or the kind of problem */
  code!: string;

  /** What is wrong, field by field */
  errors?: FieldErrorAnswer[];

  /** What stands in the way */
  because?: BlockerAnswer[];

  /** What was recorded since the revision that was expected, oldest first */
  since?: SinceAnswer[];

  /** The revision it stands at */
  @ApiProperty({ ...REVISION, required: false })
  revision?: number | 'no-stream';

  /** The id of the request, by which the log of the server knows it */
  instance!: string;
}

export class FieldErrorAnswer {
  /** The path of the field: `title`, `changes.0.code` */
  field!: string;

  /** What to do about it, in a sentence */
  message!: string;
}

export class BlockerAnswer {
  /** What kind of thing it is: `action` */
  kind!: string;

  /** Its id */
  id!: string;

  /** What people call it: `OIC-R1/SYP/1 Review every case` */
  label!: string;
}

export class SinceAnswer {
  /** Its place in the stream, counted from 0 */
  revision!: number;

  /** ISO 8601, UTC */
  recordedAt!: string;

  /** Who recorded it, in words */
  recorder!: string;

  /** What was recorded, in a sentence */
  sentence!: string;
}

/** How the record is. */
export class StatusAnswer {
  /** In words */
  status!: string;

  /** Whether the server can be used */
  isReady!: boolean;

  /** For how long the lists have been behind the log, in milliseconds */
  behindMs!: number;

  /** Streams that are held back because one of their events can't be taken; the others go on */
  parked!: ParkedAnswer[];

  /** Lists that are being made again because their code changed */
  remade!: string[];
}

export class ParkedAnswer {
  /** `recommendation-<id>` */
  stream!: string;

  /** Of the event that could not be taken */
  revision!: number;

  /** The id of that event */
  eventId!: string;

  /** What happened: `RecommendationClosed` */
  type!: string;

  /** Why, in a sentence */
  reason!: string;

  /** When it was parked */
  since!: string;

  /** How many later events of the stream wait behind it */
  waiting!: number;
}

export class HealthAnswer {
  /** In words */
  status!: string;
}
