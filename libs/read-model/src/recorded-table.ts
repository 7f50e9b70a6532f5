/**
 * How a view keeps its rows: typed objects in STRICT tables, read and written by their key.
 *
 * A *recorded* table is a list that can be asked as recorded by a date. It is two tables of one shape: what stands is in
 * `<name>_now`; a row that is superseded moves to `<name>_past` with the time it stood from and to. (One table with an
 * open end made every write look for the end of the row before it.) A *plain* table keeps only what stands. A *trail* only
 * grows: a row for each event of something, for what nearly every event changes.
 */

import type { StatementSync } from 'node:sqlite';
import type { Database, Value } from './database.ts';

/** `flag` is a boolean, `json` any JSON value. Fields that are absent in a row are NULL in the table. */
export type ColumnKind = 'text' | 'integer' | 'flag' | 'json';
export type Columns<Row> = { readonly [Field in keyof Row]-?: ColumnKind };
type Key<Row> = readonly (keyof Row & string)[];

/** One SQLite table, as much of it as creating, dropping and comparing need. */
export interface StoredTable {
  readonly name: string;
  readonly ddl: string;
  /** What can wait until the log has been read to its end: an index is made at once faster than row by row. */
  readonly laterDdl?: string;
  /** Rows in this order are the same rows in any generation. */
  readonly order: readonly string[];
}

export interface OpenTable<Row> {
  get(...key: Value[]): Row | undefined;
}

export interface OpenPlainTable<Row> extends OpenTable<Row> {
  put(row: Row): void;
  remove(...key: Value[]): void;
}

export interface OpenRecordedTable<Row> extends OpenTable<Row> {
  /** From `recordedAt` on this row stands; the one it supersedes moves to the past. */
  put(row: Row, recordedAt: string): void;
  /** From `recordedAt` on no row stands under the key. */
  end(recordedAt: string, ...key: Value[]): void;
  /** Leaves no trace of the key, now or in the past. For erasure only. */
  erase(...key: Value[]): void;
}

export interface OpenTrail<Row> {
  add(row: Row): void;
}

export interface Trail<Row> {
  readonly stored: readonly [StoredTable];
  /** The name to select from. */
  readonly from: string;
  read(sqlRow: SqlRow): Row;
  open(database: Database): OpenTrail<Row>;
}

export interface PlainTable<Row> {
  readonly stored: readonly [StoredTable];
  /** The name to select from. */
  readonly from: string;
  read(sqlRow: SqlRow): Row;
  open(database: Database): OpenPlainTable<Row>;
}

export interface RecordedTable<Row> {
  readonly stored: readonly [StoredTable, StoredTable];
  /**
   * What to select from: what stands, or what stood before the instant `:bound`. A row that was superseded by another
   * recorded at the very same time never stood.
   */
  from(asRecorded: boolean): string;
  read(sqlRow: SqlRow): Row;
  open(database: Database): OpenRecordedTable<Row>;
}

export type SqlRow = Readonly<Record<string, Value>>;

export function plainTable<Row>(
  name: string,
  key: Key<Row>,
  columns: Columns<Row>,
  indexes: Indexes<Row> = [],
): PlainTable<Row> {
  const shape = shapeOf(name, key, columns);
  return {
    stored: [
      {
        name,
        ddl: [
          `CREATE TABLE ${name} (${shape.definitions}, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID`,
          ...indexes.map((fields) => indexOn(name, fields)),
        ].join(';\n'),
        order: key,
      },
    ],
    from: name,
    read: shape.read,
    open: (database) => {
      const get = prepared(database, `SELECT ${shape.names} FROM ${name} WHERE ${shape.byKey}`);
      const put = prepared(database, `INSERT OR REPLACE INTO ${name} (${shape.names}) VALUES (${shape.places})`);
      const remove = prepared(database, `DELETE FROM ${name} WHERE ${shape.byKey}`);
      return {
        get: (...keys) => {
          const row = get().get(...keys);
          return row && shape.read(row as SqlRow);
        },
        put: (row) => put().run(...shape.write(row)),
        remove: (...keys) => remove().run(...keys),
      };
    },
  };
}

