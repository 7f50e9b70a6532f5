/** Escalations: what was asked of whom, on which tier, and what came of it. */

import type {
  AnswerBy,
  BodyId,
  EscalationAbout,
  EscalationAnswer,
  EscalationEvent,
  EscalationFields,
  EscalationId,
  EscalationOrigin,
  EscalationTarget,
  PreciseDate,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, corrected, type Told, told, toldColumns } from './rows.ts';
import type { Handlers, View } from './view.ts';

export const ESCALATION_STATUSES = ['raised', 'takenUp', 'answered', 'returned', 'notPursued'] as const;
export type EscalationStatus = (typeof ESCALATION_STATUSES)[number];

export interface EscalationItem {
  readonly id: EscalationId;
  /** The body that recorded it. */
  readonly body: BodyId;
  readonly status: EscalationStatus;
  readonly question: string;
  readonly origin: EscalationOrigin;
  readonly about: EscalationAbout;
  /** Who is asked now. */
  readonly to: EscalationTarget;
  readonly answerBy: AnswerBy;
  /** 1 is the first that is asked. */
  readonly tier: number;
  /** What has to be so before the next tier is asked, quoted. */
  readonly nextTierCondition?: string;
  /** Why it was decided not to ask the next tier. */
  readonly nextTierDecidedAgainst?: string;
  readonly answer?: EscalationAnswer;
  /** Why it was returned or not pursued. */
  readonly endReason?: string;
  /** When it was raised, where that is known; when it was recorded, in any case. */
  readonly raisedOn?: PreciseDate;
  readonly recordedAt: string;
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface EscalationFilter extends AsRecorded, Paging {
  readonly status?: EscalationStatus | undefined;
  readonly body?: BodyId | undefined;
  /** A recommendation or an action that it is about, or the recommendation of a sub-part. */
  readonly about?: string | undefined;
  /** The meeting, series or post it comes from. */
  readonly from?: string | undefined;
  /** The series, post or body that is asked. */
  readonly to?: string | undefined;
  /** Civil date: an answer is asked for before it. */
  readonly answerBefore?: string | undefined;
}

export interface EscalationQueries {
  /** The latest recorded first. */
  list(filter?: EscalationFilter): Page<EscalationItem>;
  get(id: EscalationId, at?: AsRecorded): EscalationItem | undefined;
}

interface Row extends Told {
  id: EscalationId;
  body: BodyId;
  status: EscalationStatus;
  answerDay?: string;
  fromId?: string;
  toIds: readonly string[];
  aboutIds: readonly string[];
  recordedAt: string;
  fields: EscalationFields;
  detail: Detail;
}

interface Detail {
  origin: EscalationOrigin;
  about: EscalationAbout;
  tier: number;
  nextTierCondition?: string;
  nextTierDecidedAgainst?: string;
  answer?: EscalationAnswer;
  endReason?: string;
  raisedOn?: PreciseDate;
}

const table = recordedTable<Row>('escalations', ['id'], {
  id: 'text',
  body: 'text',
  status: 'text',
  answerDay: 'text',
  fromId: 'text',
  toIds: 'json',
  aboutIds: 'json',
  recordedAt: 'text',
  fields: 'json',
  detail: 'json',
  ...toldColumns,
});

export const escalations: View<EscalationQueries> = {
  name: 'escalations',
  file: import.meta.url,
  tables: table.stored,
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<EscalationEvent> {
  const rows = table.open(database);
  const change = changes(rows);
  return {
    EscalationRaised: (event) => {
      const { escalation, body, origin, about, tier, nextTierCondition, question, to, answerBy, effectiveOn } =
        event.data;
      const row: Row = {
        id: escalation,
        body,
        status: 'raised',
        fromId: originId(origin),
        toIds: [],
        aboutIds: [
          ...new Set([
            ...about.recommendations,
            ...about.subParts.map(({ recommendation }) => recommendation),
            ...about.actions,
          ]),
        ],
        recordedAt: event.recordedAt,
        fields: { question, to, answerBy },
        detail: { origin, about, tier, nextTierCondition, raisedOn: effectiveOn },
        ...told(event),
      };
      takeFields(row, row.fields);
      rows.put(row, event.recordedAt);
    },
    EscalationTakenUp: change((row) => {
      row.status = 'takenUp';
    }),
    EscalationAnswered: change((row, { data: { words, decision } }) => {
      row.status = 'answered';
      row.detail.answer = { words, decision };
    }),
    EscalationAnswerCorrected: change((row, { data }) => {
      row.detail.answer = data.is;
    }),
    EscalationReturned: change((row, { data }) => {
      row.status = 'returned';
      row.detail.endReason = data.reason;
    }),
    EscalationNotPursued: change((row, { data }) => {
      row.status = 'notPursued';
      row.detail.endReason = data.reason;
    }),
    EscalatedToNextTier: change((row, { data }) => {
      row.status = 'raised';
      takeFields(row, { ...row.fields, to: data.to, answerBy: data.answerBy ?? row.fields.answerBy });
      row.detail.tier = data.tier;
      row.detail.nextTierCondition = data.nextTierCondition;
      row.detail.nextTierDecidedAgainst = undefined;
    }),
    NextTierDecidedAgainst: change((row, { data }) => {
      row.detail.nextTierDecidedAgainst = data.reason;
    }),
    EscalationCorrected: change((row, { data }) => {
      takeFields(row, corrected(row.fields, data));
    }),
  };
}

function takeFields(row: Row, fields: EscalationFields): void {
  row.fields = fields;
  row.toIds = targetIds(fields.to);
  row.answerDay = fields.answerBy.kind === 'on' ? fields.answerBy.date.from : undefined;
}

function originId(origin: EscalationOrigin): string | undefined {
  switch (origin.kind) {
    case 'meeting':
      return origin.meeting;
    case 'series':
      return origin.series;
    case 'post':
      return origin.post;
    case 'notStated':
      return undefined;
  }
}

function targetIds(target: EscalationTarget): readonly string[] {
  switch (target.kind) {
    case 'series':
      return [target.series];
    case 'posts':
      return target.posts;
    case 'body':
      return [target.body];
    case 'outside':
      return [];
  }
}

function queries(database: Database): EscalationQueries {
  return {
    list: (filter = {}) => {
      const { page, size, offset } = pageOf(filter);
      const from = `FROM ${table.from(filter.recordedBefore !== undefined)} e
        WHERE (:status IS NULL OR e.status = :status)
          AND (:body IS NULL OR e.body = :body)
          AND (:about IS NULL OR EXISTS (SELECT 1 FROM json_each(e.aboutIds) item WHERE item.value = :about))
          AND (:from IS NULL OR e.fromId = :from)
          AND (:to IS NULL OR EXISTS (SELECT 1 FROM json_each(e.toIds) item WHERE item.value = :to))
          AND (:answerBefore IS NULL OR e.answerDay < :answerBefore)`;
      const parameters: Parameters = {
        bound: filter.recordedBefore ?? null,
        status: filter.status ?? null,
        body: filter.body ?? null,
        about: filter.about ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
        answerBefore: filter.answerBefore ?? null,
      };
      const list = `SELECT e.* ${from} ORDER BY e.recordedAt DESC, e.id LIMIT :size OFFSET :offset`;
      const count = `SELECT count(*) AS total ${from}`;
      return {
        items: database.all<SqlRow>(list, { ...parameters, size, offset }).map(itemFrom),
        total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
        page,
        size,
      };
    },
    get: (id, { recordedBefore } = {}) => {
      const sql = `SELECT e.* FROM ${table.from(recordedBefore !== undefined)} e WHERE e.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: recordedBefore ?? null });
      return row && itemFrom(row);
    },
  };
}

function itemFrom(sqlRow: SqlRow): EscalationItem {
  const { id, body, status, recordedAt, fields, detail, illustration, lastEventType, lastEventAt } = table.read(sqlRow);
  return {
    id,
    body,
    status,
    ...fields,
    ...detail,
    recordedAt,
    illustration,
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  };
}
