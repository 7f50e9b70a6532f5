/** Escalations: what was asked of whom, on which tier, and what came of it. */

import {
  type AnswerBy,
  type Attribution,
  attributionOf,
  type Authority,
  type BodyId,
  type DocumentId,
  type EscalationAbout,
  type EscalationAnswer,
  type EscalationEvent,
  type EscalationFields,
  type EscalationId,
  type EscalationOrigin,
  type EscalationTarget,
  type PreciseDate,
  same,
  stated,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import type { Recorded } from './log-event.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, corrected, type Told, told, toldColumns } from './rows.ts';
import type { Handlers, View } from './view.ts';

export const ESCALATION_STATUSES = ['raised', 'takenUp', 'answered', 'returned', 'notPursued', 'retracted'] as const;
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
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
  /** On whose authority it was raised. */
  readonly decidedBy: Authority;
  readonly answer?: EscalationAnswered;
  /** Why it was returned, not pursued or retracted. */
  readonly endReason?: string;
  /** The letters and papers that state its steps, the first first. */
  readonly stepDocuments: readonly DocumentId[];
  /** When it was raised, where that is known; when it was recorded, in any case. */
  readonly raisedOn?: PreciseDate;
  readonly recordedAt: string;
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface EscalationAnswered extends EscalationAnswer {
  /** Who answered, and when, where that is known. */
  readonly decidedBy: Authority;
  readonly answeredOn?: PreciseDate;
}

export interface EscalationFilter extends AsRecorded, Paging {
  /** Those that were retracted are listed only when they are asked for. */
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
  /** Another escalation that has not ended, with the same question, origin, subject and addressee. */
  alike(fields: AskedAlike, other: EscalationId): EscalationId | undefined;
}

type AskedAlike = Pick<EscalationFields, 'question' | 'origin' | 'about' | 'to'>;

interface Row extends Told {
  id: EscalationId;
  body: BodyId;
  status: EscalationStatus;
  answerDay?: string;
  fromId?: string;
  toIds: readonly string[];
  aboutIds: readonly string[];
  recordedAt: string;
  fields: EscalationFields & Attribution;
  detail: Detail;
}

interface Detail {
  nextTierDecidedAgainst?: string;
  answer?: EscalationAnswer & Attribution;
  endReason?: string;
  /** By the event that cites it, so that it goes with a step that is retracted. */
  stepDocuments: readonly { readonly step: string; readonly document: DocumentId }[];
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
  /** A step, which may say where it stands in a letter or paper. */
  const step = <Event extends EscalationEvent>(fold: (row: Row, event: Recorded<Event>) => void) =>
    change<Event>((row, event) => {
      const { document } = event.data as { document?: DocumentId };
      if (document !== undefined) {
        row.detail.stepDocuments = [...row.detail.stepDocuments, { step: event.id, document }];
      }
      fold(row, event);
    });
  return {
    EscalationRaised: (event) => {
      const { escalation, body, origin, about, tier, nextTierCondition, question, to, answerBy, document } = event.data;
      const fields = { question, origin, about, to, answerBy, tier, nextTierCondition, document };
      const row: Row = {
        id: escalation,
        body,
        status: 'raised',
        toIds: [],
        aboutIds: [],
        recordedAt: event.recordedAt,
        fields: { ...fields, ...attributionOf(event.data) },
        detail: { stepDocuments: [] },
        ...told(event),
      };
      takeFields(row, row.fields);
      rows.put(row, event.recordedAt);
    },
    EscalationTakenUp: step((row) => {
      row.status = 'takenUp';
    }),
    EscalationAnswered: change((row, { data }) => {
      const { words, decision, document } = data;
      row.status = 'answered';
      row.detail.answer = { words, decision, document, ...attributionOf(data) };
    }),
    EscalationAnswerCorrected: change((row, { data }) => {
      row.detail.answer = data.is;
    }),
    EscalationReturned: step((row, { data }) => {
      row.status = 'returned';
      row.detail.endReason = data.reason;
    }),
    EscalationNotPursued: step((row, { data }) => {
      row.status = 'notPursued';
      row.detail.endReason = data.reason;
    }),
    EscalatedToNextTier: step((row, { data: { to, tier, nextTierCondition, answerBy } }) => {
      row.status = 'raised';
      takeFields(row, { ...row.fields, to, tier, nextTierCondition, answerBy: answerBy ?? row.fields.answerBy });
      row.detail.nextTierDecidedAgainst = undefined;
    }),
    NextTierDecidedAgainst: step((row, { data }) => {
      row.detail.nextTierDecidedAgainst = data.reason;
    }),
    EscalationCorrected: change((row, { data }) => {
      takeFields(row, corrected(row.fields, data));
    }),
    EscalationStepRetracted: change((row, { data: { corrects, stands } }) => {
      const { status, to, tier, nextTierCondition, answerBy, nextTierDecidedAgainst } = stands;
      row.status = status;
      takeFields(row, { ...row.fields, to, tier, nextTierCondition, answerBy });
      const stepDocuments = row.detail.stepDocuments.filter(({ step: retracted }) => retracted !== corrects);
      // An end is the last step: what is left has none.
      row.detail = { nextTierDecidedAgainst, stepDocuments };
    }),
    EscalationRetracted: change((row, { data }) => {
      row.status = 'retracted';
      row.detail.endReason = data.reason;
    }),
  };
}

function takeFields(row: Row, fields: Row['fields']): void {
  const { origin, about, to, answerBy } = fields;
  row.fields = fields;
  row.fromId = originId(origin);
  row.toIds = targetIds(to);
  row.aboutIds = [
    ...new Set([
      ...about.recommendations,
      ...about.subParts.map(({ recommendation }) => recommendation),
      ...about.actions,
    ]),
  ];
  row.answerDay = answerBy.kind === 'on' ? answerBy.date.from : undefined;
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
        WHERE CASE WHEN :status IS NULL THEN e.status <> 'retracted' ELSE e.status = :status END
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
    alike: ({ question, origin, about, to }, other) => {
      const sql = `SELECT e.* FROM ${table.from(false)} e WHERE e.status IN ('raised', 'takenUp') AND e.id <> :other
        AND upper(json_extract(e.fields, '$.question')) = upper(:question) ORDER BY e.recordedAt, e.id`;
      const asked = inOrder({ origin, about, to });
      return database
        .all<SqlRow>(sql, { other, question })
        .map((row) => table.read(row))
        .find(({ fields }) => same(inOrder(fields), asked))?.id;
    },
  };
}

