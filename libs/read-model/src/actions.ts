/** Actions by lead: the work that was assigned, each at its home, with the recommendations that link it. */

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
import type { Recorded } from './log-event.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { plainTable, recordedTable, type SqlRow, trailTable } from './recorded-table.ts';
import { idOf, naturalOrder, standing } from './rows.ts';
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
  /** The last note on its progress that stands. */
  readonly progress?: { readonly reference: string; readonly words: string; readonly recordedAt: string };
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
  /** The other recommendations that it serves, in the order in which they linked it. */
  readonly linkedFrom: readonly ActionLink[];
}

export interface ActionLink {
  readonly recommendation: RecommendationId;
  readonly body: BodyId;
  /** The letter of the sub-part that it serves there. */
  readonly subPart?: string;
}

export interface ActionFilter extends AsRecorded, Paging {
  readonly leadKind?: Lead['kind'] | undefined;
  /** Id of the post, forum or body that leads it. */
  readonly lead?: string | undefined;
  /** Whose recommendation is its home, or links it. */
  readonly body?: BodyId | undefined;
  readonly overseer?: BodyId | undefined;
  /** That is its home, or links it. */
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

interface Row {
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
  illustration: boolean;
  detail: Detail;
}

/** Progress is reported often and changes nothing else: events leave a trail instead of a row each time. */
interface EventRow {
  action: ActionId;
  revision: number;
  type: RecommendationEvent['type'];
  at: string;
  progress?: string;
  /** By which people cite the note: `OIC-R1/SYP/1:N3`. */
  reference?: string;
  words?: string;
}

interface Detail {
  supporters: readonly PostId[];
  deliveredWith: readonly BodyId[];
  document?: DocumentId;
  basis?: DateBasis;
  dueAsPrinted?: string;
  originalDue?: string;
  /** How often it has been changed: once it was, correcting the one that stands leaves the original. */
  moves: number;
  extensions: number;
  /** The events that mark it as made up. */
  madeUpIn: readonly string[];
}

interface LinkRow {
  action: ActionId;
  recommendation: RecommendationId;
  body: BodyId;
  subPart?: string;
  /** When it was linked: the order in which links are told. */
  linkedAt: string;
}

/** What the actions of a recommendation take from it. */
interface Home {
  id: RecommendationId;
  reference: string;
  overseer?: BodyId;
  /** Its actions, so that a corrected overseer reaches them. */
  actions: readonly ActionId[];
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
    illustration: 'flag',
    detail: 'json',
  },
  { indexes: [['lead'], ['recommendation']] },
);

const trail = trailTable<EventRow>('action_trail', ['action', 'revision'], {
  action: 'text',
  revision: 'integer',
  type: 'text',
  at: 'text',
  progress: 'text',
  reference: 'text',
  words: 'text',
});

const linksTable = recordedTable<LinkRow>(
  'action_links',
  ['action', 'recommendation'],
  { action: 'text', recommendation: 'text', body: 'text', subPart: 'text', linkedAt: 'text' },
  { indexes: [['body']] },
);

const homesTable = plainTable<Home>('action_homes', ['id'], {
  id: 'text',
  reference: 'text',
  overseer: 'text',
  actions: 'json',
});

