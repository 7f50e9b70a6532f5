/** Meetings: the standing forums, and each sitting with who was there. */

import type {
  BodyId,
  MeetingEvent,
  MeetingFields,
  MeetingId,
  PostId,
  PreciseDate,
  SeriesEvent,
  SeriesFields,
  SeriesId,
  SeriesKind,
} from '#domain';
import type { Database, Parameters } from './database.ts';
import { type AsRecorded, type Page, pageOf, type Paging } from './page.ts';
import { recordedTable, type SqlRow } from './recorded-table.ts';
import { changes, corrected, type KnownAlias, naturalOrder, type Told, told, toldColumns, withAlias } from './rows.ts';
import type { Handlers, View } from './view.ts';

export const SERIES_STATUSES = ['open', 'closed', 'retracted'] as const;
export type SeriesStatus = (typeof SERIES_STATUSES)[number];

export interface SeriesItem extends SeriesFields {
  readonly id: SeriesId;
  /** The body that recorded it. */
  readonly body: BodyId;
  readonly status: SeriesStatus;
  /** Why it was retracted. */
  readonly retracted?: string;
  readonly aliases: readonly KnownAlias[];
  /** Names it had before it was renamed. */
  readonly formerNames: readonly string[];
  readonly closure?: { readonly until: PreciseDate; readonly reason: string };
  /** How many of its meetings are recorded, and the day of the last. */
  readonly meetings: number;
  readonly lastHeldOn?: string;
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface MeetingItem {
  readonly id: MeetingId;
  /** The body that recorded it. */
  readonly body: BodyId;
  readonly series?: SeriesId;
  /** Its own, else that of its series. */
  readonly kind?: SeriesKind;
  /** A retracted one was recorded in error and stands in no list. */
  readonly status: 'recorded' | 'retracted';
  /** Why it was retracted. */
  readonly retracted?: string;
  readonly title: string;
  readonly heldOn: PreciseDate;
  readonly chairPost?: PostId;
  readonly attended: { readonly posts: readonly PostId[]; readonly bodies: readonly BodyId[] };
  readonly apologies: readonly PostId[];
  readonly counts: { readonly posts: number; readonly bodies: number; readonly apologies: number };
  readonly illustration: boolean;
  readonly lastEvent: { readonly type: string; readonly recordedAt: string };
}

export interface MeetingFilter extends AsRecorded, Paging {
  readonly series?: SeriesId | undefined;
  readonly kind?: SeriesKind | undefined;
  /** Civil dates: held on or after, held before. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

export interface SeriesFilter extends AsRecorded, Paging {
  readonly kind?: SeriesKind | undefined;
  readonly ofBody?: BodyId | undefined;
  /** Those that were retracted are listed only when they are asked for. */
  readonly status?: SeriesStatus | undefined;
}

export interface MeetingQueries {
  /** The latest first. */
  list(filter?: MeetingFilter): Page<MeetingItem>;
  get(id: MeetingId, at?: AsRecorded): MeetingItem | undefined;
  /** Another meeting that is recorded with the same series, kind, title and date. */
  alike(fields: Omit<MeetingFields, 'chairPost'>, other: MeetingId): MeetingId | undefined;
  /** By name. */
  listSeries(filter?: SeriesFilter): Page<SeriesItem>;
  getSeries(id: SeriesId, at?: AsRecorded): SeriesItem | undefined;
}

interface SeriesRow extends Told {
  id: SeriesId;
  body: BodyId;
  name: string;
  sortKey: string;
  kind: SeriesKind;
  ofBody?: BodyId;
  status: SeriesStatus;
  retracted?: string;
  fields: SeriesFields;
  aliases: readonly KnownAlias[];
  formerNames: readonly string[];
  closure?: { until: PreciseDate; reason: string };
}

interface MeetingRow extends Told {
  id: MeetingId;
  body: BodyId;
  status: 'recorded' | 'retracted';
  retracted?: string;
  series?: SeriesId;
  kind?: SeriesKind;
  title: string;
  heldOn: PreciseDate;
  day?: string;
  chairPost?: PostId;
  posts: readonly PostId[];
  bodies: readonly BodyId[];
  apologies: readonly PostId[];
}

const seriesTable = recordedTable<SeriesRow>('series', ['id'], {
  id: 'text',
  body: 'text',
  name: 'text',
  sortKey: 'text',
  kind: 'text',
  ofBody: 'text',
  status: 'text',
  retracted: 'text',
  fields: 'json',
  aliases: 'json',
  formerNames: 'json',
  closure: 'json',
  ...toldColumns,
});

const meetingsTable = recordedTable<MeetingRow>(
  'meetings',
  ['id'],
  {
    id: 'text',
    body: 'text',
    status: 'text',
    retracted: 'text',
    series: 'text',
    kind: 'text',
    title: 'text',
    heldOn: 'json',
    day: 'text',
    chairPost: 'text',
    posts: 'json',
    bodies: 'json',
    apologies: 'json',
    ...toldColumns,
  },
  { indexes: [['series']] },
);

export const meetings: View<MeetingQueries> = {
  name: 'meetings',
  file: import.meta.url,
  tables: [...seriesTable.stored, ...meetingsTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<SeriesEvent | MeetingEvent> {
  const series = seriesTable.open(database);
  const sittings = meetingsTable.open(database);
  const changeSeries = changes(series);
  const changeMeeting = changes(sittings);
  return {
    MeetingSeriesOpened: (event) => {
      const { series: id, body, name, seriesKind } = event.data;
      const row: SeriesRow = {
        id,
        body,
        name,
        sortKey: '',
        kind: seriesKind,
        status: 'open',
        fields: event.data,
        aliases: [],
        formerNames: [],
        ...told(event),
      };
      takeSeries(row, event.data);
      series.put(row, event.recordedAt);
    },
    MeetingSeriesRenamed: changeSeries((row, { data }) => {
      row.formerNames = [...row.formerNames, data.from];
      takeSeries(row, { ...row.fields, name: data.to });
    }),
    MeetingSeriesCorrected: changeSeries((row, { data }) => {
      takeSeries(row, corrected(row.fields, data));
      // A renaming that did not happen leaves no former name behind.
      row.formerNames = row.formerNames.filter((former) => former !== row.name);
    }),
    MeetingSeriesAliasAdded: changeSeries((row, { data }) => {
      row.aliases = withAlias(row.aliases, data);
    }),
    MeetingSeriesAliasRetracted: changeSeries((row, { data }) => {
      row.aliases = row.aliases.filter(({ alias }) => alias !== data.alias);
    }),
    MeetingSeriesClosed: changeSeries((row, { data }) => {
      row.status = 'closed';
      row.closure = { until: data.until, reason: data.reason };
    }),
    MeetingSeriesClosureRetracted: changeSeries((row) => {
      row.status = 'open';
      row.closure = undefined;
    }),
    MeetingSeriesRetracted: changeSeries((row, { data }) => {
      row.status = 'retracted';
      row.retracted = data.reason;
    }),
    MeetingRecorded: (event) => {
      const { meeting, body, title, heldOn } = event.data;
      const row: MeetingRow = {
        id: meeting,
        body,
        status: 'recorded',
        title,
        heldOn,
        posts: [],
        bodies: [],
        apologies: [],
        ...told(event),
      };
      takeMeeting(row, event.data);
      sittings.put(row, event.recordedAt);
    },
    AttendanceRecorded: changeMeeting((row, { data }) => {
      row.posts = [...row.posts, ...data.posts];
      row.bodies = [...row.bodies, ...data.bodies];
      row.apologies = [...row.apologies, ...data.apologies];
    }),
    AttendanceCorrected: changeMeeting((row, { data: { is } }) => {
      row.posts = is.posts;
      row.bodies = is.bodies;
      row.apologies = is.apologies;
    }),
    MeetingCorrected: changeMeeting((row, { data }) => {
      const { series: of, kind: meetingKind, title, heldOn, chairPost } = row;
      takeMeeting(row, corrected<MeetingFields>({ series: of, meetingKind, title, heldOn, chairPost }, data));
    }),
    MeetingRetracted: changeMeeting((row, { data }) => {
      row.status = 'retracted';
      row.retracted = data.reason;
    }),
  };
}

function takeSeries(row: SeriesRow, fields: SeriesFields): void {
  const { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since } = fields;
  row.fields = { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since };
  row.name = name;
  row.sortKey = naturalOrder(name);
  row.kind = seriesKind;
  row.ofBody = ofBody;
}

function takeMeeting(row: MeetingRow, { series, meetingKind, title, heldOn, chairPost }: MeetingFields): void {
  row.series = series;
  row.kind = meetingKind;
  row.title = title;
  row.heldOn = heldOn;
  row.day = heldOn.from;
  row.chairPost = chairPost;
}

function queries(database: Database): MeetingQueries {
  const page = <Item>(
    { page: number, size, offset }: ReturnType<typeof pageOf>,
    list: string,
    count: string,
    parameters: Parameters,
    itemFrom: (row: SqlRow) => Item,
  ): Page<Item> => ({
    items: database.all<SqlRow>(list, { ...parameters, size, offset }).map(itemFrom),
    total: database.get<{ total: number }>(count, parameters)?.total ?? 0,
    page: number,
    size,
  });
  const meetingsFrom = (asRecorded: boolean): string =>
    `${meetingsTable.from(asRecorded)} m LEFT JOIN ${seriesTable.from(asRecorded)} s ON s.id = m.series`;
  const sittingsOf = (asRecorded: boolean): string =>
    `FROM ${meetingsTable.from(asRecorded)} m WHERE m.series = s.id AND m.status = 'recorded'`;
  const seriesColumns = (asRecorded: boolean): string =>
    `s.*, (SELECT count(*) ${sittingsOf(asRecorded)}) AS meetings,
      (SELECT max(m.day) ${sittingsOf(asRecorded)}) AS lastHeldOn`;
  return {
    list: (filter = {}) => {
      const from = `FROM ${meetingsFrom(filter.recordedBefore !== undefined)}
        WHERE m.status = 'recorded'
          AND (:series IS NULL OR m.series = :series)
          AND (:kind IS NULL OR coalesce(m.kind, s.kind) = :kind)
          AND (:from IS NULL OR m.day >= :from)
          AND (:before IS NULL OR m.day < :before)`;
      return page(
        pageOf(filter),
        `SELECT m.*, s.kind AS seriesKind ${from} ORDER BY m.day DESC NULLS LAST, m.title, m.id LIMIT :size OFFSET :offset`,
        `SELECT count(*) AS total ${from}`,
        {
          bound: filter.recordedBefore ?? null,
          series: filter.series ?? null,
          kind: filter.kind ?? null,
          from: filter.from ?? null,
          before: filter.before ?? null,
        },
        meetingFrom,
      );
    },
    get: (id, { recordedBefore } = {}) => {
      const sql = `SELECT m.*, s.kind AS seriesKind FROM ${meetingsFrom(recordedBefore !== undefined)} WHERE m.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: recordedBefore ?? null });
      return row && meetingFrom(row);
    },
    alike: ({ series = null, meetingKind = null, title, heldOn: { from = null, to = null } }, other) => {
      const sql = `SELECT m.id FROM ${meetingsTable.from(false)} m
        WHERE m.status = 'recorded' AND m.id <> :other AND m.series IS :series AND m.kind IS :kind
          AND upper(m.title) = upper(:title) AND m.day IS :from AND json_extract(m.heldOn, '$.to') IS :to`;
      return database.get<{ id: MeetingId }>(sql, { other, series, kind: meetingKind, title, from, to })?.id;
    },
    listSeries: (filter = {}) => {
      const from = `FROM ${seriesTable.from(filter.recordedBefore !== undefined)} s
        WHERE (:kind IS NULL OR s.kind = :kind)
          AND (:ofBody IS NULL OR s.ofBody = :ofBody)
          AND CASE WHEN :status IS NULL THEN s.status <> 'retracted' ELSE s.status = :status END`;
      return page(
        pageOf(filter),
        `SELECT ${seriesColumns(filter.recordedBefore !== undefined)} ${from} ORDER BY s.sortKey, s.id LIMIT :size OFFSET :offset`,
        `SELECT count(*) AS total ${from}`,
        {
          bound: filter.recordedBefore ?? null,
          kind: filter.kind ?? null,
          ofBody: filter.ofBody ?? null,
          status: filter.status ?? null,
        },
        seriesFrom,
      );
    },
    getSeries: (id, { recordedBefore } = {}) => {
      const asRecorded = recordedBefore !== undefined;
      const sql = `SELECT ${seriesColumns(asRecorded)} FROM ${seriesTable.from(asRecorded)} s WHERE s.id = :id`;
      const row = database.get<SqlRow>(sql, { id, bound: recordedBefore ?? null });
      return row && seriesFrom(row);
    },
  };
}

function seriesFrom(sqlRow: SqlRow): SeriesItem {
  const read = seriesTable.read(sqlRow);
  const { fields, sortKey: _sortKey, kind: _kind, madeUpIn: _madeUpIn, lastEventType, lastEventAt, ...row } = read;
  const last = sqlRow['lastHeldOn'];
  return {
    ...row,
    ...fields,
    meetings: Number(sqlRow['meetings']),
    ...(typeof last === 'string' && { lastHeldOn: last }),
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  };
}

function meetingFrom(sqlRow: SqlRow): MeetingItem {
  const row = meetingsTable.read(sqlRow);
  const { day: _day, posts, bodies, apologies, madeUpIn: _madeUpIn, lastEventType, lastEventAt, ...fields } = row;
  const kind = row.kind ?? (sqlRow['seriesKind'] as SeriesKind | null);
  return {
    ...fields,
    ...(kind !== null && { kind }),
    attended: { posts, bodies },
    apologies,
    counts: { posts: posts.length, bodies: bodies.length, apologies: apologies.length },
    lastEvent: { type: lastEventType, recordedAt: lastEventAt },
  };
}