/** In which order things and posts are named says nothing. */
function inOrder({ origin, about, to }: Omit<AskedAlike, 'question'>): object {
  return {
    origin,
    about: {
      recommendations: about.recommendations.toSorted(),
      subParts: about.subParts.map(({ recommendation, letter }) => `${recommendation}:${letter}`).sort(),
      actions: about.actions.toSorted(),
    },
    to: to.kind === 'posts' ? { ...to, posts: to.posts.toSorted() } : to,
  };
}

function itemFrom(sqlRow: SqlRow): EscalationItem {
  const { id, body, status, recordedAt, fields, detail, illustration, lastEventType, lastEventAt } = table.read(sqlRow);
  const { decidedBy, effectiveOn: raisedOn, illustration: _mark, ...said } = fields;
  const { answer, stepDocuments, ...rest } = detail;
  return stated({
    id,
    body,
    status,
    ...said,
    ...rest,
    decidedBy,
    raisedOn,
    answer: answer && answered(answer),
    stepDocuments: stepDocuments.map(({ document }) => document),
    recordedAt,
    illustration,
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  });
}

function answered(answer: EscalationAnswer & Attribution): EscalationAnswered {
  const { effectiveOn: answeredOn, illustration: _mark, ...said } = answer;
  return stated({ ...said, answeredOn });
}
