/** Reports: what they say, on whom it falls, how far it is covered, and its section 55 clock. */

import {
  type Addressee,
  type BodyId,
  type CivilDate,
  type DeclaredNumbers,
  type DocumentId,
  type DocumentPublication,
  type DocumentSending,
  type FindingFields,
  type FindingId,
  type FindingKind,
  lastDay,
  type PreciseDate,
  type PrintedLabel,
  type RecommendationId,
  type RecordedGrade,
  type ReportDetails,
  type ReportEvent,
  type ReportId,
  same,
  section55Clock,
  stated,
  type StatutoryClock,
} from '#domain';
import type { Database } from './database.ts';
import { documentsTable, type ToldApart } from './documents.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { type RecommendationStatus, type RegisterItem, registerOfReport } from './register.ts';
import { changes, idIn, madeUp, naturalOrder, type Told, told, toldColumns } from './rows.ts';
import type { Recorded } from './log-event.ts';
import type { Handlers, View } from './view.ts';

export interface ReportItem extends ReportDetails {
  readonly id: ReportId;
  readonly code: string;
  /** The body that recorded it. */
  readonly body: BodyId;
  /** Why it was retracted as recorded in error; then it stands in no list. */
  readonly retracted?: string;
  /** Absent while the report is expected. */
  readonly publishedOn?: PreciseDate;
  /** What was first recorded as the day of publication, when that was corrected, and why. */
  readonly dateCorrection?: { readonly was: PreciseDate; readonly reason: string };
  readonly notForPolicing?: DeclaredNumbers;
  /** A grade that is made up is marked, and so is the report. */
  readonly grades: readonly ToldApart<{ readonly body: BodyId } & RecordedGrade>[];
  /** In the natural order of their codes. */
  readonly findings: readonly FindingItem[];
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface FindingItem extends FindingFields {
  readonly id: FindingId;
  readonly report: ReportId;
  /** `OIC-R1`. */
  readonly reference: string;
  /** The bodies it falls on. */
  readonly addressed: readonly Addressee[];
  /** How other documents print it. */
  readonly labels: readonly ({ readonly document: DocumentId } & PrintedLabel)[];
  readonly illustration: boolean;
}

/** What is missing of an answer. A recommendation needs a position, work or a reason for none, a lead and a date. */
export const COVERAGE_GAPS = ['notRaised', 'position', 'actionOrReason', 'lead', 'date', 'subParts'] as const;
export type CoverageGap = (typeof COVERAGE_GAPS)[number];

/** One finding as it falls on one body. */
export interface CoverageItem {
  readonly finding: FindingId;
  /** `OIC-R9`. */
  readonly findingReference: string;
  readonly kind: FindingKind;
  readonly body: BodyId;
  readonly overseer?: BodyId;
  /** Absent when the finding has not been raised to the body yet. */
  readonly recommendation?: {
    readonly id: RecommendationId;
    readonly reference: string;
    readonly status: RecommendationStatus;
  };
  readonly hasPosition: boolean;
  readonly hasAction: boolean;
  /** It was rejected, called not applicable, or closed, each of which needs a reason. */
  readonly hasReason: boolean;
  readonly hasLead: boolean;
  /** A due date, the printed deadline, or, where no date was given, a day by which it must be looked at. */
  readonly hasDate: boolean;
  /** The first day on which something is due. */
  readonly nextDue?: string;
  /** The first day by which an action without a date must be looked at. */
  readonly nextReview?: string;
  /** Letters of the sub-parts that no action, here or linked, serves. */
  readonly subPartsWithoutAction: readonly string[];
  readonly gaps: readonly CoverageGap[];
  readonly illustration: boolean;
}

export interface Coverage {
  readonly report: ReportId;
  readonly items: readonly CoverageItem[];
  /** What was raised in error: it is neither covered nor a gap. */
  readonly raisedInError: readonly {
    readonly finding: FindingId;
    readonly body: BodyId;
    readonly recommendation: RecommendationId;
    readonly reference: string;
  }[];
  /** Findings that fall on nobody yet. Strengths ask nothing of anybody and are not among them. */
  readonly notFannedOut: readonly { readonly finding: FindingId; readonly reference: string }[];
}

/** The section 55 clock of a report, and the documents that answer it. */
export interface Section55 {
  readonly report: ReportId;
  /** Absent while the report is expected, or only its month or year of publication is known. */
  readonly clock?: StatutoryClock;
  /** The last day on which comments are published in time. */
  readonly lastDay?: CivilDate;
  /** By date. */
  readonly responses: readonly Section55Response[];
}

export interface Section55Response {
  readonly document: DocumentId;
  readonly title: string;
  readonly issuedBy?: BodyId;
  readonly date?: PreciseDate;
  /** Comments are in time when they are published in time; the date of a letter does not prove it. */
  readonly publications: readonly ToldApart<DocumentPublication>[];
  readonly sendings: readonly ToldApart<DocumentSending>[];
}

export interface ReportQueries {
  /** By code. */
  list(filter?: AsRecorded & Paging): Page<ReportItem>;
  get(id: ReportId, at?: AsRecorded): ReportItem | undefined;
  getByCode(code: string, at?: AsRecorded): ReportItem | undefined;
  finding(id: FindingId, at?: AsRecorded): FindingItem | undefined;
  /** Undefined when there is no such report. `body` narrows it to one body. */
  coverage(id: ReportId, filter?: AsRecorded & { readonly body?: BodyId | undefined }): Coverage | undefined;
  section55(id: ReportId, at?: AsRecorded): Section55 | undefined;
}

interface Row extends Told {
  id: ReportId;
  code: string;
  body: BodyId;
  retracted?: string;
  details: ReportDetails;
  publishedOn?: PreciseDate;
  dateCorrection?: { was: PreciseDate; reason: string };
  notForPolicing?: DeclaredNumbers;
  grades: readonly ToldApart<{ body: BodyId } & RecordedGrade>[];
}

interface FindingRow extends Told {
  id: FindingId;
  report: ReportId;
  sortKey: string;
  fields: FindingFields;
  addressed: readonly Addressee[];
  labels: readonly ({ document: DocumentId } & PrintedLabel)[];
}

const table = recordedTable<Row>('reports', ['id'], {
  id: 'text',
  code: 'text',
  body: 'text',
  retracted: 'text',
  details: 'json',
  publishedOn: 'json',
  dateCorrection: 'json',
  notForPolicing: 'json',
  grades: 'json',
  ...toldColumns,
});

const findingsTable = recordedTable<FindingRow>(
  'findings',
  ['id'],
  {
    id: 'text',
    report: 'text',
    sortKey: 'text',
    fields: 'json',
    addressed: 'json',
    labels: 'json',
    ...toldColumns,
  },
  { indexes: [['report']] },
);

export const reports: View<ReportQueries> = {
  name: 'reports',
  file: import.meta.url,
  tables: [...table.stored, ...findingsTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<ReportEvent> {
  const rows = table.open(database);
  const findings = findingsTable.open(database);
  const change = changes(rows);
  const changeFinding = changes(findings, idIn('finding'));
  const grade = (row: Row, body: BodyId, is: ToldApart<RecordedGrade> | undefined): void => {
    const others = row.grades.filter((one) => one.body !== body);
    row.grades = is
      ? [...others, { body, grade: is.grade, words: is.words, document: is.document, ...madeUp(is) }]
      : others;
  };
  const label = (row: FindingRow, document: DocumentId, is: PrintedLabel | undefined): void => {
    const others = row.labels.filter((one) => one.document !== document);
    row.labels = is ? [...others, { document, number: is.number, label: is.label }] : others;
  };
  const numbers = (row: Row, is: DeclaredNumbers): void => {
    const { asPrinted, ranges, words, document } = is;
    row.notForPolicing = { asPrinted, ranges, words, document };
  };
  return {
    ReportRecorded: (event) => {
      const { report, code, body } = event.data;
      const details = detailsFrom(event.data);
      const row: Row = { id: report, code, body, details, grades: [], ...told(event) };
      rows.put(row, event.recordedAt);
    },
    ReportCorrected: change((row, { data }) => {
      row.details = detailsFrom(data.is);
    }),
    ReportRetracted: change((row, { data }) => {
      row.retracted = data.reason;
    }),
    ReportPublished: change((row, { data }) => {
      row.publishedOn = data.publishedOn;
    }),
    ReportDateCorrected: change((row, { data }) => {
      const { was, is, reason } = data;
      if (!same(was.publishedOn, is.publishedOn)) {
        row.dateCorrection = { was: row.dateCorrection?.was ?? was.publishedOn, reason };
        row.publishedOn = is.publishedOn;
      }
    }),
    ReportPublicationRetracted: change((row) => {
      row.publishedOn = undefined;
      row.dateCorrection = undefined;
    }),
    FindingRegistered: (event) => {
      const { finding } = event.data;
      const row: FindingRow = {
        id: finding,
        report: reportOf(event),
        sortKey: naturalOrder(event.data.code),
        fields: fieldsFrom(event.data),
        addressed: [],
        labels: [],
        ...told(event),
      };
      findings.put(row, event.recordedAt);
    },
    FindingCorrected: changeFinding((row, { data }) => {
      row.fields = fieldsFrom(data.is);
    }),
    FindingRetracted: ({ data, recordedAt }) => {
      findings.end(recordedAt, data.finding);
    },
    FindingLabelRecorded: changeFinding((row, { data }) => {
      label(row, data.document, data);
    }),
    FindingLabelCorrected: changeFinding((row, { data }) => {
      label(row, data.document, data.is);
    }),
    FindingLabelRetracted: changeFinding((row, { data }) => {
      label(row, data.document, undefined);
    }),
    NumbersDeclaredNotForPolicing: change((row, { data }) => {
      numbers(row, data);
    }),
    NumbersNotForPolicingCorrected: change((row, { data }) => {
      numbers(row, data.is);
    }),
    GradeRecorded: change((row, { data }) => {
      grade(row, data.gradedBody, data);
    }),
    GradeCorrected: change((row, { data }) => {
      grade(row, data.gradedBody, data.is);
    }),
    GradeRetracted: change((row, { data }) => {
      grade(row, data.gradedBody, undefined);
    }),
    FindingFannedOut: changeFinding((row, { data }) => {
      const known = new Set(row.addressed.map(({ body }) => body));
      row.addressed = [...row.addressed, ...data.addressees.filter(({ body }) => !known.has(body))];
    }),
  };
}

function detailsFrom({ title, publisher, expectedOn }: ReportDetails): ReportDetails {
  return { title, publisher, expectedOn };
}

function fieldsFrom(said: FindingFields): FindingFields {
  const { code, findingKind, label, text, subParts, addressees, parent, deadline } = said;
  return { code, findingKind, label, text, subParts, addressees, parent, deadline };
}

function reportOf({ stream }: Recorded<ReportEvent>): ReportId {
  return stream.slice('report-'.length);
}

function queries(database: Database): ReportQueries {
  const findingsOf = (
    ids: readonly ReportId[],
    recordedBefore: string | undefined,
  ): (FindingRow & { code: string })[] => {
    const asRecorded = recordedBefore !== undefined;
    const sql = `SELECT f.*, r.code FROM ${findingsTable.from(asRecorded)} f JOIN ${table.from(asRecorded)} r ON r.id = f.report
      WHERE f.report IN (SELECT value FROM json_each(:ids)) ORDER BY f.sortKey, f.id`;
    return database
      .all<SqlRow>(sql, { ids: JSON.stringify(ids), bound: recordedBefore ?? null })
      .map((row) => ({ ...findingsTable.read(row), code: row['code'] as string }));
  };
  const items = (sqlRows: readonly SqlRow[], recordedBefore: string | undefined): ReportItem[] => {
    const rows = sqlRows.map((row) => table.read(row));
    const found = findingsOf(
      rows.map(({ id }) => id),
      recordedBefore,
    );
    return rows.map(({ details, madeUpIn: _madeUpIn, lastEventType, lastEventAt, ...row }) => ({
      ...row,
      ...details,
      findings: found.filter(({ report }) => report === row.id).map(findingFrom),
      lastEvent: { type: lastEventType, recordedAt: lastEventAt },
    }));
  };
  const getBy = (column: 'id' | 'code', value: string, { recordedBefore }: AsRecorded): ReportItem | undefined => {
    const sql = `SELECT r.* FROM ${table.from(recordedBefore !== undefined)} r WHERE r.${column} = :value
      ORDER BY r.retracted IS NOT NULL`;
    const row = database.get<SqlRow>(sql, { value, bound: recordedBefore ?? null });
    return row && items([row], recordedBefore)[0];
  };
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const from = `FROM ${table.from(filter.recordedBefore !== undefined)} r WHERE r.retracted IS NULL`;
      const bound = filter.recordedBefore ?? null;
      const list = `SELECT r.* ${from} ORDER BY r.code, r.id LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: items(database.all<SqlRow>(list, { bound, size, offset }), filter.recordedBefore),
        total: database.get<{ total: number }>(count, { bound })?.total ?? 0,
        page,
        size,
      };
    },
    get: (id, at = {}) => getBy('id', id, at),
    getByCode: (code, at = {}) => getBy('code', code, at),
    finding: (id, { recordedBefore } = {}) => {
      const asRecorded = recordedBefore !== undefined;
      const sql = `SELECT f.*, r.code FROM ${findingsTable.from(asRecorded)} f JOIN ${table.from(asRecorded)} r ON r.id = f.report
        WHERE f.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: recordedBefore ?? null });
      return row && findingFrom({ ...findingsTable.read(row), code: row['code'] as string });
    },
    coverage: (id, filter = {}) => {
      if (getBy('id', id, filter) === undefined) return undefined;
      const raised = registerOfReport(database, id, filter);
      const found = findingsOf([id], filter.recordedBefore).map((finding) => ({
        finding,
        addressees: addresseesOf(finding, raised),
      }));
      const isAsked = ({ body }: { readonly body: BodyId }) => filter.body === undefined || body === filter.body;
      return {
        report: id,
        items: found.flatMap(({ finding, addressees }) =>
          addressees.filter(isAsked).map(({ item, ...addressee }) => covered(finding, addressee, item)),
        ),
        raisedInError: raised
          .filter((item) => item.status === 'raisedInError' && isAsked(item))
          .map(({ finding, body, id: recommendation, reference }) => ({ finding, body, recommendation, reference })),
        notFannedOut: found
          .filter(({ finding, addressees }) => addressees.length === 0 && finding.fields.findingKind !== 'strength')
          .map(({ finding: { id: finding, code, fields } }) => ({ finding, reference: `${code}-${fields.code}` })),
      };
    },
    section55: (id, at = {}) => {
      const report = getBy('id', id, at);
      if (!report) return undefined;
      const sql = `SELECT d.* FROM ${documentsTable.from(at.recordedBefore !== undefined)} d
        WHERE d.answersReport = :id AND d.retracted IS NULL ORDER BY d.day NULLS LAST, d.sortKey, d.id`;
      const { from, precision } = report.publishedOn ?? {};
      const clock = from !== undefined && precision === 'day' ? section55Clock(from) : undefined;
      return stated({
        report: id,
        clock,
        lastDay: clock && lastDay(clock),
        responses: database
          .all<SqlRow>(sql, { id, bound: at.recordedBefore ?? null })
          .map((row) => documentsTable.read(row))
          .map(({ id: document, title, issuedBy, date, publications, sendings }) =>
            stated({ document, title, issuedBy, date, publications, sendings }),
          ),
      });
    },
  };
}

