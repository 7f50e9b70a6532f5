/** The register: where every recommendation stands. */

import {
  type ActionId,
  type Attribution,
  attributionOf,
  type Authority,
  type BodyId,
  type Closure,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  type DocumentId,
  type FindingCopy,
  type FindingId,
  type FindingKind,
  type Layer,
  type Lead,
  type Position,
  type PositionCode,
  type PositionId,
  type PreciseDate,
  type RecommendationEvent,
  type RecommendationId,
  type ReportId,
  type SubPart,
  stated,
} from '#domain';
import { actionsTable, leadFrom } from './actions.ts';
import type { Database, Parameters } from './database.ts';
import type { Recorded } from './log-event.ts';
import { type AsRecorded, containing, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow, trailTable } from './recorded-table.ts';
import { idOf, naturalOrder, standing } from './rows.ts';
import type { Handlers, View } from './view.ts';

/** Derived from what is recorded, never recorded itself. In the order of a recommendation's life. */
export const RECOMMENDATION_STATUSES = [
  'noPositionRecorded',
  'positionRecorded',
  'inDelivery',
  'closed',
  'raisedInError',
] as const;
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number];

/** As a person says them in the middle of a sentence or in a table. */
export const STATUS_WORDS: Readonly<Record<RecommendationStatus, string>> = {
  noPositionRecorded: 'no position recorded',
  positionRecorded: 'position recorded',
  inDelivery: 'in delivery',
  closed: 'closed',
  raisedInError: 'raised in error',
};

export interface RegisterItem {
  readonly id: RecommendationId;
  readonly reference: string;
  readonly report: ReportId;
  readonly finding: FindingId;
  readonly kind: FindingKind;
  readonly label?: string;
  readonly text: string;
  readonly body: BodyId;
  readonly overseer?: BodyId;
  readonly status: RecommendationStatus;
  readonly closure?: RegisterClosure;
  /** The latest of each layer on the whole and on each sub-part, in the order recorded. */
  readonly positions: readonly RegisterPosition[];
  readonly subParts: readonly (SubPart & { readonly hasAction: boolean })[];
  /** Letters of the sub-parts for which no action is recorded, here or linked. Withdrawn actions do not count. */
  readonly subPartsWithoutAction: readonly string[];
  /** As the report prints it. */
  readonly deadline?: { readonly asPrinted: string; readonly date?: string };
  /** Of an open action, else of the printed deadline. Absent when neither has a date, and when nothing is open. */
  readonly nextDue?: { readonly date: string; readonly of: 'action' | 'deadline'; readonly action?: ActionId };
  /** When the first of its open actions without a date must be looked at. */
  readonly nextReview?: string;
  /** Own ones, and linked ones that have not ended. */
  readonly openActions: readonly ActionId[];
  /** Own and linked ones that were completed. */
  readonly completedActions: readonly ActionId[];
  /** Who leads the open ones, each once. */
  readonly leads: readonly Lead[];
  /** Something that stands here is made up for a demonstration. */
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: RecommendationEvent['type']; readonly recordedAt: string };
  readonly revision: number;
}

export interface RegisterClosure {
  readonly level: ClosureLevel;
  readonly layer: ClosureLayer;
  readonly code: ClosureCode;
  readonly reason: string;
  readonly decidedBy: Authority;
  readonly effectiveOn?: PreciseDate;
}

export interface RegisterPosition {
  readonly id: PositionId;
  /** By which people cite it: `OIC-R1/SYP:P2`. */
  readonly reference: string;
  readonly layer: Layer;
  readonly subPart?: string;
  /** Absent when the words carry none. */
  readonly code?: PositionCode;
  readonly words: string;
  readonly qualifiers: readonly string[];
  readonly reason?: string;
  readonly document?: DocumentId;
  readonly decidedBy: Authority;
  readonly effectiveOn?: PreciseDate;
}

