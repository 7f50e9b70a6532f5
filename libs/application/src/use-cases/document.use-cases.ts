import type { DocumentCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import {
  CorrectDocumentCodeDto,
  CorrectDocumentDateDto,
  CorrectDocumentDto,
  CorrectDocumentPublicationDto,
  CorrectDocumentSentDto,
  RecordDocumentCodeDto,
  RecordDocumentDto,
  RecordDocumentPublicationDto,
  RecordDocumentSentDto,
  RetractDocumentDto,
  RetractDocumentPublicationDto,
  RetractDocumentSentDto,
} from './document.dto.ts';
import { citingDocument } from './gather/citing.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends DocumentCommand['kind']> = Extract<DocumentCommand, { kind: Kind }>;

export const DOCUMENT_USE_CASES: TableOf<DocumentCommand> = {
  'record-document': useCase<Of<'record-document'>, 'document'>()({
    dto: RecordDocumentDto,
    sentence: 'Record a letter, a paper or another document.',
    starts: ({ commandId }) => streamIdOf(commandId),
    claims: ({ code }) => (code === undefined ? undefined : { codeKind: 'document', code }),
    ids: ({ target }) => ({ document: target }),
  }),
  'correct-document': useCase<Of<'correct-document'>>()({
    dto: CorrectDocumentDto,
    sentence: 'Correct what was recorded of a document, apart from its date.',
  }),
  'retract-document': useCase<Of<'retract-document'>, 'citedBy'>()({
    dto: RetractDocumentDto,
    sentence: 'Say that a document was recorded in error, or twice.',
    gather: ({ target }, facts) => citingDocument(target, facts),
  }),
  'record-document-code': useCase<Of<'record-document-code'>>()({
    dto: RecordDocumentCodeDto,
    sentence: 'Give a document the code by which people cite it.',
    claims: ({ code }) => ({ codeKind: 'document', code }),
  }),
  'correct-document-code': useCase<Of<'correct-document-code'>>()({
    dto: CorrectDocumentCodeDto,
    sentence: 'Correct the code of a document; the wrong one is free again.',
    claims: ({ code }) => (code === undefined ? undefined : { codeKind: 'document', code }),
  }),
  'correct-document-date': useCase<Of<'correct-document-date'>>()({
    dto: CorrectDocumentDateDto,
    sentence:
      'Correct the date of a document, or what was recorded as its date as written, once for everywhere it is cited.',
  }),
  'record-document-publication': useCase<Of<'record-document-publication'>>()({
    dto: RecordDocumentPublicationDto,
    sentence: 'Record when and where a document was published.',
  }),
  'correct-document-publication': useCase<Of<'correct-document-publication'>>()({
    dto: CorrectDocumentPublicationDto,
    sentence: 'Correct when a document was published.',
  }),
  'retract-document-publication': useCase<Of<'retract-document-publication'>>()({
    dto: RetractDocumentPublicationDto,
    sentence: 'Say that a document was not published there after all.',
  }),
  'record-document-sent': useCase<Of<'record-document-sent'>>()({
    dto: RecordDocumentSentDto,
    sentence: 'Record when and to whom a document was sent.',
  }),
  'correct-document-sent': useCase<Of<'correct-document-sent'>>()({
    dto: CorrectDocumentSentDto,
    sentence: 'Correct when a document was sent.',
  }),
  'retract-document-sent': useCase<Of<'retract-document-sent'>>()({
    dto: RetractDocumentSentDto,
    sentence: 'Say that a document was not sent to somebody after all.',
  }),
};
