/** Actions by lead: the work that was assigned, each at its home. */

import {
  type ActionFields,
  type ActionId,
  type BodyId,
  type DateBasis,
  type DocumentId,
  type Lead,
  type PostId,
  type RecommendationEvent,
  type RecommendationId,
  type SeriesId,
  stated,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { plainTable, recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, idIn, idOf, naturalOrder, standing, type Told, told, toldColumns } from './rows.ts';
import { type Handlers, leaves, type View } from './view.ts';

export const ACTION_STATUSES = ['open', 'completed', 'withdrawn'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export interface ActionItem {
  readonly id: ActionId;
  /** `<reference of the recommendation>/<number>`. */
  readonly reference: string;
  /** The recommendation that is its home. */
  readonly recommendation: RecommendationId;
  readonly number: number;
  readonly body: BodyId;
  readonly overseer?: BodyId;
  readonly title: string;
  readonly subPart?: string;
  readonly lead: Lead;
  readonly supporters: readonly PostId[];
  readonly deliveredWith: readonly BodyId[];
  readonly monitoredAt?: SeriesId;
  readonly document?: DocumentId;
  readonly status: ActionStatus;
  /** Civil date. Absent when none was given: then `reviewBy` may say when it must be looked at. */
  readonly due?: string;
  readonly basis?: DateBasis;
  readonly reviewBy?: string;
  /** The words of the source for the date, or instead of one. */
  readonly dueAsPrinted?: string;
  /** The due date it was first given, when that is no longer the one that stands. */
  readonly originalDue?: string;
  /** How often the date has moved later. */
  readonly extensions: number;
  /** The last words on its progress. */
  readonly progress?: { readonly words: string; readonly recordedAt: string };
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface ActionFilter extends AsRecorded, Paging {
  readonly leadKind?: Lead['kind'] | undefined;
  /** Id of the post, forum or body that leads it. */
  readonly lead?: string | undefined;
  readonly body?: BodyId | undefined;
  readonly overseer?: BodyId | undefined;
  readonly recommendation?: RecommendationId | undefined;
  readonly status?: ActionStatus | undefined;
  /** Civil date: it is due before it. An open action is overdue when its date lies before today. */
  readonly dueBefore?: string | undefined;
  /** `lead` groups by who leads; in a group, and otherwise, the earliest due date first. */
  readonly sort?: ActionSort | undefined;
}

export const ACTION_SORTS = ['lead', 'due', 'reference'] as const;
export type ActionSort = (typeof ACTION_SORTS)[number];

export interface ActionQueries {
  list(filter?: ActionFilter): Page<ActionItem>;
  get(id: ActionId, at?: AsRecorded): ActionItem | undefined;
}

interface Row extends Told {
  id: ActionId;
  recommendation: RecommendationId;
  reference: string;
  sortKey: string;
  number: number;
  body: BodyId;
  overseer?: BodyId;
  title: string;
  subPart?: string;
  leadKind: Lead['kind'];
  lead?: string;
  monitoredAt?: SeriesId;
  status: ActionStatus;
  due?: string;
  reviewBy?: string;
  detail: Detail;
}

interface Detail {
  supporters: readonly PostId[];
  deliveredWith: readonly BodyId[];
  document?: DocumentId;
  basis?: DateBasis;
  dueAsPrinted?: string;
  originalDue?: string;
  extensions: number;
  progress?: { id: string; words: string; recordedAt: string };
}

/** What the actions of a recommendation take from it. */
interface Home {
  id: RecommendationId;
  reference: string;
  overseer?: BodyId;
}

export const actionsTable = recordedTable<Row>(
  'actions',
  ['id'],
  {
    id: 'text',
    recommendation: 'text',
    reference: 'text',
    sortKey: 'text',
    number: 'integer',
    body: 'text',
    overseer: 'text',
    title: 'text',
    subPart: 'text',
    leadKind: 'text',
    lead: 'text',
    monitoredAt: 'text',
    status: 'text',
    due: 'text',
    reviewBy: 'text',
    detail: 'json',
    ...toldColumns,
  },
  [['lead'], ['recommendation']],
);

const homesTable = plainTable<Home>('action_homes', ['id'], { id: 'text', reference: 'text', overseer: 'text' });

export const actions: View<ActionQueries> = {
  name: 'actions',
  file: import.meta.url,
  tables: [...actionsTable.stored, ...homesTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<RecommendationEvent> {
  const rows = actionsTable.open(database);
  const homes = homesTable.open(database);

  const change = changes(rows, idIn('action'));
  const end = (status: ActionStatus) =>
    change((row) => {
      row.status = status;
    });

  return {
    RecommendationRaised: ({ data: { recommendation, reference, overseer } }) => {
      homes.put({ id: recommendation, reference, overseer });
    },
    ActionAssigned: (event) => {
      const { data, recordedAt } = event;
      const home = standing(homes.get(idOf(event)), event.stream);
      const reference = `${home.reference}/${String(data.number)}`;
      const row: Row = {
        id: data.action,
        recommendation: home.id,
        reference,
        sortKey: naturalOrder(reference),
        number: data.number,
        body: data.body,
        overseer: home.overseer,
        title: '',
        leadKind: 'notNamed',
        status: 'open',
        ...told(event),
        detail: { supporters: [], deliveredWith: [], extensions: 0 },
      };
      take(row, data);
      row.detail.originalDue = row.due;
      rows.put(row, recordedAt);
    },
    ActionCorrected: change((row, { data }) => {
      take(row, data.is);
      // A due date recorded wrongly was never the original one.
      if (row.detail.extensions === 0) row.detail.originalDue = row.due;
    }),
    ActionReassigned: change((row, { data }) => {
      takeLead(row, data.to);
    }),
    DueDateChanged: change((row, { data }) => {
      takeDue(row, data.to);
      row.detail.originalDue = data.original.kind === 'on' ? data.original.date : undefined;
      row.detail.extensions = data.extensions;
    }),
    ProgressReported: change((row, { data, recordedAt }) => {
      row.detail.progress = { id: data.progress, words: data.words, recordedAt };
    }),
    ProgressCorrected: change((row, { data }) => {
      const { progress } = row.detail;
      if (progress?.id === data.progress) progress.words = data.is;
    }),
    ActionCompleted: end('completed'),
    ActionWithdrawn: end('withdrawn'),
    ActionReopened: end('open'),
    RecommendationRaisedInError: leaves,
    FindingCorrectionAdopted: leaves,
    PositionRecorded: leaves,
    PositionCorrected: leaves,
    PositionRetracted: leaves,
    ActionLinked: leaves,
    ActionUnlinked: leaves,
    LinkedActionEnded: leaves,
    RecommendationClosed: leaves,
    ClosureCorrected: leaves,
    RecommendationReopened: leaves,
  };
}

function take(row: Row, fields: ActionFields): void {
  row.title = fields.title;
  row.subPart = fields.subPart;
  row.monitoredAt = fields.monitoredAt;
  row.detail.supporters = fields.supporters;
  row.detail.deliveredWith = fields.deliveredWith;
  row.detail.document = fields.document;
  takeLead(row, fields.lead);
  takeDue(row, fields.due);
}

function takeLead(row: Row, lead: Lead): void {
  row.leadKind = lead.kind;
  row.lead =
    lead.kind === 'post' ? lead.post : lead.kind === 'forum' ? lead.series : lead.kind === 'body' ? lead.body : undefined;
}

function takeDue(row: Row, due: ActionFields['due']): void {
  row.due = due.kind === 'on' ? due.date : undefined;
  row.reviewBy = due.kind === 'noneGiven' ? due.reviewBy : undefined;
  row.detail.basis = due.kind === 'on' ? due.basis : undefined;
  row.detail.dueAsPrinted = due.asPrinted;
}

/** The lead as events tell it, from its two columns. */
export function leadFrom(kind: Lead['kind'], id: string | null | undefined): Lead {
  if (id === null || id === undefined) return { kind: 'notNamed' };
  if (kind === 'post') return { kind, post: id };
  if (kind === 'forum') return { kind, series: id };
  if (kind === 'body') return { kind, body: id };
  return { kind };
}

function queries(database: Database): ActionQueries {
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const from = `FROM ${actionsTable.from(filter.recordedBefore !== undefined)} a
        WHERE (:leadKind IS NULL OR a.leadKind = :leadKind)
          AND (:lead IS NULL OR a.lead = :lead)
          AND (:body IS NULL OR a.body = :body)
          AND (:overseer IS NULL OR a.overseer = :overseer)
          AND (:recommendation IS NULL OR a.recommendation = :recommendation)
          AND (:status IS NULL OR a.status = :status)
          AND (:dueBefore IS NULL OR a.due < :dueBefore)`;
      const parameters: Parameters = {
        bound: filter.recordedBefore ?? null,
        leadKind: filter.leadKind ?? null,
        lead: filter.lead ?? null,
        body: filter.body ?? null,
        overseer: filter.overseer ?? null,
        recommendation: filter.recommendation ?? null,
        status: filter.status ?? null,
        dueBefore: filter.dueBefore ?? null,
      };
      const list = `SELECT a.* ${from} ORDER BY ${orders[filter.sort ?? 'lead']} LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: database.all<SqlRow>(list, { ...parameters, size, offset }).map((row) => itemFrom(actionsTable.read(row))),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
    get: (id, { recordedBefore } = {}) => {
      const sql = `SELECT a.* FROM ${actionsTable.from(recordedBefore !== undefined)} a WHERE a.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: recordedBefore ?? null });
      return row && itemFrom(actionsTable.read(row));
    },
  };
}

const orders: Readonly<Record<ActionSort, string>> = {
  lead: 'a.leadKind, a.lead, a.due NULLS LAST, a.sortKey, a.id',
  due: 'a.due NULLS LAST, a.sortKey, a.id',
  reference: 'a.sortKey, a.id',
};

function itemFrom(row: Row): ActionItem {
  const { sortKey: _sortKey, leadKind, lead, lastEventType, lastEventAt, detail, ...shown } = row;
  const { progress, originalDue, ...details } = detail;
  return stated<ActionItem>({
    ...shown,
    ...details,
    lead: leadFrom(leadKind, lead),
    originalDue: originalDue === row.due ? undefined : originalDue,
    progress: progress && { words: progress.words, recordedAt: progress.recordedAt },
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  });
}