export function trailTable<Row>(name: string, key: Key<Row>, columns: Columns<Row>): Trail<Row> {
  const shape = shapeOf(name, key, columns);
  return {
    stored: [
      {
        name,
        ddl: `CREATE TABLE ${name} (${shape.definitions}) STRICT`,
        laterDdl: indexOn(name, key),
        order: key,
      },
    ],
    from: name,
    read: shape.read,
    open: (database) => {
      const add = prepared(database, `INSERT INTO ${name} (${shape.names}) VALUES (${shape.places})`);
      return { add: (row) => add().run(...shape.write(row)) };
    },
  };
}

export function recordedTable<Row extends object>(
  name: string,
  key: Key<Row>,
  columns: Columns<Row>,
  options: { readonly indexes?: Indexes<Row>; readonly isErasable?: boolean } = {},
): RecordedTable<Row> {
  const { indexes = [], isErasable = false } = options;
  const shape = shapeOf(name, key, columns);
  const now = `${name}_now`;
  const past = `${name}_past`;
  const bounded =
    `(SELECT ${shape.names}, recordedFrom FROM ${now} WHERE recordedFrom < :bound UNION ALL ` +
    `SELECT ${shape.names}, recordedFrom FROM ${past} WHERE recordedFrom < :bound AND recordedTo >= :bound)`;
  return {
    stored: [
      {
        name: now,
        ddl: [
          `CREATE TABLE ${now} (${shape.definitions}, recordedFrom TEXT NOT NULL, PRIMARY KEY (${key.join(', ')})) STRICT`,
          ...indexes.map((fields) => indexOn(now, fields)),
        ].join(';\n'),
        order: key,
      },
      {
        name: past,
        ddl: `CREATE TABLE ${past} (${shape.definitions}, recordedFrom TEXT NOT NULL, recordedTo TEXT NOT NULL) STRICT`,
        laterDdl: indexOn(past, [...key, 'recordedFrom']),
        order: [...key, 'recordedFrom', 'recordedTo'],
      },
    ],
    from: (asRecorded) => (asRecorded ? bounded : now),
    read: shape.read,
    open: (database) => {
      const get = prepared(database, `SELECT ${shape.names}, recordedFrom FROM ${now} WHERE ${shape.byKey}`);
      const move = prepared(
        database,
        `INSERT INTO ${past} SELECT ${shape.names}, recordedFrom, ? FROM ${now} WHERE ${shape.byKey}`,
      );
      const insert = prepared(
        database,
        `INSERT INTO ${now} (${shape.names}, recordedFrom) VALUES (${shape.places}, ?)`,
      );
      const removeNow = prepared(database, `DELETE FROM ${now} WHERE ${shape.byKey}`);
      const removePast = prepared(database, `DELETE FROM ${past} WHERE ${shape.byKey}`);
      /** What was read of a row, so that a change writes only what is new, and only the indexes of that. */
      const known = new WeakMap<Row, SqlRow>();

      const read = (keys: readonly Value[]): SqlRow | undefined => get().get(...keys) as SqlRow | undefined;
      /** Moves what stands to the past, unless it stood for no time, and answers from when the next may stand. */
      const supersede = (standing: SqlRow, keys: readonly Value[], recordedAt: string): string => {
        const from = standing['recordedFrom'] as string;
        // The clock of a stream never goes backwards, but a row is kept from harm if it did.
        if (from >= recordedAt) return from;
        move().run(recordedAt, ...keys);
        return recordedAt;
      };
      const put = (row: Row, recordedAt: string): void => {
        const values = shape.write(row);
        const keys = shape.keyOf(values);
        const standing = known.get(row) ?? read(keys);
        if (standing === undefined) {
          insert().run(...values, recordedAt);
          return;
        }
        const changed = shape.fields.filter((field, place) => (standing[field] ?? null) !== values[place]);
        if (changed.length === 0) return;
        const from = supersede(standing, keys, recordedAt);
        const update = `UPDATE ${now} SET ${changed.map((field) => `${field} = ?`).join(', ')}, recordedFrom = ? WHERE ${shape.byKey}`;
        const isNew = values.filter((value, place) => (standing[shape.fields[place] ?? ''] ?? null) !== value);
        database.statement(update).run(...isNew, from, ...keys);
        known.delete(row);
      };
      const end = (recordedAt: string, ...keys: Value[]): void => {
        const standing = read(keys);
        if (standing === undefined) return;
        supersede(standing, keys, recordedAt);
        removeNow().run(...keys);
      };
      const erase = (...keys: Value[]): void => {
        removeNow().run(...keys);
        removePast().run(...keys);
      };
      /** What is freed is overwritten, so that the bytes of the file hold no trace of it. */
      const leavingNoTrace =
        <Arguments extends unknown[]>(change: (...given: Arguments) => void) =>
        (...given: Arguments): void => {
          database.exec('PRAGMA secure_delete = ON');
          try {
            change(...given);
          } finally {
            database.exec('PRAGMA secure_delete = OFF');
          }
        };

      return {
        get: (...keys) => {
          const standing = read(keys);
          if (standing === undefined) return undefined;
          const row = shape.read(standing);
          known.set(row, standing);
          return row;
        },
        put: isErasable ? leavingNoTrace(put) : put,
        end: isErasable ? leavingNoTrace(end) : end,
        erase: leavingNoTrace(erase),
      };
    },
  };
}

