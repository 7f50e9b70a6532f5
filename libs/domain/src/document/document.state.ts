import { never, same, stated } from '../decider.ts';
import { type BodyId, type EveryCommand, type DocumentId, type EveryEvent, type EventId, said } from '../primitives.ts';
import { restood, type Standing, stands } from '../standing.ts';
import { detailsFrom } from './document-details.ts';
import type {
  DocumentCode,
  DocumentDates,
  DocumentDetails,
  DocumentEvent,
  DocumentPublication,
  DocumentSending,
} from './document.events.ts';

/** The least the rules need. Everything people read is in the views. */
export interface RecordedDocument {
  /** A retracted one was recorded in error. */
  readonly status: 'recorded' | 'retracted';
  readonly id: DocumentId;
  readonly code: Standing<DocumentCode>;
  /** Codes that were given to it by mistake: others may have them. */
  readonly formerCodes: readonly string[];
  readonly details: Standing<DocumentDetails>;
  readonly dates: Standing<DocumentDates>;
  /** By where it was published. */
  readonly publications: ReadonlyMap<string, Standing<DocumentPublication>>;
  /** By who it was sent to. */
  readonly sendings: ReadonlyMap<string, Standing<DocumentSending>>;
  /** What has been retracted, so that retracting it again is no mistake. */
  readonly retractedPublications: readonly string[];
  readonly retractedSendings: readonly string[];
}

export type Document = { readonly status: 'none' } | RecordedDocument;

export const initial: Document = { status: 'none' };

export function evolve(state: Document, event: DocumentEvent, eventId: EventId): Document {
  if (event.type === 'DocumentRecorded') {
    return {
      status: 'recorded',
      id: event.data.document,
      code: stands(stated({ code: event.data.code }), event.data, eventId),
      formerCodes: [],
      details: stands(detailsFrom(event.data), event.data, eventId),
      dates: stands(stated({ dateAsWritten: event.data.dateAsWritten }), event.data, eventId),
      publications: new Map(),
      sendings: new Map(),
      retractedPublications: [],
      retractedSendings: [],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before DocumentRecorded`);
  switch (event.type) {
    case 'DocumentCorrected': {
      const details = restood(event.data, eventId);
      // Recorded together, they were recorded on one authority, until one of them is said to rest on another.
      const isShared = same(state.dates.attribution, state.details.attribution);
      const dates = isShared ? { ...state.dates, attribution: details.attribution } : state.dates;
      return { ...state, details, dates };
    }
    case 'DocumentRetracted':
      return { ...state, status: 'retracted' };
    case 'DocumentCodeRecorded':
      return withCode(state, stands({ code: event.data.code }, event.data, eventId));
    case 'DocumentCodeCorrected':
      return withCode(state, restood(event.data, eventId));
    case 'DocumentDateCorrected':
      return { ...state, dates: restood(event.data, eventId) };
    case 'DocumentPublished': {
      const { publishedOn, where } = event.data;
      const publication = stands({ publishedOn, where }, event.data, eventId);
      return { ...state, publications: new Map(state.publications).set(where, publication) };
    }
    case 'DocumentPublicationCorrected': {
      const publication = restood(event.data, eventId);
      return { ...state, publications: new Map(state.publications).set(publication.fields.where, publication) };
    }
    case 'DocumentPublicationRetracted': {
      const { where } = event.data.was;
      return {
        ...state,
        publications: without(state.publications, where),
        retractedPublications: [...state.retractedPublications, where],
      };
    }
    case 'DocumentSent': {
      const { sentOn, to } = event.data;
      const sending = stands({ sentOn, to }, event.data, eventId);
      return { ...state, sendings: new Map(state.sendings).set(to, sending) };
    }
    case 'DocumentSendingCorrected': {
      const sending = restood(event.data, eventId);
      return { ...state, sendings: new Map(state.sendings).set(sending.fields.to, sending) };
    }
    case 'DocumentSendingRetracted': {
      const { to } = event.data.was;
      return {
        ...state,
        sendings: without(state.sendings, to),
        retractedSendings: [...state.retractedSendings, to],
      };
    }
    default:
      return never(event);
  }
}

function withCode(state: RecordedDocument, code: Standing<DocumentCode>): RecordedDocument {
  const former = state.code.fields.code;
  const others = [...state.formerCodes, ...(former === undefined ? [] : [former])];
  return { ...state, code, formerCodes: others.filter((other) => other !== code.fields.code) };
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): Map<string, Value> {
  return new Map([...map].filter(([other]) => other !== key));
}

/** The base of every event after the first: it belongs to the body that records and concerns the one that issued the document. */
export function saidHere(command: EveryCommand, document: RecordedDocument): EveryEvent {
  return said(command, command.by.body, concernsOf(document.details.fields));
}

export function concernsOf({ issuedBy }: DocumentDetails): BodyId[] {
  return issuedBy === undefined ? [] : [issuedBy];
}
