import { SERIES_KINDS, type SeriesKind } from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { OneOf, Optional, PastDateWords, Reference, References, Words } from './fields.ts';

export class RecordMeetingDto extends EveryCommandDto {
  /** The series it is a sitting of: `MARTOM` */
  @Optional()
  @Reference('series')
  series?: string;

  /** What kind it is, when it stands by itself */
  @Optional()
  @OneOf(SERIES_KINDS)
  meetingKind?: SeriesKind;

  /** What it is called */
  @Words(300)
  title!: string;

  /** When it was held */
  @PastDateWords()
  heldOn!: string;

  /** The post that chaired it */
  @Optional()
  @Reference('post')
  chairPost?: string;
}

export class RecordAttendanceDto extends EveryCommandDto {
  /** Posts that were there */
  @Optional()
  @References('post')
  posts?: string[];

  /** Bodies that were there, where no post is named */
  @Optional()
  @References('body')
  bodies?: string[];

  /** Posts that sent apologies */
  @Optional()
  @References('post')
  apologies?: string[];
}

export class CorrectAttendanceDto extends CorrectionOf(RecordAttendanceDto, ['posts', 'bodies', 'apologies']) {}

export class CorrectMeetingDto extends CorrectionOf(RecordMeetingDto, ['series', 'meetingKind', 'chairPost']) {}

export class RetractMeetingDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}
