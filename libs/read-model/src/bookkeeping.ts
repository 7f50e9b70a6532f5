/**
 * What a generation of the read model knows of itself: how far each view has come, the revision each stream stands at,
 * and which streams are parked.
 *
 * Views that have come equally far share a *lane*. There is one lane, except while a view whose code changed is being
 * rebuilt: it then runs in a lane of its own until it has caught up with the others.
 */

import type { Database } from './database.ts';
import type { Checkpoint, ComparePositions } from './log-event.ts';

/** A stream that is held back because one of its events can't be taken; the others go on. */
export interface Parked {
  readonly stream: string;
  /** Of the first event that waits: the one that could not be taken. */
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** Why, as a sentence. */
  readonly reason: string;
  /** When it was parked, ISO 8601 in UTC. */
  readonly since: string;
  /** How many later events of the stream wait behind it. */
  readonly waiting: number;
}

export interface Lane {
  readonly number: number;
  readonly checkpoint: Checkpoint | undefined;
}

export interface KeptView {
  readonly name: string;
  readonly fingerprint: string;
  readonly lane: number;
  readonly tables: readonly string[];
}

/** Raised when these tables change; a generation of another format is begun again. */
export const formatVersion = 1;
/** "MBrm": tells a read model from any other SQLite file. */
export const applicationId = 0x4d42726d;

export const bookkeepingSchema = `
  CREATE TABLE lanes (
    lane INTEGER PRIMARY KEY,
    logId TEXT,
    logPosition TEXT,
    eventId TEXT
  ) STRICT;

  CREATE TABLE views (
    name TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    lane INTEGER NOT NULL REFERENCES lanes (lane),
    tables TEXT NOT NULL
  ) STRICT;

  CREATE TABLE stream_revisions (
    lane INTEGER NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (lane, stream)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE parked (
    lane INTEGER NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    eventId TEXT NOT NULL,
    type TEXT NOT NULL,
    reason TEXT NOT NULL,
    since TEXT NOT NULL,
    lastRevision INTEGER NOT NULL,
    PRIMARY KEY (lane, stream)
  ) STRICT;

  CREATE TABLE erased_streams (
    stream TEXT PRIMARY KEY
  ) STRICT;

  PRAGMA application_id = ${String(applicationId)};
  PRAGMA user_version = ${String(formatVersion)};
`;

export function readLanes(database: Database): Lane[] {
  return database
    .all<{ lane: number; logId: string | null; logPosition: string | null; eventId: string | null }>(
      'SELECT lane, logId, logPosition, eventId FROM lanes ORDER BY lane',
    )
    .map(({ lane, logId, logPosition, eventId }) => ({
      number: lane,
      checkpoint:
        logId === null || logPosition === null ? undefined : { logId, logPosition, eventId: eventId ?? undefined },
    }));
}

/** How far all views have come. Undefined when one of them has not begun. */
export function lowestCheckpoint(database: Database, compare: ComparePositions): Checkpoint | undefined {
  return readLanes(database)
    .map(({ checkpoint }) => checkpoint)
    .reduce((lowest, checkpoint) => {
      if (lowest === undefined || checkpoint === undefined) return undefined;
      return compare(checkpoint.logPosition, lowest.logPosition) < 0 ? checkpoint : lowest;
    });
}

export function writeCheckpoint(database: Database, lane: number, checkpoint: Checkpoint): void {
  database
    .statement('UPDATE lanes SET logId = ?, logPosition = ?, eventId = ? WHERE lane = ?')
    .run(checkpoint.logId, checkpoint.logPosition, checkpoint.eventId ?? null, lane);
}

export function readKeptViews(database: Database): KeptView[] {
  return database
    .all<{ name: string; fingerprint: string; lane: number; tables: string }>(
      'SELECT name, fingerprint, lane, tables FROM views ORDER BY name',
    )
    .map((row) => ({ ...row, tables: JSON.parse(row.tables) as string[] }));
}

/** What waits, whichever view holds it back. A stream that several views hold back is told once, with the first event. */
export function readParked(database: Database): Parked[] {
  return database
    .all<Parked>(
      `SELECT stream, revision, eventId, type, reason, since, max(lastRevision - revision) OVER (PARTITION BY stream) AS waiting,
         row_number() OVER (PARTITION BY stream ORDER BY revision, lane) AS place
       FROM parked ORDER BY since, stream`,
    )
    .filter((row) => (row as Parked & { place: number }).place === 1)
    .map(({ stream, revision, eventId, type, reason, since, waiting }) => ({
      stream,
      revision,
      eventId,
      type,
      reason,
      since,
      waiting,
    }));
}

export function readErasedStreams(database: Database): string[] {
  return database
    .all<{ stream: string }>('SELECT stream FROM erased_streams ORDER BY stream')
    .map(({ stream }) => stream);
}