function findingFrom({
  id,
  report,
  code,
  fields,
  addressed,
  labels,
  illustration,
}: FindingRow & { code: string }): FindingItem {
  return { id, report, reference: `${code}-${fields.code}`, ...fields, addressed, labels, illustration };
}

/** On whom a finding falls: whom it was fanned out or raised to, but for those to whom that was an error. */
function addresseesOf(
  { id, addressed }: FindingRow,
  raised: readonly RegisterItem[],
): (Addressee & { readonly item?: RegisterItem | undefined })[] {
  const own = raised.filter(({ finding }) => finding === id);
  const items = new Map(own.map((item) => [item.body, item]));
  const known = new Set(addressed.map(({ body }) => body));
  const others = own.filter(({ body }) => !known.has(body)).map(({ body, overseer }) => ({ body, overseer }));
  return [...addressed, ...others]
    .map((addressee) => ({ ...addressee, item: items.get(addressee.body) }))
    .filter(({ item }) => item?.status !== 'raisedInError');
}

function covered(
  { id, code, fields }: FindingRow & { code: string },
  { body, overseer }: Addressee,
  item: RegisterItem | undefined,
): CoverageItem {
  const hasPosition = item !== undefined && item.positions.length > 0;
  const hasAction = item !== undefined && item.openActions.length + item.completedActions.length > 0;
  // An agreement may give reasons too; only these say why nothing is done.
  const hasReason =
    item !== undefined &&
    (item.closure !== undefined ||
      item.positions.some(({ code: said }) => said === 'rejectedWithReason' || said === 'notApplicable'));
  const hasLead =
    item !== undefined &&
    (item.leads.some(({ kind }) => kind !== 'notNamed') || (hasAction && item.openActions.length === 0));
  const hasDate =
    item?.nextDue !== undefined || item?.nextReview !== undefined || (hasAction && item.openActions.length === 0);
  const needsWork = item?.status !== 'closed' && !hasReason;
  const gaps: [CoverageGap, boolean][] = [
    ['notRaised', item === undefined],
    ['position', !hasPosition],
    ['actionOrReason', needsWork && !hasAction],
    ['lead', needsWork && !hasLead],
    ['date', needsWork && !hasDate],
    ['subParts', needsWork && (item?.subPartsWithoutAction.length ?? fields.subParts.length) > 0],
  ];
  return stated<CoverageItem>({
    finding: id,
    findingReference: `${code}-${fields.code}`,
    kind: fields.findingKind,
    body,
    overseer,
    recommendation: item && { id: item.id, reference: item.reference, status: item.status },
    hasPosition,
    hasAction,
    hasReason,
    hasLead,
    hasDate,
    nextDue: item?.nextDue?.date,
    nextReview: item?.nextReview,
    subPartsWithoutAction: item?.subPartsWithoutAction ?? fields.subParts.map(({ letter }) => letter),
    gaps: gaps.filter(([, isMissing]) => isMissing).map(([gap]) => gap),
    illustration: item?.illustration ?? false,
  });
}
