/** Decisions, and what became of the changes they make elsewhere. */

import type {
  ActionId,
  BodyId,
  DecisionChange,
  DecisionEvent,
  DecisionFields,
  DecisionId,
  EscalationId,
  EventId,
  MeetingId,
  RecommendationId,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, corrected, idOf, naturalOrder, standing, type Told, told, toldColumns } from './rows.ts';
import type { Recorded } from './log-event.ts';
import type { Handlers, View } from './view.ts';

export const DECISION_STATUSES = ['inForce', 'underReconsideration', 'superseded'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

export const CHANGE_OUTCOMES = ['pending', 'carriedOut', 'refused', 'dropped'] as const;
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

export interface DecisionItem extends Omit<DecisionFields, 'outcome'> {
  readonly id: DecisionId;
  /** As people cite it: "D-2026-001". */
  readonly number: string;
  /** The body that recorded it. */
  readonly body: BodyId;
  readonly status: DecisionStatus;
  /** What was resolved, in words. */
  readonly outcome: string;
  readonly changes: readonly ChangeItem[];
  /** The words with which it is, or was last, reconsidered. */
  readonly reconsideration?: string;
  readonly reaffirmedBecause?: string;
  readonly superseded?: { readonly by?: DecisionId; readonly reason: string };
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

/** One change that a decision makes elsewhere. At most one outcome stands. */
export interface ChangeItem {
  readonly decision: DecisionId;
  /** Its place in the decision, counted from 0. */
  readonly change: number;
  readonly what: DecisionChange;
  /** The recommendation or the escalation it changes, and the action if it names one. */
  readonly recommendation?: RecommendationId;
  readonly escalation?: EscalationId;
  readonly action?: ActionId;
  readonly outcome: ChangeOutcome;
  /** What the domain said when it refused. */
  readonly refusal?: { readonly code: string; readonly sentence: string };
  readonly droppedBecause?: string;
  /** How often a person has asked for it to be tried again. */
  readonly retries: number;
  /** When its outcome was recorded. */
  readonly outcomeAt?: string;
}

/** A change that was refused, or has yet to be tried, with the decision that makes it. */
export interface NotCarriedOut extends ChangeItem {
  readonly number: string;
  readonly body: BodyId;
  readonly title?: string;
}

export interface DecisionFilter extends AsRecorded, Paging {
  readonly status?: DecisionStatus | undefined;
  readonly body?: BodyId | undefined;
  readonly meeting?: MeetingId | undefined;
  /** A recommendation, action or escalation that it is about or that it changes. */
  readonly about?: string | undefined;
}

export interface NotCarriedOutFilter extends AsRecorded, Paging {
  readonly body?: BodyId | undefined;
}

export interface DecisionQueries {
  /** By number. */
  list(filter?: DecisionFilter): Page<DecisionItem>;
  get(id: DecisionId, at?: AsRecorded): DecisionItem | undefined;
  getByNumber(number: string, at?: AsRecorded): DecisionItem | undefined;
  /** Changes of decisions that are in force and were refused, or have yet to be carried out. By number. */
  notCarriedOut(filter?: NotCarriedOutFilter): Page<NotCarriedOut>;
}

interface Row extends Told {
  id: DecisionId;
  number: string;
  sortKey: string;
  body: BodyId;
  status: DecisionStatus;
  title?: string;
  meeting?: MeetingId;
  aboutIds: readonly string[];
  fields: DecisionFields;
  detail: Detail;
}

interface Detail {
  /** The event that recorded it. */
  recordedBy: EventId;
  reconsideration?: string;
  reaffirmedBecause?: string;
  superseded?: { by?: DecisionId; reason: string };
}

interface ChangeRow {
  decision: DecisionId;
  change: number;
  what: DecisionChange;
  recommendation?: RecommendationId;
  escalation?: EscalationId;
  action?: ActionId;
  outcome: ChangeOutcome;
  refusal?: { code: string; sentence: string };
  droppedBecause?: string;
  retries: number;
  outcomeAt?: string;
}

export const decisionsTable = recordedTable<Row>(
  'decisions',
  ['id'],
  {
    id: 'text',
    number: 'text',
    sortKey: 'text',
    body: 'text',
    status: 'text',
    title: 'text',
    meeting: 'text',
    aboutIds: 'json',
    fields: 'json',
    detail: 'json',
    ...toldColumns,
  },
  { indexes: [['number']] },
);

export const decisionChangesTable = recordedTable<ChangeRow>(
  'decision_changes',
  ['decision', 'change'],
  {
    decision: 'text',
    change: 'integer',
    what: 'json',
    recommendation: 'text',
    escalation: 'text',
    action: 'text',
    outcome: 'text',
    refusal: 'json',
    droppedBecause: 'text',
    retries: 'integer',
    outcomeAt: 'text',
  },
  { indexes: [['outcome']] },
);

export const decisions: View<DecisionQueries> = {
  name: 'decisions',
  file: import.meta.url,
  tables: [...decisionsTable.stored, ...decisionChangesTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<DecisionEvent> {
  const rows = decisionsTable.open(database);
  const changeRows = decisionChangesTable.open(database);
  const change = changes(rows);
  const touch = change(() => {
    // Only that something was recorded, and when.
  });
  const settle =
    <Event extends DecisionEvent & { data: { change: number } }>(
      fold: (row: ChangeRow, event: Recorded<Event>) => void,
    ) =>
    (event: Recorded<Event>): void => {
      const row = standing(changeRows.get(idOf(event), event.data.change), `Change ${String(event.data.change)}`);
      row.outcomeAt = event.recordedAt;
      row.refusal = undefined;
      row.droppedBecause = undefined;
      fold(row, event);
      changeRows.put(row, event.recordedAt);
      touch(event);
    };
  return {
    DecisionRecorded: (event) => {
      const { decision, number, body, changes: all, ...data } = event.data;
      const { title, outcome, alternatives, reasons, meeting, decidedBy, deciderNotKnown, effectiveOn, about } = data;
      const fields = { title, outcome, alternatives, reasons, meeting, decidedBy, deciderNotKnown, effectiveOn, about };
      const row: Row = {
        id: decision,
        number,
        sortKey: naturalOrder(number),
        body,
        status: 'inForce',
        aboutIds: [],
        fields,
        detail: { recordedBy: event.id },
        ...told(event),
      };
      takeFields(row, fields);
      rows.put(row, event.recordedAt);
      all.forEach((what, place) => {
        const { recommendation, escalation, action } = what as Partial<ChangeRow>;
        changeRows.put(
          { decision, change: place, what, recommendation, escalation, action, outcome: 'pending', retries: 0 },
          event.recordedAt,
        );
      });
    },
    DecisionCorrected: change((row, { data }) => {
      takeFields(row, corrected(row.fields, data));
    }),
    ChangeCarriedOut: settle((row) => {
      row.outcome = 'carriedOut';
    }),
    ChangeRefused: settle((row, { data: { code, sentence } }) => {
      row.outcome = 'refused';
      row.refusal = { code, sentence };
    }),
    ChangeRetried: settle((row) => {
      row.outcome = 'pending';
      row.outcomeAt = undefined;
      row.retries += 1;
    }),
    ChangeDropped: settle((row, { data }) => {
      row.outcome = 'dropped';
      row.droppedBecause = data.reason;
    }),
    ReconsiderationOpened: change((row, { data }) => {
      row.status = 'underReconsideration';
      row.detail.reconsideration = data.words;
    }),
    DecisionReaffirmed: change((row, { data }) => {
      row.status = 'inForce';
      row.detail.reaffirmedBecause = data.reason;
    }),
    DecisionSuperseded: change((row, { data: { by, reason } }) => {
      row.status = 'superseded';
      row.detail.superseded = { by, reason };
    }),
  };
}

function takeFields(row: Row, fields: DecisionFields): void {
  row.fields = fields;
  row.title = fields.title;
  row.meeting = fields.meeting;
  row.aboutIds = [...fields.about.recommendations, ...fields.about.actions, ...fields.about.escalations];
}

function queries(database: Database): DecisionQueries {
  const items = (sqlRows: readonly SqlRow[], recordedBefore: string | undefined): DecisionItem[] => {
    const sql = `SELECT c.* FROM ${decisionChangesTable.from(recordedBefore !== undefined)} c
      WHERE c.decision IN (SELECT value FROM json_each(:ids)) ORDER BY c.decision, c.change`;
    const rows = sqlRows.map((row) => decisionsTable.read(row));
    const all = database
      .all<SqlRow>(sql, { ids: JSON.stringify(rows.map(({ id }) => id)), bound: recordedBefore ?? null })
      .map((row) => decisionChangesTable.read(row));
    return rows.map((row) =>
      itemFrom(
        row,
        all.filter(({ decision }) => decision === row.id),
      ),
    );
  };
  const getBy = (column: 'id' | 'number', value: string, { recordedBefore }: AsRecorded): DecisionItem | undefined => {
    const sql = `SELECT d.* FROM ${decisionsTable.from(recordedBefore !== undefined)} d WHERE d.${column} = :value`;
    const row = database.get<SqlRow>(sql, { value, bound: recordedBefore ?? null });
    return row && items([row], recordedBefore)[0];
  };
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const asRecorded = filter.recordedBefore !== undefined;
      const from = `FROM ${decisionsTable.from(asRecorded)} d
        WHERE (:status IS NULL OR d.status = :status)
          AND (:body IS NULL OR d.body = :body)
          AND (:meeting IS NULL OR d.meeting = :meeting)
          AND (:about IS NULL
            OR EXISTS (SELECT 1 FROM json_each(d.aboutIds) item WHERE item.value = :about)
            OR EXISTS (SELECT 1 FROM ${decisionChangesTable.from(asRecorded)} c
              WHERE c.decision = d.id AND :about IN (c.recommendation, c.escalation, c.action)))`;
      const parameters: Parameters = {
        bound: filter.recordedBefore ?? null,
        status: filter.status ?? null,
        body: filter.body ?? null,
        meeting: filter.meeting ?? null,
        about: filter.about ?? null,
      };
      const list = `SELECT d.* ${from} ORDER BY d.sortKey, d.id LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: items(database.all<SqlRow>(list, { ...parameters, size, offset }), filter.recordedBefore),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
    get: (id, at = {}) => getBy('id', id, at),
    getByNumber: (number, at = {}) => getBy('number', number, at),
    notCarriedOut: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const asRecorded = filter.recordedBefore !== undefined;
      const from = `FROM ${decisionChangesTable.from(asRecorded)} c JOIN ${decisionsTable.from(asRecorded)} d ON d.id = c.decision
        WHERE c.outcome IN ('pending', 'refused') AND d.status <> 'superseded' AND (:body IS NULL OR d.body = :body)`;
      const parameters: Parameters = { bound: filter.recordedBefore ?? null, body: filter.body ?? null };
      const list = `SELECT c.*, d.number, d.body, d.title ${from} ORDER BY d.sortKey, c.change LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: database.all<SqlRow>(list, { ...parameters, size, offset }).map((row) => ({
          ...decisionChangesTable.read(row),
          number: row['number'] as string,
          body: row['body'] as string,
          ...(row['title'] !== null && { title: row['title'] as string }),
        })),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
  };
}

function itemFrom(row: Row, made: readonly ChangeRow[]): DecisionItem {
  const { id, number, body, status, fields, detail, illustration, lastEventType, lastEventAt } = row;
  const { recordedBy: _recordedBy, ...reconsidered } = detail;
  return {
    id,
    number,
    body,
    status,
    ...fields,
    ...reconsidered,
    changes: made,
    illustration,
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  };
}
