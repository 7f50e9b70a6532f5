/** Decisions, and what became of the changes they make elsewhere. */

import {
  type ActionId,
  type BodyId,
  type DecisionChange,
  type DecisionEvent,
  type DecisionFields,
  type DecisionId,
  type EscalationId,
  type EventId,
  type MeetingId,
  type Reaffirmation,
  type RecommendationId,
  type Reconsideration,
  stated,
  type Supersession,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, corrected, idOf, naturalOrder, standing, type Told, told, toldColumns } from './rows.ts';
import type { Recorded } from './log-event.ts';
import type { Handlers, View } from './view.ts';

export const DECISION_STATUSES = ['inForce', 'underReconsideration', 'superseded', 'retracted'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

/** What can have become of a change that was not carried out. */
export const NOT_CARRIED_OUT = ['pending', 'refused', 'dropped'] as const;
export type NotCarriedOutAs = (typeof NOT_CARRIED_OUT)[number];

export const CHANGE_OUTCOMES = [...NOT_CARRIED_OUT, 'carriedOut'] as const;
export type ChangeOutcome = (typeof CHANGE_OUTCOMES)[number];

export interface DecisionItem extends Omit<DecisionFields, 'outcome' | 'illustration'> {
  readonly id: DecisionId;
  /** As people cite it: "D-2026-001". */
  readonly number: string;
  /** The body that recorded it. */
  readonly body: BodyId;
  readonly status: DecisionStatus;
  /** What was resolved, in words. */
  readonly outcome: string;
  readonly changes: readonly ChangeItem[];
  /** How it is, or was last, reconsidered. */
  readonly reconsideration?: Reconsideration;
  readonly reaffirmation?: Reaffirmation;
  readonly superseded?: Supersession;
  /** Why it should never have been recorded. */
  readonly retractedBecause?: string;
  /** The decision, or something that became of it, is made up for a demonstration. */
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

/** One change that a decision makes elsewhere. At most one outcome stands. */
export interface ChangeItem {
  readonly decision: DecisionId;
  /** Its place in the decision, counted from 1. */
  readonly change: number;
  readonly what: DecisionChange;
  /** The recommendation or the escalation it changes, and the action if it names one. */
  readonly recommendation?: RecommendationId;
  readonly escalation?: EscalationId;
  readonly action?: ActionId;
  /** What was first recorded as the change, when that was corrected, and why it was last. */
  readonly correction?: { readonly was: DecisionChange; readonly reason: string };
  readonly outcome: ChangeOutcome;
  /** What the domain said when it refused, and when that was recorded. It stays when the change is dropped. */
  readonly refusal?: Refused;
  readonly droppedBecause?: string;
  /** How often a person has asked for it to be tried again, as it was or as corrected. */
  readonly retries: number;
  /** When its outcome was recorded. */
  readonly outcomeAt?: string;
  readonly illustration: boolean;
}

interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly recordedAt: string;
}

/** A change that has yet to be tried, was refused or was dropped, with the decision that makes it. */
export interface NotCarriedOut extends ChangeItem {
  readonly number: string;
  readonly body: BodyId;
  readonly title?: string;
  /** Once the decision is superseded, what had yet to be carried out no longer will be. */
  readonly decisionStatus: DecisionStatus;
}

export interface DecisionFilter extends AsRecorded, Paging {
  /** Those that were retracted are listed only when they are asked for. */
  readonly status?: DecisionStatus | undefined;
  readonly body?: BodyId | undefined;
  readonly meeting?: MeetingId | undefined;
  /** A recommendation, action or escalation that it is about or that it changes. */
  readonly about?: string | undefined;
}

export interface NotCarriedOutFilter extends AsRecorded, Paging {
  readonly outcome?: NotCarriedOutAs | undefined;
  readonly body?: BodyId | undefined;
}

export interface DecisionQueries {
  /** By number. */
  list(filter?: DecisionFilter): Page<DecisionItem>;
  get(id: DecisionId, at?: AsRecorded): DecisionItem | undefined;
  getByNumber(number: string, at?: AsRecorded): DecisionItem | undefined;
  /** Changes that have not been carried out, given up ones too. A decision that was retracted changes nothing. By number. */
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
  /** What became of it as a whole and stands, oldest first. */
  steps: Step[];
  retractedBecause?: string;
}

interface Said {
  reconsideration: Reconsideration;
  reaffirmation: Reaffirmation;
  supersession: Supersession;
}
type Step = { [Kind in keyof Said]: { kind: Kind; said: Said[Kind] } }[keyof Said];

interface ChangeRow {
  decision: DecisionId;
  change: number;
  what: DecisionChange;
  recommendation?: RecommendationId;
  escalation?: EscalationId;
  action?: ActionId;
  correction?: { was: DecisionChange; reason: string };
  outcome: ChangeOutcome;
  refusal?: Refused;
  droppedBecause?: string;
  retries: number;
  outcomeAt?: string;
  /** What became of it is made up, whether or not the decision is. */
  illustration: boolean;
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
    correction: 'json',
    outcome: 'text',
    refusal: 'json',
    droppedBecause: 'text',
    retries: 'integer',
    outcomeAt: 'text',
    illustration: 'flag',
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
  const changed = changes(rows);
  /** What becomes of a made-up decision carries its mark, and loses it when the decision is not made up after all. */
  const change =
    <Event extends DecisionEvent>(fold: (row: Row, event: Recorded<Event>) => void) =>
    (event: Recorded<Event>): void => {
      const isInherited = standing(rows.get(idOf(event)), event.stream).fields.illustration === true;
      const { illustration: _mark, ...data } = event.data;
      changed(fold)(isInherited ? ({ ...event, data } as unknown as Recorded<Event>) : event);
    };
  const changeOf = <Event extends DecisionEvent & { data: { change: number } }>(
    fold: (row: ChangeRow, event: Recorded<Event>) => void,
  ) =>
    change<Event>((_decision, event) => {
      const row = standing(changeRows.get(idOf(event), event.data.change), `Change ${String(event.data.change)}`);
      row.illustration ||= event.data.illustration === true;
      fold(row, event);
      changeRows.put(row, event.recordedAt);
    });
  const settle = <Event extends DecisionEvent & { data: { change: number } }>(
    fold: (row: ChangeRow, event: Recorded<Event>) => void,
  ) =>
    changeOf<Event>((row, event) => {
      row.outcomeAt = event.recordedAt;
      row.droppedBecause = undefined;
      fold(row, event);
    });
  const tryAgain = (row: ChangeRow): void => {
    row.outcome = 'pending';
    row.refusal = undefined;
    row.outcomeAt = undefined;
    row.retries += 1;
  };
  const step = (row: Row, status: DecisionStatus, said: Step): void => {
    row.status = status;
    row.detail.steps.push(said);
  };
  /** The last step is gone, and the decision stands where the one before left it. */
  const stepBack = change((row) => {
    row.detail.steps.pop();
    const last = row.detail.steps.at(-1);
    row.status = last === undefined ? 'inForce' : STATUS_AFTER[last.kind];
  });
  return {
    DecisionRecorded: (event) => {
      const { decision, number, body, changes: all, ...data } = event.data;
      const { title, outcome, alternatives, reasons, meeting, document, about } = data;
      const { decidedBy, deciderNotKnown, effectiveOn, illustration } = data;
      const content = { title, outcome, alternatives, reasons, meeting, document, about };
      const fields = { ...content, decidedBy, deciderNotKnown, effectiveOn, illustration };
      const row: Row = {
        id: decision,
        number,
        sortKey: naturalOrder(number),
        body,
        status: 'inForce',
        aboutIds: [],
        fields,
        detail: { recordedBy: event.id, steps: [] },
        ...told(event),
      };
      takeFields(row, fields);
      rows.put(row, event.recordedAt);
      all.forEach((what, index) => {
        changeRows.put(
          {
            ...{ decision, change: index + 1, ...saidBy(what) },
            ...{ outcome: 'pending', retries: 0, illustration: false },
          },
          event.recordedAt,
        );
      });
    },
    DecisionCorrected: change((row, { data }) => {
      takeFields(row, corrected(row.fields, data));
    }),
    DecisionRetracted: change((row, { data }) => {
      row.status = 'retracted';
      row.detail.retractedBecause = data.reason;
    }),
    ChangeCarriedOut: settle((row) => {
      row.outcome = 'carriedOut';
      row.refusal = undefined;
    }),
    ChangeRefused: settle((row, { recordedAt, data: { code, sentence } }) => {
      row.outcome = 'refused';
      row.refusal = { code, sentence, recordedAt };
    }),
    ChangeRetried: settle(tryAgain),
    ChangeCorrected: changeOf((row, { data: { was, is, reason } }) => {
      Object.assign(row, saidBy(is), { correction: { was: row.correction?.was ?? was, reason } });
      if (row.outcome === 'refused') tryAgain(row);
    }),
    ChangeDropped: settle((row, { data }) => {
      row.outcome = 'dropped';
      row.droppedBecause = data.reason;
    }),
    ChangeDropRetracted: settle((row) => {
      row.outcome = 'refused';
      row.outcomeAt = row.refusal?.recordedAt;
    }),
    ReconsiderationOpened: change((row, { data: { words, document } }) => {
      step(row, 'underReconsideration', { kind: 'reconsideration', said: { words, document } });
    }),
    DecisionReaffirmed: change((row, { data: { reason, document } }) => {
      step(row, 'inForce', { kind: 'reaffirmation', said: { reason, document } });
    }),
    DecisionSuperseded: change((row, { data: { by, reason, document } }) => {
      step(row, 'superseded', { kind: 'supersession', said: { by, reason, document } });
    }),
    ReconsiderationRetracted: stepBack,
    ReaffirmationRetracted: stepBack,
    SupersessionRetracted: stepBack,
  };
}

/** The change, and what it changes. */
function saidBy(what: DecisionChange): Pick<ChangeRow, 'what' | 'recommendation' | 'escalation' | 'action'> {
  const { recommendation, escalation, action } = what as Partial<ChangeRow>;
  return { what, recommendation, escalation, action };
}

function takeFields(row: Row, fields: DecisionFields): void {
  row.fields = fields;
  row.title = fields.title;
  row.meeting = fields.meeting;
  row.aboutIds = [...fields.about.recommendations, ...fields.about.actions, ...fields.about.escalations];
}

const STATUS_AFTER = {
  reconsideration: 'underReconsideration',
  reaffirmation: 'inForce',
  supersession: 'superseded',
} as const satisfies Record<Step['kind'], DecisionStatus>;

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
    const sql = `SELECT d.* FROM ${decisionsTable.from(recordedBefore !== undefined)} d WHERE d.${column} = :value
      ORDER BY d.status = 'retracted' LIMIT 1`;
    const row = database.get<SqlRow>(sql, { value, bound: recordedBefore ?? null });
    return row && items([row], recordedBefore)[0];
  };
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const asRecorded = filter.recordedBefore !== undefined;
      const from = `FROM ${decisionsTable.from(asRecorded)} d
        WHERE CASE WHEN :status IS NULL THEN d.status <> 'retracted' ELSE d.status = :status END
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
        WHERE c.outcome <> 'carriedOut' AND d.status <> 'retracted' AND (:body IS NULL OR d.body = :body)
          AND (:outcome IS NULL OR c.outcome = :outcome)`;
      const parameters: Parameters = {
        bound: filter.recordedBefore ?? null,
        body: filter.body ?? null,
        outcome: filter.outcome ?? null,
      };
      const list = `SELECT c.*, d.number, d.body, d.title, d.status AS decisionStatus,
          coalesce(d.fields ->> 'illustration', 0) AS isMadeUp ${from} ORDER BY d.sortKey, c.change LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: database.all<SqlRow>(list, { ...parameters, size, offset }).map((row) => ({
          ...changeFrom(decisionChangesTable.read(row), row['isMadeUp'] === 1),
          number: row['number'] as string,
          body: row['body'] as string,
          ...(row['title'] !== null && { title: row['title'] as string }),
          decisionStatus: row['decisionStatus'] as DecisionStatus,
        })),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
  };
}

function itemFrom(row: Row, made: readonly ChangeRow[]): DecisionItem {
  const { id, number, body, status, detail, illustration, lastEventType, lastEventAt } = row;
  const { illustration: isMadeUp, ...fields } = row.fields;
  const { steps, retractedBecause } = detail;
  const last = <Kind extends keyof Said>(kind: Kind) =>
    steps.findLast((one) => one.kind === kind)?.said as Said[Kind] | undefined;
  return {
    id,
    number,
    body,
    status,
    ...fields,
    ...stated({
      reconsideration: last('reconsideration'),
      reaffirmation: last('reaffirmation'),
      superseded: last('supersession'),
      retractedBecause,
    }),
    changes: made.map((change) => changeFrom(change, isMadeUp === true)),
    illustration,
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  };
}

function changeFrom(row: ChangeRow, isMadeUp: boolean): ChangeItem {
  return { ...row, illustration: row.illustration || isMadeUp };
}
