/** Documents: letters and papers, their dates as written and as they stand, where and when they were published or sent. */

import type {
  BodyId,
  DocumentDetails,
  DocumentEvent,
  DocumentId,
  DocumentPublication,
  DocumentSending,
  DocumentType,
  PreciseDate,
  ReportId,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, idOf, madeUp, naturalOrder, type Told, told, toldColumns } from './rows.ts';
import type { Handlers, View } from './view.ts';

/** Marked by itself when it is made up. */
export type ToldApart<Part> = Part & { readonly illustration?: true };

export interface DocumentItem extends DocumentDetails {
  readonly id: DocumentId;
  /** The body that recorded it. */
  readonly body: BodyId;
  /** By which people cite it. */
  readonly code?: string;
  /** Why it was retracted as recorded in error; then it stands in no list. */
  readonly retracted?: string;
  /** The date as it stands: the right one, where the document writes another or none. Absent when there is none. */
  readonly date?: PreciseDate;
  /** The date as the document writes it; absent when it writes none. */
  readonly dateAsWritten?: PreciseDate;
  /** What was first recorded as its date, when that was corrected, and why it was last. */
  readonly dateCorrection?: ToldApart<{ readonly was?: PreciseDate; readonly reason: string }>;
  readonly publications: readonly ToldApart<DocumentPublication>[];
  readonly sendings: readonly ToldApart<DocumentSending>[];
  /** The document itself is made up. What became of it may be by itself: a true letter, sent on a day made up. */
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface DocumentFilter extends AsRecorded, Paging {
  readonly documentType?: DocumentType | undefined;
  readonly issuedBy?: BodyId | undefined;
  readonly answersReport?: ReportId | undefined;
}

export interface DocumentQueries {
  /** By date, dateless last. */
  list(filter?: DocumentFilter): Page<DocumentItem>;
  get(id: DocumentId, at?: AsRecorded): DocumentItem | undefined;
}

interface Row extends Told {
  id: DocumentId;
  body: BodyId;
  code?: string;
  retracted?: string;
  documentType: DocumentType;
  title: string;
  sortKey: string;
  issuedBy?: BodyId;
  answersReport?: ReportId;
  day?: string;
  details: DocumentDetails;
  date?: PreciseDate;
  dateAsWritten?: PreciseDate;
  dateCorrection?: ToldApart<{ was?: PreciseDate; reason: string }>;
  publications: readonly ToldApart<DocumentPublication>[];
  sendings: readonly ToldApart<DocumentSending>[];
}

export const documentsTable = recordedTable<Row>('documents', ['id'], {
  id: 'text',
  body: 'text',
  code: 'text',
  retracted: 'text',
  documentType: 'text',
  title: 'text',
  sortKey: 'text',
  issuedBy: 'text',
  answersReport: 'text',
  day: 'text',
  details: 'json',
  date: 'json',
  dateAsWritten: 'json',
  dateCorrection: 'json',
  publications: 'json',
  sendings: 'json',
  ...toldColumns,
});

export const documents: View<DocumentQueries> = {
  name: 'documents',
  file: import.meta.url,
  tables: documentsTable.stored,
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<DocumentEvent> {
  const rows = documentsTable.open(database);
  const change = changes(rows);
  const changePart = changes(rows, idOf, 'apart');
  return {
    DocumentRecorded: (event) => {
      const { data } = event;
      const { document, body, dateAsWritten } = data;
      const row: Row = {
        id: document,
        body,
        code: data.code,
        documentType: data.documentType,
        title: data.title,
        sortKey: '',
        day: dateAsWritten?.from,
        details: data,
        date: dateAsWritten,
        dateAsWritten,
        publications: [],
        sendings: [],
        ...told(event),
      };
      takeDetails(row, data);
      rows.put(row, event.recordedAt);
    },
    DocumentCorrected: change((row, { data }) => {
      takeDetails(row, data.is);
    }),
    DocumentRetracted: change((row, { data }) => {
      row.retracted = data.reason;
    }),
    DocumentCodeRecorded: change((row, { data }) => {
      row.code = data.code;
    }),
    DocumentCodeCorrected: change((row, { data }) => {
      row.code = data.is.code;
    }),
    DocumentDateCorrected: changePart((row, { data: { was, is, reason } }) => {
      // Corrected twice, the first value is still the one that was first believed.
      const first = row.dateCorrection ? row.dateCorrection.was : (was.date ?? was.dateAsWritten);
      row.dateCorrection = { was: first, reason, ...(row.illustration ? {} : madeUp(is)) };
      row.date = is.date ?? is.dateAsWritten;
      row.dateAsWritten = is.dateAsWritten;
      row.day = row.date?.from;
    }),
    DocumentPublished: changePart((row, { data }) => {
      const { publishedOn, where } = data;
      row.publications = [...row.publications, { publishedOn, where, ...madeUp(data) }];
    }),
    DocumentPublicationCorrected: changePart((row, { data: { is } }) => {
      const { publishedOn, where } = is;
      row.publications = row.publications.map((one) =>
        one.where === where ? { publishedOn, where, ...madeUp(is) } : one,
      );
    }),
    DocumentPublicationRetracted: changePart((row, { data: { was } }) => {
      row.publications = row.publications.filter(({ where }) => where !== was.where);
    }),
    DocumentSent: changePart((row, { data }) => {
      const { sentOn, to } = data;
      row.sendings = [...row.sendings, { sentOn, to, ...madeUp(data) }];
    }),
    DocumentSendingCorrected: changePart((row, { data: { is } }) => {
      const { sentOn, to } = is;
      row.sendings = row.sendings.map((one) => (one.to === to ? { sentOn, to, ...madeUp(is) } : one));
    }),
    DocumentSendingRetracted: changePart((row, { data: { was } }) => {
      row.sendings = row.sendings.filter(({ to }) => to !== was.to);
    }),
  };
}

function takeDetails(row: Row, details: DocumentDetails): void {
  const { documentType, title, issuedBy, signatoryPost, signatoryPerson, signatoryCapacity } = details;
  const { addressees, ownReference, yourReference, answersReport, marking } = details;
  row.documentType = documentType;
  row.title = title;
  row.sortKey = naturalOrder(title);
  row.issuedBy = issuedBy;
  row.answersReport = answersReport;
  row.details = {
    documentType,
    title,
    issuedBy,
    signatoryPost,
    signatoryPerson,
    signatoryCapacity,
    addressees,
    ownReference,
    yourReference,
    answersReport,
    marking,
  };
}

function queries(database: Database): DocumentQueries {
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const from = `FROM ${documentsTable.from(filter.recordedBefore !== undefined)} d
        WHERE d.retracted IS NULL AND (:documentType IS NULL OR d.documentType = :documentType)
          AND (:issuedBy IS NULL OR d.issuedBy = :issuedBy)
          AND (:answersReport IS NULL OR d.answersReport = :answersReport)`;
      const parameters: Parameters = {
        bound: filter.recordedBefore ?? null,
        documentType: filter.documentType ?? null,
        issuedBy: filter.issuedBy ?? null,
        answersReport: filter.answersReport ?? null,
      };
      const list = `SELECT d.* ${from} ORDER BY d.day NULLS LAST, d.sortKey, d.id LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: database.all<SqlRow>(list, { ...parameters, size, offset }).map(itemFrom),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
    get: (id, { recordedBefore } = {}) => {
      const sql = `SELECT d.* FROM ${documentsTable.from(recordedBefore !== undefined)} d WHERE d.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: recordedBefore ?? null });
      return row && itemFrom(row);
    },
  };
}

function itemFrom(sqlRow: SqlRow): DocumentItem {
  const read = documentsTable.read(sqlRow);
  const { details, sortKey: _sortKey, day: _day, madeUpIn: _madeUpIn, lastEventType, lastEventAt, ...row } = read;
  return { ...row, ...details, lastEvent: { type: lastEventType, recordedAt: lastEventAt } };
}
