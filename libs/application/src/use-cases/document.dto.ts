import { DOCUMENT_TYPES, type DocumentType } from '#domain';
import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import {
  Code,
  DateWords,
  OneOf,
  Optional,
  PastDateWords,
  PrintedOrBlank,
  Reference,
  Words,
  WordsList,
} from './fields.ts';

class DocumentFieldsDto extends EveryCommandDto {
  /** What it is */
  @OneOf(DOCUMENT_TYPES)
  documentType!: DocumentType;

  /** Its title, or what it is about */
  @Words(500)
  title!: string;

  /** The body it comes from */
  @Optional()
  @Reference('body')
  issuedBy?: string;

  /** The post that signed it */
  @Optional()
  @Reference('post')
  signatoryPost?: string;

  /** The person who signed it */
  @Optional()
  @Reference('person')
  signatoryPerson?: string;

  /** The legal role in which it was signed, as printed */
  @Optional()
  @Words(200)
  signatoryCapacity?: string;

  /** Who it is addressed to, as printed */
  @Optional()
  @WordsList(300)
  addressees?: string[];

  /** "My reference", as printed; may be blank */
  @PrintedOrBlank(100)
  ownReference?: string;

  /** "Your reference", as printed; may be blank */
  @PrintedOrBlank(100)
  yourReference?: string;

  /** The report it answers: `OIC` */
  @Optional()
  @Reference('report')
  answersReport?: string;

  /** Its security marking */
  @Optional()
  @Words(100)
  marking?: string;
}

export class RecordDocumentDto extends DocumentFieldsDto {
  /** A short code of ours that no other document has: `SYMCA-OIC` */
  @Optional()
  @Code()
  code?: string;

  /** The date as the document writes it */
  @Optional()
  @DateWords()
  dateAsWritten?: string;
}

export class CorrectDocumentDto extends CorrectionOf(DocumentFieldsDto, [
  'issuedBy',
  'signatoryPost',
  'signatoryPerson',
  'signatoryCapacity',
  'addressees',
  'ownReference',
  'yourReference',
  'answersReport',
  'marking',
]) {}

export class RetractDocumentDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class RecordDocumentCodeDto extends EveryCommandDto {
  /** A short code of ours that no other document has: `SYMCA-OIC` */
  @Code()
  code!: string;
}

export class CorrectDocumentCodeDto extends CorrectionOf(RecordDocumentCodeDto, ['code']) {}

class DocumentDatesDto extends EveryCommandDto {
  /** The right date, where the document itself writes a wrong one or none: what it writes stays beside it */
  @DateWords()
  date!: string;

  /** What the document writes, where that was recorded wrongly */
  @DateWords()
  dateAsWritten!: string;
}

export class CorrectDocumentDateDto extends CorrectionOf(DocumentDatesDto, ['date', 'dateAsWritten']) {}

class PublishedOnDto extends EveryCommandDto {
  /** The day it was published */
  @PastDateWords()
  publishedOn!: string;
}

export class RecordDocumentPublicationDto extends PublishedOnDto {
  /** Where it can be found */
  @Words(500)
  where!: string;
}

export class CorrectDocumentPublicationDto extends CorrectionOf(PublishedOnDto) {
  /** Where it was said to be, as it was recorded */
  @Words(500)
  where!: string;
}

export class RetractDocumentPublicationDto extends EveryCommandDto {
  /** Where it was said to be */
  @Words(500)
  where!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

class SentOnDto extends EveryCommandDto {
  /** The day it was sent */
  @PastDateWords()
  sentOn!: string;
}

export class RecordDocumentSentDto extends SentOnDto {
  /** Who it went to */
  @Words(300)
  to!: string;
}

export class CorrectDocumentSentDto extends CorrectionOf(SentOnDto) {
  /** Who it was said to have gone to, as it was recorded */
  @Words(300)
  to!: string;
}

export class RetractDocumentSentDto extends EveryCommandDto {
  /** Who it was said to have gone to */
  @Words(300)
  to!: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}
