/** The file of the embedded log: what it looks like and how a connection to it is set. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { LogUnavailable } from './event-store.ts';

/** "MBlg": tells a log from any other SQLite file. */
const applicationId = 0x4d426c67;
const formatVersion = 1;
export const lockWaitMs = 5_000;

/** Only `erase` marks a stream, and only of a marked stream may events go: the triggers hold for every connection. */
const schema = `
  CREATE TABLE log (
    id TEXT NOT NULL
  ) STRICT;

  CREATE TABLE streams (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL GENERATED ALWAYS AS (substr(name, 1, instr(name, '-') - 1)) STORED,
    erased_at TEXT
  ) STRICT;

  CREATE TABLE events (
    log_position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream INTEGER NOT NULL REFERENCES streams (key),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    id BLOB NOT NULL CHECK (length(id) = 16),
    type TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision),
    UNIQUE (stream, id)
  ) STRICT;

  CREATE TRIGGER an_event_is_never_changed BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'An event is never changed.'); END;

  CREATE TRIGGER only_erased_streams_lose_events BEFORE DELETE ON events
  WHEN (SELECT erased_at FROM streams WHERE key = OLD.stream) IS NULL
  BEGIN SELECT RAISE(ABORT, 'Only the events of an erased stream may go.'); END;

  CREATE TRIGGER only_persons_are_erased BEFORE UPDATE ON streams
  WHEN OLD.category <> 'person' OR OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
    OR NEW.key <> OLD.key OR NEW.name <> OLD.name
  BEGIN SELECT RAISE(ABORT, 'A stream never changes, except that a person''s is erased once.'); END;

  CREATE TRIGGER a_stream_never_goes BEFORE DELETE ON streams
  BEGIN SELECT RAISE(ABORT, 'A stream never goes: an erased one is remembered by its name.'); END;

  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`;

/** Primary result codes of SQLite. */
export const sqlite = { busy: 5, readOnly: 8, ioError: 10, full: 13, constraint: 19 };

export function primaryCode(error: unknown): number | undefined {
  const extended = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Makes the log when the file is new, and sets the connection so that an acknowledged append outlives a power cut.
 * @throws {LogUnavailable} the file isn't a log, or was made by a newer version
 */
export function prepareLog(database: DatabaseSync, path: string): void {
  if (!isEmpty(database)) refuseOtherFormats(database, path);
  switchToWriteAhead(database);
  database.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
  `);
  database.exec('BEGIN IMMEDIATE');
  // Looked at again inside the transaction: another process may have made the log since.
  if (isEmpty(database)) {
    database.exec(schema);
    database.prepare('INSERT INTO log (id) VALUES (?)').run(randomUUID());
  }
  database.exec('COMMIT');
  refuseUnguarded(database, path);
}

const guards = [
  'a_stream_never_goes',
  'an_event_is_never_changed',
  'only_erased_streams_lose_events',
  'only_persons_are_erased',
];

/** Whoever took a trigger away, or put a lax one in its place, may have changed what it guards. @throws {LogUnavailable} */
function refuseUnguarded(database: DatabaseSync, path: string): void {
  const rows = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  // SQLite keeps the text of a trigger as it was written.
  const missing = guards.filter((guard) => !rows.some(({ name, sql }) => name === guard && schema.includes(sql)));
  if (missing.length === 0) return;
  throw new LogUnavailable(
    `The log at ${path} has lost what keeps its events from being changed (${missing.join(', ')}). Verify it against a copy ` +
      'before you go on with it.',
  );
}

/** @throws {LogUnavailable} */
export function refuseOtherFormats(database: DatabaseSync, path: string): void {
  const { application_id: application } = database.prepare('PRAGMA application_id').get() as { application_id: number };
  const format = formatOf(database);
  if (application !== applicationId) throw new LogUnavailable(`The file ${path} is not a Minutebook log.`);
  if (format > formatVersion) {
    throw new LogUnavailable(
      `The log at ${path} was made by a newer version of Minutebook (format ${format}; this one knows ${formatVersion}). ` +
        'Install that version, or a later one, to open it.',
    );
  }
}

/**
 * Refuses a file that is shorter than its header says. SQLite reads what is missing of its last page as zeros, and an
 * event that stood there would be gone without a word. While a write-ahead file stands beside it, the file itself may
 * rightly lag behind.
 * @throws {LogUnavailable}
 */
export function refuseTorn(path: string): void {
  const size = sizeOf(path);
  if (path === ':memory:' || size === 0 || sizeOf(`${path}-wal`) > 0) return;
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  // Bytes 16 and 17 hold the size of a page, where 1 stands for 65,536; bytes 28 to 31 how many pages there are.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const missing = pageSize * header.readUInt32BE(28) - size;
  if (missing > 0) {
    throw new LogUnavailable(
      `The log at ${path} is damaged: the last ${missing} bytes of its file are missing. Put back the latest copy of it.`,
    );
  }
}

/** Which file stands at a path, however it is named; nothing when there is none. */
export function fileAt(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && `${String(stat.dev)}:${String(stat.ino)}`;
}

/** What was written to a file, or which files a folder has, outlives a power cut from here on. */
export function syncToDisk(path: string): void {
  const isFolder = statSync(path).isDirectory();
  // Windows can't be asked it of a folder.
  if (isFolder && process.platform === 'win32') return;
  const file = openSync(path, isFolder ? 'r' : 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** What SQLite finds wrong with the file as a whole: pages, rows and indexes that do not agree. */
export function damageOf(database: DatabaseSync): string | undefined {
  const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string };
  return found === 'ok' ? undefined : found;
}

/**
 * Events that were taken out of the file by hand, as sentences. Places in the log follow each other without a gap, but
 * for those of erased streams; and only a stream of a person may be erased, with all its events.
 */
export function lossesOf(database: DatabaseSync): string[] {
  const { last, events, erased } = database
    .prepare(
      `SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0) AS last,
         (SELECT count(*) FROM events) AS events,
         (SELECT count(*) FROM streams WHERE erased_at IS NOT NULL) AS erased`,
    )
    .get() as { last: number; events: number; erased: number };
  const wrong = database
    .prepare(
      `SELECT name, erased_at IS NOT NULL AS isErased, category = 'person' AS isPerson FROM streams s
       WHERE (erased_at IS NOT NULL AND category <> 'person')
         OR (erased_at IS NULL) <> EXISTS (SELECT 1 FROM events WHERE stream = s.key) ORDER BY key`,
    )
    .all() as { name: string; isErased: 0 | 1; isPerson: 0 | 1 }[];
  return [
    ...(erased === 0 && events < last
      ? [
          `${String(last - events)} of the ${String(last)} events that were recorded are missing, and no stream was erased.`,
        ]
      : []),
    ...wrong.map(({ name, isErased, isPerson }) =>
      isErased
        ? `${name} is marked as erased and ${isPerson ? 'still holds events' : 'is not of a person'}.`
        : `${name} holds no event, and it was not erased.`,
    ),
  ];
}

function isEmpty(database: DatabaseSync): boolean {
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  return tables === 0 && formatOf(database) === 0;
}

function formatOf(database: DatabaseSync): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Two processes that make the same log at once collide here, and SQLite doesn't wait for a lock when it switches. */
function switchToWriteAhead(database: DatabaseSync): void {
  const deadline = performance.now() + lockWaitMs;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (primaryCode(error) !== sqlite.busy || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
