import { FINDING_KINDS, type FindingKind, type Grade, GRADES } from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import {
  Code,
  DateWords,
  Flag,
  OneOf,
  Optional,
  PastDateWords,
  Reference,
  References,
  Words,
  WordsList,
} from './fields.ts';

class ReportFieldsDto extends EveryCommandDto {
  /** The exact title, as printed */
  @Words(500)
  title!: string;

  /** The body that publishes it */
  @Optional()
  @Reference('body')
  publisher?: string;

  /** When it is or was expected */
  @Optional()
  @DateWords()
  expectedOn?: string;
}

export class RecordReportDto extends ReportFieldsDto {
  /** A short code that no other report has: `OIC` */
  @Code()
  code!: string;

  /** The publication date, as printed */
  @Optional()
  @PastDateWords()
  publishedOn?: string;

  /** It is known to be coming and has no publication date yet */
  @Optional()
  @Flag()
  expected?: boolean;
}

export class RecordReportPublicationDto extends EveryCommandDto {
  /** The publication date */
  @PastDateWords()
  publishedOn!: string;
}

class PublicationAsPrintedDto extends RecordReportPublicationDto {
  /** How the report prints that date, where it prints a wrong one or other words: "16 May 2024" */
  @Words(200)
  asPrinted!: string;
}

export class CorrectReportDateDto extends CorrectionOf(PublicationAsPrintedDto) {}

export class RetractReportPublicationDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class CorrectReportDto extends CorrectionOf(ReportFieldsDto, ['publisher', 'expectedOn']) {}

export class RetractReportDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class RegisterFindingDto extends EveryCommandDto {
  /** Our own code, unique in the report: `R1`, `AFI-A` */
  @Code()
  code!: string;

  /** What kind of finding it is */
  @OneOf(FINDING_KINDS)
  findingKind!: FindingKind;

  /** As the report prints it: "Recommendation 1" */
  @Optional()
  @Words(200)
  label?: string;

  /** The finding, word for word */
  @Words(10_000)
  text!: string;

  /** Pieces that can be answered one by one, each a letter, a colon and the text: "a: the quality of 4P plans" */
  @Optional()
  @WordsList(2000)
  subParts?: string[];

  /** The classes it is addressed to, as printed: "chief constables" */
  @Optional()
  @WordsList(200)
  addressees?: string[];

  /** The cause of concern that it follows from: `PEEL-C1` */
  @Optional()
  @Reference('finding')
  parent?: string;

  /** The deadline as printed: "By 30 April 2026" */
  @Optional()
  @Words(200)
  deadlineAsPrinted?: string;

  /** The day that is meant, where none can be read from the printed deadline: "By 31 April 2026" */
  @Optional()
  @DateWords()
  deadlineOn?: string;

  /** The printed deadline means no day, although it seems to name one */
  @Optional()
  @Flag()
  noDeadlineDay?: boolean;
}

export class CorrectFindingDto extends CorrectionOf(RegisterFindingDto, [
  'label',
  'subParts',
  'addressees',
  'parent',
  'deadline',
]) {
  /** The finding that was recorded wrongly: `OIC-R1` */
  @Reference('finding')
  finding!: string;
}

export class RetractFindingDto extends EveryCommandDto {
  /** The finding the report does not hold: `OIC-R1` */
  @Reference('finding')
  finding!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

class PrintedLabelDto extends EveryCommandDto {
  /** The number as printed: "1)" */
  @Optional()
  @Words(50)
  number?: string;

  /** The words as printed: "key recommendation" */
  @Optional()
  @Words(200)
  label?: string;
}

export class RecordFindingLabelDto extends PrintedLabelDto {
  /** The finding: `YHSOC-AFI-A` */
  @Reference('finding')
  finding!: string;

  /** The document that prints it so */
  @Reference('document')
  document!: string;
}

export class CorrectFindingLabelDto extends CorrectionOf(PrintedLabelDto, ['number', 'label']) {
  /** The finding: `YHSOC-AFI-A` */
  @Reference('finding')
  finding!: string;

  /** The document that prints it so */
  @Reference('document')
  document!: string;
}

export class RetractFindingLabelDto extends EveryCommandDto {
  /** The finding: `YHSOC-AFI-A` */
  @Reference('finding')
  finding!: string;

  /** The document that does not print it so */
  @Reference('document')
  document!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

class NumbersSourceDto extends EveryCommandDto {
  /** The exact words that say so */
  @Optional()
  @Words()
  words?: string;

  /** The document that says so */
  @Optional()
  @Reference('document')
  document?: string;
}

export class DeclareNumbersNotForPolicingDto extends NumbersSourceDto {
  /** The report's numbers that are not for policing: "4-8 and 10" */
  @Words(200)
  numbers!: string;
}

export class CorrectNumbersNotForPolicingDto extends CorrectionOf(NumbersSourceDto, ['words', 'document']) {
  /** The report's numbers that are not for policing: "4-8 and 10", or "none" */
  @Optional()
  @Words(200)
  numbers?: string;
}

class GivenGradeDto extends EveryCommandDto {
  /** The grade */
  @OneOf(GRADES)
  grade!: Grade;

  /** The exact words that say so */
  @Optional()
  @Words()
  words?: string;

  /** The document cited */
  @Optional()
  @Reference('document')
  document?: string;
}

export class RecordGradeDto extends GivenGradeDto {
  /** The body that is graded */
  @Reference('body')
  gradedBody!: string;
}

export class CorrectGradeDto extends CorrectionOf(GivenGradeDto, ['words', 'document']) {
  /** The body that is graded */
  @Reference('body')
  gradedBody!: string;
}

export class RetractGradeDto extends EveryCommandDto {
  /** The body that was not graded */
  @Reference('body')
  gradedBody!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class FanOutFindingDto extends EveryCommandDto {
  /** The finding: `OIC-R1` */
  @Reference('finding')
  finding!: string;

  /** The bodies that have to answer; each is overseen by its own local policing body */
  @References('body')
  bodies!: string[];
}