export interface RegisterFilter extends AsRecorded, Paging {
  readonly body?: BodyId | undefined;
  readonly report?: ReportId | undefined;
  readonly finding?: FindingId | undefined;
  readonly kind?: FindingKind | undefined;
  readonly status?: RecommendationStatus | undefined;
  readonly overseer?: BodyId | undefined;
  /** A post that leads an open action of it. */
  readonly leadPost?: string | undefined;
  /** Civil date: its next due date lies before it. */
  readonly dueBefore?: string | undefined;
  /** Words in its reference, label, text or sub-parts. */
  readonly text?: string | undefined;
  readonly sort?: RegisterSort | undefined;
}

/** `reference` is the natural order; `due` the earliest first, dateless last; `lastEvent` the newest first. */
export const REGISTER_SORTS = ['reference', 'due', 'status', 'lastEvent'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

/** How many recommendations stand at each place of their lives. Places where none stands are left out. */
export type RegisterCounts = Readonly<Partial<Record<RecommendationStatus, RegisterCount>>>;

export interface RegisterCount {
  readonly total: number;
  /** Those whose next due date lies before the day that was asked about. */
  readonly late: number;
}

export interface RegisterQueries {
  list(filter?: RegisterFilter): Page<RegisterItem>;
  /** Of all that the filter lets through. @param day civil date on which a date that lies before it is late */
  counts(day: string, filter?: RegisterFilter): RegisterCounts;
  get(id: RecommendationId, at?: AsRecorded): RegisterItem | undefined;
  getByReference(reference: string, at?: AsRecorded): RegisterItem | undefined;
}

interface Row {
  id: RecommendationId;
  reference: string;
  sortKey: string;
  report: ReportId;
  finding: FindingId;
  kind: FindingKind;
  label?: string;
  text: string;
  body: BodyId;
  overseer?: BodyId;
  status: RecommendationStatus;
  deadlineDate?: string;
  openActions: ActionId[];
  illustration: boolean;
  detail: Detail;
}

/** Every event is the last one for a while, and few change more: so they leave a trail instead of a row each time. */
interface EventRow {
  id: RecommendationId;
  revision: number;
  type: RecommendationEvent['type'];
  at: string;
}

/** What no list filters or sorts by. */
interface Detail {
  subParts: readonly SubPart[];
  deadlineAsPrinted?: string;
  /** Whether its raising, and each transfer of its oversight that stands, is made up. A correction is of the last. */
  oversight: { illustration?: true }[];
  isRaisedInError?: true;
  positions: RecordedPosition[];
  actions: { id: ActionId; subPart?: string; status: WorkStatus; illustration?: true }[];
  closure?: RegisterClosure & { illustration?: true };
}

type RecordedPosition = RegisterPosition & { illustration?: true };
type WorkStatus = 'open' | 'completed' | 'withdrawn';

const table = recordedTable<Row>(
  'register',
  ['id'],
  {
    id: 'text',
    reference: 'text',
    sortKey: 'text',
    report: 'text',
    finding: 'text',
    kind: 'text',
    label: 'text',
    text: 'text',
    body: 'text',
    overseer: 'text',
    status: 'text',
    deadlineDate: 'text',
    openActions: 'json',
    illustration: 'flag',
    detail: 'json',
  },
  { indexes: [['reference'], ['report']] },
);

const trail = trailTable<EventRow>('register_trail', ['id', 'revision'], {
  id: 'text',
  revision: 'integer',
  type: 'text',
  at: 'text',
});

export const register: View<RegisterQueries> = {
  name: 'register',
  file: import.meta.url,
  tables: [...table.stored, ...trail.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<RecommendationEvent> {
  const rows = table.open(database);
  const events = trail.open(database);

  const touch = (event: Recorded<RecommendationEvent>): void => {
    const { type, revision, recordedAt } = event;
    events.add({ id: idOf(event), revision, type, at: recordedAt });
  };
  const change =
    <Event extends RecommendationEvent>(fold: (row: Row, event: Recorded<Event>) => void) =>
    (event: Recorded<Event>): void => {
      const row = standing(rows.get(idOf(event)), event.stream);
      fold(row, event);
      rows.put(derived(row), event.recordedAt);
      touch(event);
    };
  const end = (status: WorkStatus) =>
    change<RecommendationEvent & { data: { action: ActionId } }>((row, { data }) => {
      actionOf(row, data.action).status = status;
    });

  return {
    RecommendationRaised: (event) => {
      const { recommendation, reference, report, finding, body, overseer, copy, illustration } = event.data;
      const row: Row = {
        id: recommendation,
        reference,
        sortKey: naturalOrder(reference),
        report,
        finding,
        kind: copy.kind,
        text: copy.text,
        body,
        overseer,
        status: 'noPositionRecorded',
        openActions: [],
        illustration: false,
        detail: { subParts: [], oversight: [{ illustration }], positions: [], actions: [] },
      };
      takeCopy(row, copy);
      rows.put(derived(row), event.recordedAt);
      touch(event);
    },
    RecommendationCorrected: change((row, { data }) => {
      row.overseer = data.is.overseer;
      row.detail.oversight.splice(-1, 1, { illustration: data.is.illustration });
    }),
    ResponsibilityTransferred: change((row, { data }) => {
      row.overseer = data.to;
      row.detail.oversight.push({ illustration: data.illustration });
    }),
    ResponsibilityTransferRetracted: change((row, { data }) => {
      row.overseer = data.stands;
      row.detail.oversight.pop();
    }),
    RecommendationRaisedInError: change((row) => {
      row.detail.isRaisedInError = true;
    }),
    RaisedInErrorRetracted: change((row) => {
      delete row.detail.isRaisedInError;
    }),
    FindingCorrectionAdopted: change((row, { data }) => {
      takeCopy(row, data.is);
    }),
    PositionRecorded: change((row, { data }) => {
      row.detail.positions.push(positionFrom(data, data));
    }),
    PositionCorrected: change((row, { data }) => {
      row.detail.positions = row.detail.positions.map((position) =>
        position.id === data.position ? positionFrom(data, data.is) : position,
      );
    }),
    PositionRetracted: change((row, { data }) => {
      row.detail.positions = row.detail.positions.filter(({ id }) => id !== data.position);
    }),
    ActionAssigned: change((row, { data }) => {
      const { action, subPart, illustration } = data;
      row.detail.actions.push({ id: action, status: 'open', subPart, illustration });
    }),
    ActionCorrected: change((row, { data }) => {
      const action = actionOf(row, data.action);
      if ('subPart' in data.was || 'subPart' in data.is) action.subPart = data.is.subPart;
      if ('illustration' in data.was || 'illustration' in data.is) action.illustration = data.is.illustration;
    }),
    ActionReassigned: touch,
    ActionReassignmentRetracted: touch,
    DueDateChanged: touch,
    DueDateChangeRetracted: touch,
    ProgressReported: touch,
    ProgressCorrected: touch,
    ProgressRetracted: touch,
    ActionCompleted: end('completed'),
    ActionWithdrawn: end('withdrawn'),
    ActionReopened: end('open'),
    ActionLinked: change((row, { data }) => {
      const { action, subPart, illustration } = data;
      row.detail.actions = row.detail.actions.filter(({ id }) => id !== action);
      row.detail.actions.push({ id: action, status: 'open', subPart, illustration });
    }),
    LinkCorrected: change((row, { data: { action: id, is } }) => {
      Object.assign(actionOf(row, id), { subPart: is.subPart, illustration: is.illustration });
    }),
    ActionUnlinked: change((row, { data }) => {
      row.detail.actions = row.detail.actions.filter(({ id }) => id !== data.action);
    }),
    LinkedActionEnded: change((row, { data }) => {
      actionOf(row, data.action).status = data.ended;
    }),
    RecommendationClosed: change((row, { data }) => {
      row.detail.closure = closureFrom(data);
    }),
    ClosureCorrected: change((row, { data }) => {
      row.detail.closure = closureFrom(data.is);
    }),
    RecommendationReopened: change((row) => {
      delete row.detail.closure;
    }),
  };
}

function takeCopy(row: Row, { kind, label, text, subParts, deadline }: FindingCopy): void {
  row.kind = kind;
  row.label = label;
  row.text = text;
  row.deadlineDate = deadline?.date;
  row.detail.subParts = subParts;
  row.detail.deadlineAsPrinted = deadline?.asPrinted;
}

function positionFrom(
  { position: id, reference }: { readonly position: PositionId; readonly reference: string },
  said: Position & Attribution,
): RecordedPosition {
  const { layer, subPart, code, words, qualifiers, reason, document } = said;
  return { id, reference, layer, subPart, code, words, qualifiers, reason, document, ...attributionOf(said) };
}

function closureFrom(said: Closure & Attribution): NonNullable<Detail['closure']> {
  const { level, layer, code, reason } = said;
  return { level, layer, code, reason, ...attributionOf(said) };
}

function actionOf(row: Row, id: ActionId): Detail['actions'][number] {
  return standing(
    row.detail.actions.find((action) => action.id === id),
    `Action ${id} in ${row.reference}`,
  );
}

function derived(row: Row): Row {
  const { detail } = row;
  const open = detail.actions.filter(({ status }) => status === 'open');
  row.openActions = open.map(({ id }) => id);
  row.status = statusOf(detail);
  row.illustration = [
    ...detail.oversight,
    ...detail.positions,
    ...open,
    ...(detail.closure ? [detail.closure] : []),
  ].some(({ illustration }) => illustration === true);
  return row;
}

function closureTold({ illustration: _illustration, ...closure }: NonNullable<Detail['closure']>): RegisterClosure {
  return closure;
}

function statusOf({ isRaisedInError, closure, actions, positions }: Detail): RecommendationStatus {
  if (isRaisedInError) return 'raisedInError';
  if (closure) return 'closed';
  if (actions.some(({ status }) => status !== 'withdrawn')) return 'inDelivery';
  return positions.length > 0 ? 'positionRecorded' : 'noPositionRecorded';
}

/** Everything raised from a report, for the coverage of its findings. In the order of the references. */
export function registerOfReport(database: Database, report: ReportId, at: AsRecorded): RegisterItem[] {
  const sql = `SELECT r.* FROM ${table.from(at.recordedBefore !== undefined)} r WHERE r.report = :report ORDER BY r.sortKey, r.id`;
  return itemsFrom(database, database.all<SqlRow>(sql, { report, bound: at.recordedBefore ?? null }), at);
}

function itemsFrom(database: Database, sqlRows: readonly SqlRow[], { recordedBefore }: AsRecorded): RegisterItem[] {
  const rows = sqlRows.map((row) => table.read(row));
  const open = rows.flatMap(({ openActions }) => openActions);
  const work = openWork(database, open, recordedBefore);
  const last = lastEvents(database, rows, recordedBefore);
  return rows.map((row) => itemFrom(row, work, standing(last.get(row.id), row.reference)));
}

function queries(database: Database): RegisterQueries {
  const getBy = (column: 'id' | 'reference', value: string, at: AsRecorded): RegisterItem | undefined => {
    const sql = `SELECT * FROM ${table.from(at.recordedBefore !== undefined)} r WHERE r.${column} = :value ORDER BY r.id`;
    // References are unique as long as report, finding and body codes are; raised in error or not, the first is meant.
    const row = database.get<SqlRow>(sql, { value, bound: at.recordedBefore ?? null });
    return row && itemsFrom(database, [row], at)[0];
  };
  const filtered = (filter: RegisterFilter): string => {
    const asRecorded = filter.recordedBefore !== undefined;
    return `FROM ${table.from(asRecorded)} r WHERE ${conditions(asRecorded)}`;
  };
  const parametersOf = (filter: RegisterFilter): Parameters => ({
    bound: filter.recordedBefore ?? null,
    body: filter.body ?? null,
    report: filter.report ?? null,
    finding: filter.finding ?? null,
    kind: filter.kind ?? null,
    status: filter.status ?? null,
    overseer: filter.overseer ?? null,
    leadPost: filter.leadPost ?? null,
    dueBefore: filter.dueBefore ?? null,
    text: containing(filter.text),
  });
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const parameters = parametersOf(filter);
      const count = `SELECT count(*) AS total ${filtered(filter)}`;
      const list = `SELECT r.* ${filtered(filter)} ORDER BY ${order(filter.sort ?? 'reference', filter.recordedBefore !== undefined)} LIMIT :size OFFSET :offset`;
      return {
        items: itemsFrom(database, database.all<SqlRow>(list, { ...parameters, size, offset }), filter),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
    counts: (day, filter = {}) => {
      const sql = `SELECT r.status, count(*) AS total,
          count(CASE WHEN ${nextDue(filter.recordedBefore !== undefined)} < :day THEN 1 END) AS late
        ${filtered(filter)} GROUP BY r.status`;
      const rows = database.all<RegisterCount & { status: RecommendationStatus }>(sql, {
        ...parametersOf(filter),
        day,
      });
      return Object.fromEntries(rows.map(({ status, total, late }) => [status, { total, late }]));
    },
    get: (id, at = {}) => getBy('id', id, at),
    getByReference: (reference, at = {}) => getBy('reference', reference, at),
  };
}

const openWorkOf = (asRecorded: boolean): string =>
  `FROM json_each(r.openActions) o JOIN ${actionsTable.from(asRecorded)} a ON a.id = o.value`;

function nextDue(asRecorded: boolean): string {
  return `CASE WHEN r.status IN ('closed', 'raisedInError') THEN NULL
    ELSE coalesce((SELECT min(a.due) ${openWorkOf(asRecorded)}), r.deadlineDate) END`;
}

function conditions(asRecorded: boolean): string {
  return `(:body IS NULL OR r.body = :body)
    AND (:report IS NULL OR r.report = :report)
    AND (:finding IS NULL OR r.finding = :finding)
    AND (:kind IS NULL OR r.kind = :kind)
    AND (:status IS NULL OR r.status = :status)
    AND (:overseer IS NULL OR r.overseer = :overseer)
    AND (:leadPost IS NULL OR EXISTS (
      SELECT 1 FROM json_each(r.openActions) o WHERE o.value IN (
        SELECT a.id FROM ${actionsTable.from(asRecorded)} a WHERE a.leadKind = 'post' AND a.lead = :leadPost)))
    AND (:dueBefore IS NULL OR ${nextDue(asRecorded)} < :dueBefore)
    AND (:text IS NULL OR r.reference LIKE :text ESCAPE '\\' OR r.label LIKE :text ESCAPE '\\'
      OR r.text LIKE :text ESCAPE '\\' OR EXISTS (
        SELECT 1 FROM json_each(r.detail, '$.subParts') part WHERE part.value ->> 'text' LIKE :text ESCAPE '\\'))`;
}

function order(sort: RegisterSort, asRecorded: boolean): string {
  switch (sort) {
    case 'reference':
      return 'r.sortKey, r.id';
    case 'due':
      return `${nextDue(asRecorded)} NULLS LAST, r.sortKey, r.id`;
    case 'status':
      return `CASE r.status ${RECOMMENDATION_STATUSES.map((status, place) => `WHEN '${status}' THEN ${String(place)}`).join(' ')} END, r.sortKey, r.id`;
    case 'lastEvent':
      return `(SELECT max(e.at) FROM ${trail.from} e
        WHERE e.id = r.id AND (:bound IS NULL OR e.at < :bound)) DESC, r.sortKey, r.id`;
  }
}

interface OpenWork {
  readonly id: ActionId;
  readonly due: string | null;
  readonly reviewBy: string | null;
  readonly lead: Lead;
}

/** Who leads the actions and when they are due: an action is recorded at its home, which may be another stream. */
function openWork(
  database: Database,
  ids: readonly ActionId[],
  recordedBefore: string | undefined,
): Map<ActionId, OpenWork> {
  const sql = `SELECT a.id, a.due, a.reviewBy, a.leadKind, a.lead FROM ${actionsTable.from(recordedBefore !== undefined)} a
    WHERE a.id IN (SELECT value FROM json_each(:ids))`;
  type SqlWork = Omit<OpenWork, 'lead'> & { leadKind: Lead['kind']; lead: string | null };
  const rows = database.all<SqlWork>(sql, { ids: JSON.stringify(ids), bound: recordedBefore ?? null });
  return new Map(rows.map(({ leadKind, lead, ...work }) => [work.id, { ...work, lead: leadFrom(leadKind, lead) }]));
}

function lastEvents(
  database: Database,
  rows: readonly Row[],
  recordedBefore: string | undefined,
): Map<string, EventRow> {
  // Of several rows with the greatest revision there is one; SQLite takes the other columns from it.
  const sql = `SELECT e.id, max(e.revision) AS revision, e.type, e.at FROM ${trail.from} e
    WHERE e.id IN (SELECT value FROM json_each(:ids)) AND (:bound IS NULL OR e.at < :bound) GROUP BY e.id`;
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const found = database.all<SqlRow>(sql, { ids, bound: recordedBefore ?? null });
  return new Map(found.map((row) => trail.read(row)).map((row) => [row.id, row]));
}

function itemFrom(row: Row, work: ReadonlyMap<ActionId, OpenWork>, last: EventRow): RegisterItem {
  const { detail, sortKey: _sortKey, deadlineDate, ...told } = row;
  const latest = new Map<string, RegisterPosition>();
  for (const { illustration: _illustration, ...position } of detail.positions) {
    const place = `${position.layer} ${position.subPart ?? ''}`;
    latest.delete(place);
    latest.set(place, position);
  }
  const subParts = detail.subParts.map((part) => ({
    ...part,
    hasAction: detail.actions.some(({ subPart, status }) => subPart === part.letter && status !== 'withdrawn'),
  }));
  const open = row.openActions.map((id) => work.get(id)).filter((action) => action !== undefined);
  const dated = open.filter((action): action is OpenWork & { due: string } => action.due !== null);
  const first = dated.reduce<(typeof dated)[number] | undefined>(
    (earliest, action) => (earliest === undefined || action.due < earliest.due ? action : earliest),
    undefined,
  );
  const isOpen = row.status !== 'closed' && row.status !== 'raisedInError';
  const next: RegisterItem['nextDue'] = first
    ? { date: first.due, of: 'action', action: first.id }
    : deadlineDate === undefined
      ? undefined
      : { date: deadlineDate, of: 'deadline' };
  return stated<RegisterItem>({
    ...told,
    closure: detail.closure && closureTold(detail.closure),
    positions: [...latest.values()],
    subParts,
    subPartsWithoutAction: subParts.filter(({ hasAction }) => !hasAction).map(({ letter }) => letter),
    deadline:
      detail.deadlineAsPrinted === undefined
        ? undefined
        : stated({ asPrinted: detail.deadlineAsPrinted, date: deadlineDate }),
    nextDue: isOpen ? next : undefined,
    nextReview: open.flatMap(({ reviewBy }) => reviewBy ?? []).sort()[0],
    completedActions: detail.actions.filter(({ status }) => status === 'completed').map(({ id }) => id),
    leads: [...new Map(open.map(({ lead }) => [JSON.stringify(lead), lead])).values()],
    lastEvent: { type: last.type, recordedAt: last.at },
    revision: last.revision,
  });
}
