/**
 * What happens to a document: a letter, a paper or another artefact is recorded, published and sent.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `document.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { BodyId, DocumentId, EveryEvent, EventId, PersonId, PostId, ReportId } from '../primitives.ts';
import type { Restatement } from '../standing.ts';

export const DOCUMENT_TYPES = [
  'responseLetter',
  'coverPaper',
  'boardPaper',
  'guidance',
  'minutes',
  'evidence',
  'other',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What a document is, apart from its date. */
export interface DocumentDetails {
  readonly documentType: DocumentType;
  readonly title: string;
  readonly issuedBy?: BodyId;
  readonly signatoryPost?: PostId;
  readonly signatoryPerson?: PersonId;
  /** The legal role in which it was signed, as printed. */
  readonly signatoryCapacity?: string;
  /** As printed: "Dear Home Secretary". */
  readonly addressees: readonly string[];
  /** The references as printed. Blank where the document prints the heading and leaves it blank. */
  readonly ownReference?: string;
  readonly yourReference?: string;
  /** The report that it answers: the report's response is sent when this is. */
  readonly answersReport?: ReportId;
  /** The security marking. */
  readonly marking?: string;
}

export interface DocumentDates {
  /** The date as the document writes it; absent when it has none. */
  readonly dateAsWritten?: PreciseDate;
  /** The right date, where the document writes a wrong one or none. Its words are those of whoever says so. */
  readonly date?: PreciseDate;
}

/** By which people cite it; a document need not have one. */
export interface DocumentCode {
  readonly code?: string;
}

export interface DocumentPublication {
  readonly publishedOn: PreciseDate;
  /** Where it can be found: a site, a page, a paper register. */
  readonly where: string;
}

export interface DocumentSending {
  readonly sentOn: PreciseDate;
  /** Who it went to. */
  readonly to: string;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

interface Retraction<Recorded> {
  readonly corrects: EventId;
  readonly was: Recorded;
  readonly reason: string;
}

export type DocumentEvent =
  | Event<
      'DocumentRecorded',
      {
        readonly document: DocumentId;
      } & Pick<DocumentDates, 'dateAsWritten'> &
        DocumentCode &
        DocumentDetails
    >
  | Event<'DocumentCorrected', Restatement<DocumentDetails>>
  /** It was recorded in error: nothing that was recorded of it stands. */
  | Event<'DocumentRetracted', Retraction<DocumentDetails>>
  /** Given later than the document was recorded. */
  | Event<'DocumentCodeRecorded', { readonly code: string }>
  | Event<'DocumentCodeCorrected', Restatement<DocumentCode>>
  | Event<'DocumentDateCorrected', Restatement<DocumentDates>>
  | Event<'DocumentPublished', DocumentPublication>
  | Event<'DocumentPublicationCorrected', Restatement<DocumentPublication>>
  | Event<'DocumentPublicationRetracted', Retraction<DocumentPublication>>
  | Event<'DocumentSent', DocumentSending>
  | Event<'DocumentSendingCorrected', Restatement<DocumentSending>>
  | Event<'DocumentSendingRetracted', Retraction<DocumentSending>>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const DOCUMENT_FORMS = {
  DocumentRecorded: 1,
  DocumentCorrected: 1,
  DocumentRetracted: 1,
  DocumentCodeRecorded: 1,
  DocumentCodeCorrected: 1,
  DocumentDateCorrected: 1,
  DocumentPublished: 1,
  DocumentPublicationCorrected: 1,
  DocumentPublicationRetracted: 1,
  DocumentSent: 1,
  DocumentSendingCorrected: 1,
  DocumentSendingRetracted: 1,
} satisfies Record<DocumentEvent['type'], number>;
