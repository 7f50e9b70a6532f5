import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type CorrectDocument, correctDocument } from './correct-document.ts';
import { type CorrectDocumentCode, correctDocumentCode } from './correct-document-code.ts';
import { type CorrectDocumentDate, correctDocumentDate } from './correct-document-date.ts';
import { type CorrectDocumentPublication, correctDocumentPublication } from './correct-document-publication.ts';
import { type CorrectDocumentSent, correctDocumentSent } from './correct-document-sent.ts';
import type { DocumentEvent } from './document.events.ts';
import { type Document, evolve, initial } from './document.state.ts';
import { type RecordDocument, recordDocument } from './record-document.ts';
import { type RecordDocumentCode, recordDocumentCode } from './record-document-code.ts';
import { type RecordDocumentPublication, recordDocumentPublication } from './record-document-publication.ts';
import { type RecordDocumentSent, recordDocumentSent } from './record-document-sent.ts';
import { type RetractDocument, retractDocument } from './retract-document.ts';
import { type RetractDocumentPublication, retractDocumentPublication } from './retract-document-publication.ts';
import { type RetractDocumentSent, retractDocumentSent } from './retract-document-sent.ts';

export type DocumentCommand =
  | RecordDocument
  | CorrectDocument
  | RetractDocument
  | RecordDocumentCode
  | CorrectDocumentCode
  | CorrectDocumentDate
  | RecordDocumentPublication
  | CorrectDocumentPublication
  | RetractDocumentPublication
  | RecordDocumentSent
  | CorrectDocumentSent
  | RetractDocumentSent;

export const document: Decider<Document, DocumentCommand, DocumentEvent> = {
  category: 'document',
  initial,
  decide,
  evolve,
};

function decide(command: DocumentCommand, state: Document): Verdict<DocumentEvent> {
  if (command.kind === 'record-document') return recordDocument(command, state);
  if (state.status === 'none') return refuse('document-not-recorded', 'There is no such document: record it first.');
  if (state.status === 'retracted') {
    if (command.kind === 'retract-document') return [];
    return refuse(
      'document-retracted',
      `“${state.details.fields.title}” has been retracted, because it was recorded in error: record the document that there is.`,
    );
  }
  switch (command.kind) {
    case 'correct-document':
      return correctDocument(command, state);
    case 'retract-document':
      return retractDocument(command, state);
    case 'record-document-code':
      return recordDocumentCode(command, state);
    case 'correct-document-code':
      return correctDocumentCode(command, state);
    case 'correct-document-date':
      return correctDocumentDate(command, state);
    case 'record-document-publication':
      return recordDocumentPublication(command, state);
    case 'correct-document-publication':
      return correctDocumentPublication(command, state);
    case 'retract-document-publication':
      return retractDocumentPublication(command, state);
    case 'record-document-sent':
      return recordDocumentSent(command, state);
    case 'correct-document-sent':
      return correctDocumentSent(command, state);
    case 'retract-document-sent':
      return retractDocumentSent(command, state);
    default:
      return never(command);
  }
}