export const actions: View<ActionQueries> = {
  name: 'actions',
  file: import.meta.url,
  tables: [...actionsTable.stored, ...trail.stored, ...linksTable.stored, ...homesTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<RecommendationEvent> {
  const rows = actionsTable.open(database);
  const events = trail.open(database);
  const links = linksTable.open(database);
  const homes = homesTable.open(database);

  const touch = (
    { type, revision, recordedAt, data }: Recorded<RecommendationEvent & { data: { action: ActionId } }>,
    said: { progress?: string; reference?: string; words?: string } = {},
  ): void => {
    events.add({ action: data.action, revision, type, at: recordedAt, ...said });
  };
  const change =
    <Event extends RecommendationEvent & { data: { action: ActionId } }>(
      fold: (row: Row, event: Recorded<Event>) => void,
    ) =>
    (event: Recorded<Event>): void => {
      const row = standing(rows.get(event.data.action), `Action ${event.data.action}`);
      fold(row, event);
      if (event.data.illustration) row.detail.madeUpIn = [...row.detail.madeUpIn, event.id];
      row.illustration = row.detail.madeUpIn.length > 0;
      rows.put(row, event.recordedAt);
      touch(event);
    };
  const end = (status: ActionStatus) =>
    change((row) => {
      row.status = status;
    });

  /** What only the step that is retracted marked as made up is so no longer. */
  const unmark = (row: Row, { data }: { readonly data: { readonly corrects: string } }): void => {
    row.detail.madeUpIn = row.detail.madeUpIn.filter((id) => id !== data.corrects);
  };

  const oversee = (event: Recorded<RecommendationEvent>, overseer: BodyId | undefined): void => {
    const home = { ...standing(homes.get(idOf(event)), event.stream), overseer };
    homes.put(home);
    for (const id of home.actions) {
      rows.put({ ...standing(rows.get(id), `Action ${id}`), overseer }, event.recordedAt);
    }
  };

  return {
    RecommendationRaised: ({ data: { recommendation, reference, overseer } }) => {
      homes.put({ id: recommendation, reference, overseer, actions: [] });
    },
    RecommendationCorrected: (event) => {
      oversee(event, event.data.is.overseer);
    },
    ResponsibilityTransferred: (event) => {
      oversee(event, event.data.to);
    },
    ResponsibilityTransferRetracted: (event) => {
      oversee(event, event.data.stands);
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
        illustration: data.illustration === true,
        detail: {
          supporters: [],
          deliveredWith: [],
          moves: 0,
          extensions: 0,
          madeUpIn: data.illustration ? [event.id] : [],
        },
      };
      take(row, data);
      row.detail.originalDue = row.due;
      rows.put(row, recordedAt);
      homes.put({ ...home, actions: [...home.actions, data.action] });
      touch(event);
    },
    ActionCorrected: change((row, { data }) => {
      const { was, is } = data;
      const noLonger = Object.fromEntries(Object.keys(was).map((field) => [field, undefined]));
      take(row, { ...noLonger, ...is });
      // A due date recorded wrongly was never the original one; one that was changed since had another original.
      if (is.due && row.detail.moves === 0) row.detail.originalDue = row.due;
      if ('illustration' in was || 'illustration' in is) row.detail.madeUpIn = is.illustration ? [data.corrects] : [];
    }),
    ActionReassigned: change((row, { data }) => {
      takeLead(row, data.to);
    }),
    ActionReassignmentRetracted: change((row, event) => {
      takeLead(row, event.data.stands);
      unmark(row, event);
    }),
    DueDateChanged: change((row, { data }) => {
      takeDue(row, data.to);
      row.detail.originalDue = data.original.kind === 'on' ? data.original.date : undefined;
      row.detail.extensions = data.extensions;
      row.detail.moves += 1;
    }),
    DueDateChangeRetracted: change((row, event) => {
      takeDue(row, event.data.stands);
      row.detail.extensions = event.data.extensions;
      row.detail.moves -= 1;
      unmark(row, event);
    }),
    ProgressReported: (event) => {
      const { progress, reference, words } = event.data;
      touch(event, { progress, reference, words });
    },
    ProgressCorrected: (event) => {
      const { progress, reference, is } = event.data;
      touch(event, { progress, reference, words: is.words });
    },
    ProgressRetracted: (event) => {
      const { progress, reference } = event.data;
      touch(event, { progress, reference });
    },
    ActionCompleted: end('completed'),
    ActionWithdrawn: end('withdrawn'),
    ActionReopened: end('open'),
    RecommendationRaisedInError: leaves,
    RaisedInErrorRetracted: leaves,
    FindingCorrectionAdopted: leaves,
    PositionRecorded: leaves,
    PositionCorrected: leaves,
    PositionRetracted: leaves,
    ActionLinked: (event) => {
      const { action, body, subPart } = event.data;
      const row: LinkRow = { action, recommendation: idOf(event), body, subPart, linkedAt: event.recordedAt };
      links.put(row, event.recordedAt);
    },
    LinkCorrected: (event) => {
      const { action, is } = event.data;
      const row = standing(links.get(action, idOf(event)), `The link to ${action}`);
      links.put({ ...row, subPart: is.subPart }, event.recordedAt);
    },
    ActionUnlinked: (event) => {
      links.end(event.recordedAt, event.data.action, idOf(event));
    },
    LinkedActionEnded: leaves,
    RecommendationClosed: leaves,
    ClosureCorrected: leaves,
    RecommendationReopened: leaves,
  };
}

/** What is said of an action: what is said to be undefined stands no longer, what is not said stays. */
type SaidFields = { readonly [Field in keyof ActionFields]?: ActionFields[Field] | undefined };

function take(row: Row, fields: SaidFields): void {
  row.title = fields.title ?? row.title;
  if ('subPart' in fields) row.subPart = fields.subPart;
  if ('monitoredAt' in fields) row.monitoredAt = fields.monitoredAt;
  row.detail.supporters = fields.supporters ?? row.detail.supporters;
  row.detail.deliveredWith = fields.deliveredWith ?? row.detail.deliveredWith;
  if ('document' in fields) row.detail.document = fields.document;
  if (fields.lead) takeLead(row, fields.lead);
  if (fields.due) takeDue(row, fields.due);
}

function takeLead(row: Row, lead: Lead): void {
  row.leadKind = lead.kind;
  row.lead =
    lead.kind === 'post'
      ? lead.post
      : lead.kind === 'forum'
        ? lead.series
        : lead.kind === 'body'
          ? lead.body
          : undefined;
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
      const asRecorded = filter.recordedBefore !== undefined;
      const linkedBy = (column: 'body' | 'recommendation'): string =>
        `a.id IN (SELECT l.action FROM ${linksTable.from(asRecorded)} l WHERE l.${column} = :${column})`;
      const from = `FROM ${actionsTable.from(asRecorded)} a
        WHERE (:leadKind IS NULL OR a.leadKind = :leadKind)
          AND (:lead IS NULL OR a.lead = :lead)
          AND (:body IS NULL OR a.body = :body OR ${linkedBy('body')})
          AND (:overseer IS NULL OR a.overseer = :overseer)
          AND (:recommendation IS NULL OR a.recommendation = :recommendation OR ${linkedBy('recommendation')})
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
        items: itemsFrom(database, database.all<SqlRow>(list, { ...parameters, size, offset }), filter),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
    get: (id, at = {}) => {
      const sql = `SELECT a.* FROM ${actionsTable.from(at.recordedBefore !== undefined)} a WHERE a.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: at.recordedBefore ?? null });
      return row && itemsFrom(database, [row], at)[0];
    },
  };
}