type Indexes<Row> = readonly (readonly (keyof Row & string)[])[];

function indexOn(table: string, fields: readonly string[]): string {
  return `CREATE INDEX IF NOT EXISTS ${table}_by_${fields.join('_')} ON ${table} (${fields.join(', ')})`;
}

interface Shape<Row> {
  readonly fields: readonly string[];
  readonly names: string;
  readonly places: string;
  readonly definitions: string;
  readonly byKey: string;
  readonly keyOf: (values: readonly Value[]) => Value[];
  readonly read: (sqlRow: SqlRow) => Row;
  readonly write: (row: Row) => Value[];
}

function shapeOf<Row>(table: string, key: Key<Row>, columns: Columns<Row>): Shape<Row> {
  const fields = Object.entries(columns) as [keyof Row & string, ColumnKind][];
  const names = fields.map(([name]) => name);
  const keyPlaces = key.map((name) => names.indexOf(name));
  if (keyPlaces.includes(-1)) throw new Error(`The key of ${table} is not among its columns.`);
  return {
    fields: names,
    names: names.join(', '),
    places: names.map(() => '?').join(', '),
    definitions: fields
      .map(([name, kind]) => `${name} ${sqlTypes[kind]}${key.includes(name) ? ' NOT NULL' : ''}`)
      .join(', '),
    byKey: key.map((name) => `${name} = ?`).join(' AND '),
    keyOf: (values) => keyPlaces.map((place) => values[place] ?? null),
    read: (sqlRow) => {
      const row: Record<string, unknown> = {};
      for (const [name, kind] of fields) {
        const value = sqlRow[name];
        if (value === null || value === undefined) continue;
        row[name] = kind === 'json' ? JSON.parse(value as string) : kind === 'flag' ? value === 1 : value;
      }
      return row as Row;
    },
    write: (row) => {
      const values: Value[] = [];
      for (const [name, kind] of fields) {
        const value: unknown = row[name];
        if (value === undefined) values.push(null);
        else if (kind === 'json') values.push(JSON.stringify(value));
        else if (kind === 'flag') values.push(value === true ? 1 : 0);
        else values.push(value as Value);
      }
      return values;
    },
  };
}

const sqlTypes: Readonly<Record<ColumnKind, string>> = {
  text: 'TEXT',
  integer: 'INTEGER',
  flag: 'INTEGER',
  json: 'TEXT',
};

/** Looked up when it is first needed, because a view is opened before its tables exist. */
function prepared(database: Database, sql: string): () => StatementSync {
  let statement: StatementSync | undefined;
  return () => (statement ??= database.statement(sql));
}