const orders: Readonly<Record<ActionSort, string>> = {
  lead: 'a.leadKind, a.lead, a.due NULLS LAST, a.sortKey, a.id',
  due: 'a.due NULLS LAST, a.sortKey, a.id',
  reference: 'a.sortKey, a.id',
};

function itemsFrom(database: Database, sqlRows: readonly SqlRow[], { recordedBefore }: AsRecorded): ActionItem[] {
  const rows = sqlRows.map((row) => actionsTable.read(row));
  const sql = `SELECT e.* FROM ${trail.from} e
    WHERE e.action IN (SELECT value FROM json_each(:ids)) AND (:bound IS NULL OR e.at < :bound)
    ORDER BY e.action, e.revision`;
  const events = new Map<ActionId, EventRow[]>(rows.map(({ id }) => [id, []]));
  const ids = JSON.stringify(rows.map(({ id }) => id));
  for (const row of database.all<SqlRow>(sql, { ids, bound: recordedBefore ?? null })) {
    const event = trail.read(row);
    events.get(event.action)?.push(event);
  }
  const linked = linksOf(database, ids, recordedBefore);
  return rows.map((row) => itemFrom(row, events.get(row.id) ?? [], linked.get(row.id) ?? []));
}

function linksOf(database: Database, ids: string, recordedBefore: string | undefined): Map<ActionId, ActionLink[]> {
  const sql = `SELECT l.* FROM ${linksTable.from(recordedBefore !== undefined)} l
    WHERE l.action IN (SELECT value FROM json_each(:ids)) ORDER BY l.linkedAt, l.recommendation`;
  const found = new Map<ActionId, ActionLink[]>();
  for (const row of database.all<SqlRow>(sql, { ids, bound: recordedBefore ?? null })) {
    const { action, recommendation, body, subPart } = linksTable.read(row);
    found.set(action, [...(found.get(action) ?? []), stated<ActionLink>({ recommendation, body, subPart })]);
  }
  return found;
}

function itemFrom(row: Row, events: readonly EventRow[], linkedFrom: readonly ActionLink[]): ActionItem {
  const { sortKey: _sortKey, leadKind, lead, detail, ...shown } = row;
  const { originalDue, moves: _moves, madeUpIn: _madeUpIn, ...details } = detail;
  const last = standing(events.at(-1), `The last event of ${row.reference}`);
  const retracted = new Set(events.filter(({ type }) => type === 'ProgressRetracted').map(({ progress }) => progress));
  const reported = events.findLast(({ type, progress }) => type === 'ProgressReported' && !retracted.has(progress));
  // Corrected since, it has other words.
  const note = events.findLast(({ progress }) => progress !== undefined && progress === reported?.progress);
  return stated<ActionItem>({
    ...shown,
    ...details,
    lead: leadFrom(leadKind, lead),
    originalDue: originalDue === row.due ? undefined : originalDue,
    progress: reported && { reference: note?.reference ?? '', words: note?.words ?? '', recordedAt: reported.at },
    lastEvent: { type: last.type, recordedAt: last.at },
    linkedFrom,
  });
}
