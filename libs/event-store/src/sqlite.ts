/**
 * The embedded log: one SQLite file, and `:memory:` for tests.
 *
 * SQLite allows one writer at a time and every commit waits for the disk, so the appends that arrive in one turn of the
 * event loop share a transaction. None of them is answered before its COMMIT has returned.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { InvariantBroken } from '#domain';
import { admit } from './door.ts';
import {
  ErasureRefused,
  EventRefused,
  EventStore,
  LogUnavailable,
  NotThisLog,
  OutcomeUnknown,
  StreamErased,
  unreadableType,
  type Appended,
  type Batch,
  type Checkpoint,
  type Conflict,
  type EventToAppend,
  type History,
  type JsonObject,
  type PersonStreamName,
  type RawEvent,
  type RawLog,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from './event-store.ts';
import {
  damageOf,
  fileAt,
  lockWaitMs,
  lossesOf,
  messageOf,
  prepareLog,
  primaryCode,
  refuseOtherFormats,
  refuseTorn,
  sqlite,
  syncToDisk,
} from './sqlite-file.ts';
import { isPersonStream, isStreamName } from './stream-name.ts';

export interface SqliteEventStoreOptions {
  /** The store's own witness of the time, ISO 8601 in UTC. The system's clock unless given. */
  clock?: () => string;
  /** Opens an existing log, perhaps beside the process that writes it, and writes nothing. */
  readOnly?: boolean;
  /**
   * Called once when a write failed in a way after which the file can't be trusted to hold what it is told. The store
   * refuses everything from then on; stop the process, and start it again when the disk is sound.
   */
  onFailure?: (error: Error) => void;
}

const batchSizeMax = 200;
/** Places looked at in one turn of the event loop when few events are of the categories asked for. */
const scanSizeMax = 2_000;
const pollMs = 25;
/** Streams whose end is remembered. */
const endsMax = 50_000;

// SQLite writes an id out faster than it hands its bytes over.
const columns =
  'e.log_position AS logPosition, e.revision, lower(hex(e.id)) AS hexId, e.type, e.stored_at AS storedAt, e.data, e.metadata';
const columnsOfAny = `${columns}, s.name AS stream FROM events e JOIN streams s ON s.key = e.stream`;

interface EventRow {
  logPosition: number;
  stream: StreamName;
  revision: number;
  hexId: string;
  type: string;
  storedAt: string;
  data: string;
  metadata: string;
}

type StoredEvent = Omit<EventRow, 'stream'>;

interface StreamRow {
  key: number;
  isErased: 0 | 1;
  /** -1 when it holds no event. */
  revision: number;
}

interface WaitingAppend {
  stream: StreamName;
  /** -1 for no stream. */
  expected: number;
  events: readonly { id: Buffer; type: string; data: string; metadata: string }[];
  resolve: (answer: Appended | Conflict) => void;
  reject: (error: Error) => void;
}

/** A checkpoint as a subscription carries it on. */
interface Place {
  logPosition: number;
  eventId: string | undefined;
}

export class SqliteEventStore extends EventStore implements RawLog {
  /** @throws {LogUnavailable} the file is missing (read-only), isn't a log, or was made by a newer version */
  static open(path: string, options: SqliteEventStoreOptions = {}): SqliteEventStore {
    if (options.readOnly === true && !existsSync(path)) throw new LogUnavailable(`There is no log at ${path}.`);
    let database: DatabaseSync | undefined;
    try {
      refuseTorn(path);
      database = new DatabaseSync(path, { timeout: lockWaitMs, readOnly: options.readOnly ?? false });
      if (options.readOnly === true) refuseOtherFormats(database, path);
      else prepareLog(database, path);
      return new SqliteEventStore(database, path, options);
    } catch (error) {
      database?.close();
      if (error instanceof LogUnavailable) throw error;
      throw new LogUnavailable(`The log at ${path} can't be opened: ${messageOf(error)}.`, { cause: error });
    }
  }

  private readonly logId: string;
  private readonly clock: () => string;
  private readonly onFailure: (error: Error) => void;

  private waiting: WaitingAppend[] = [];
  private whyUnusable: string | undefined;

  /** Subscribers that have seen everything, each to be woken once. */
  private readonly sleepers = new Set<() => void>();
  private poll: NodeJS.Timeout | undefined;
  private seenVersion = -1;

  /** Where streams end, so that the next append need not look. Holds only as long as nobody else writes. */
  private readonly ends = new Map<StreamName, { key: number | bigint; revision: number }>();
  private endsVersion = -1;

  private readonly path: string;
  private readonly file: string | undefined;
  private readonly database: DatabaseSync;
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly findStream: StatementSync;
  private readonly insertStream: StatementSync;
  private readonly insertEvent: StatementSync;
  private readonly selectFrom: StatementSync;
  private readonly selectHistory: StatementSync;
  private readonly selectRaw: StatementSync;
  private readonly selectHead: StatementSync;
  private readonly selectLasting: StatementSync;
  private readonly selectVersion: StatementSync;

  private constructor(database: DatabaseSync, path: string, options: SqliteEventStoreOptions) {
    super();
    this.database = database;
    this.path = path;
    this.file = fileAt(path);
    this.clock = options.clock ?? (() => new Date().toISOString());
    this.onFailure = options.onFailure ?? (() => {});
    this.logId = (database.prepare('SELECT id FROM log').get() as { id: string }).id;
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.findStream = database.prepare(
      `SELECT key, erased_at IS NOT NULL AS isErased,
         ifnull((SELECT max(revision) FROM events WHERE stream = key), -1) AS revision
       FROM streams WHERE name = ?`,
    );
    this.insertStream = database.prepare('INSERT INTO streams (name) VALUES (?)');
    this.insertEvent = database.prepare(
      'INSERT INTO events (stream, revision, id, type, stored_at, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.selectFrom = database.prepare(
      'SELECT log_position AS logPosition, id FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
    );
    this.selectHistory = database.prepare(`SELECT ${columns} FROM events e WHERE e.stream = ? ORDER BY e.revision`);
    this.selectRaw = database.prepare(
      `SELECT ${columnsOfAny} WHERE e.log_position > ? ORDER BY e.log_position LIMIT ${batchSizeMax}`,
    );
    // Not the greatest position in the table: when the tail was erased, readers may rightly have been further.
    this.selectHead = database.prepare(
      "SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'events'), 0) AS head",
    );
    this.selectLasting = database.prepare(
      `SELECT lower(hex(e.id)) AS hexId FROM events e JOIN streams s ON s.key = e.stream
       WHERE e.log_position > ? AND e.log_position <= ? AND s.category <> 'person' ORDER BY e.log_position DESC LIMIT 1`,
    );
    this.selectVersion = database.prepare('PRAGMA data_version');
  }

  async read(stream: StreamName): Promise<History> {
    return this.reading(() => {
      const found = this.findStream.get(stream) as StreamRow | undefined;
      if (found === undefined) return { events: [], revision: 'no-stream' };
      if (found.isErased) throw new StreamErased(`The stream ${stream} was erased.`);
      const events: RecordedEvent[] = [];
      // Row by row, so that the texts of a long history are not held beside what they say.
      for (const row of this.selectHistory.iterate(found.key))
        events.push(recorded(row as unknown as StoredEvent, stream));
      // Revisions are whole numbers, none of them twice, in order: if the last is right, so are all before it.
      if (events.length > 0 && events.at(-1)?.revision !== events.length - 1) {
        throw new InvariantBroken(
          `The stream ${stream} has a gap: ${events.length} events end at revision ${String(events.at(-1)?.revision)}.`,
        );
      }
      return { events, revision: events.at(-1)?.revision ?? 'no-stream' };
    });
  }

  async append(
    stream: StreamName,
    expected: Revision | 'no-stream',
    events: readonly EventToAppend[],
  ): Promise<Appended | Conflict> {
    this.refuseWhenUnusable();
    const admitted = admit(stream, expected, events).map((event) => ({ ...event, id: bytesOf(event.id) }));
    return new Promise((resolve, reject) => {
      this.waiting.push({
        stream,
        expected: expected === 'no-stream' ? -1 : expected,
        events: admitted,
        resolve,
        reject,
      });
      if (this.waiting.length === 1) setImmediate(() => this.commitWaiting());
    });
  }

  async *subscribe(
    after: Checkpoint | undefined,
    categories: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Batch, void, undefined> {
    const select = this.reading(() => this.database.prepare(selectBatch(categories.length)));
    let place = this.reading(() => this.verified(after));
    let hasCaughtUp = false;
    while (!signal.aborted) {
      const batch = this.reading(() => this.batchAfter(place, select, categories));
      const logPosition = Number(batch.checkpoint.logPosition);
      const hasMoved = logPosition > place.logPosition;
      place = { logPosition, eventId: batch.checkpoint.eventId };
      if (batch.events.length > 0 || (batch.isCaughtUp && (hasMoved || !hasCaughtUp))) {
        hasCaughtUp = batch.isCaughtUp;
        yield batch;
      } else if (batch.isCaughtUp) {
        // Nothing may be awaited between reading the log and going to sleep, or a write in between would be slept through.
        await this.change(signal);
      }
      if (!batch.isCaughtUp) await nextTurn();
    }
  }

  async head(): Promise<Checkpoint> {
    return this.reading(() => {
      const head = this.headPosition();
      return this.checkpoint({ logPosition: head, eventId: this.lastLasting(0, head) });
    });
  }

  compare(a: string, b: string): number {
    return Number(a) - Number(b);
  }

  /** Wakes subscribers at once when another connection has written, who would else be woken at the next poll. */
  look(): void {
    try {
      const version = (this.selectVersion.get() as { data_version: number }).data_version;
      if (version === this.seenVersion) return;
      this.seenVersion = version;
    } catch {
      // The subscribers meet the same error when they read, where it can be told.
    }
    this.wakeSleepers();
  }

  async erase(stream: PersonStreamName): Promise<void> {
    if (!isStreamName(stream) || !isPersonStream(stream)) {
      throw new ErasureRefused(
        `The stream ${String(stream)} is part of the record: only a person's stream can be erased.`,
      );
    }
    this.refuseWhenUnusable();
    this.commitWaiting();
    this.ends.delete(stream);
    this.writing(() => {
      this.database.prepare('INSERT INTO streams (name) VALUES (?) ON CONFLICT DO NOTHING').run(stream);
      this.database
        .prepare('UPDATE streams SET erased_at = ? WHERE name = ? AND erased_at IS NULL')
        .run(this.clock(), stream);
      this.database.prepare('DELETE FROM events WHERE stream = (SELECT key FROM streams WHERE name = ?)').run(stream);
    });
    await this.emptyWriteAheadFile();
  }

  async *rows(): AsyncGenerator<RawEvent, void, undefined> {
    let after = 0;
    for (;;) {
      const rows = this.reading(() => this.selectRaw.all(after) as unknown as EventRow[]);
      for (const { logPosition, hexId, ...row } of rows) {
        yield { ...row, logPosition: String(logPosition), id: uuidOf(hexId) };
        after = logPosition;
      }
      if (rows.length < batchSizeMax) break;
      await nextTurn();
    }
    const damage = this.reading(() => damageOf(this.database));
    if (damage !== undefined) throw new LogUnavailable(`The file of the log is damaged: ${damage}`);
  }

  losses(): readonly string[] {
    return this.reading(() => lossesOf(this.database));
  }

  /**
   * Writes the log as it stands at one moment to a new file, while others go on writing to this one. The copy is on the
   * disk when this returns, and holds nothing of what was erased.
   * @throws {LogUnavailable}
   */
  copyTo(path: string): void {
    try {
      this.database.prepare('VACUUM INTO ?').run(path);
      // SQLite leaves it to whoever asks for a copy to see it to the disk.
      syncToDisk(path);
    } catch (error) {
      throw new LogUnavailable(`The log at ${this.path} can't be copied to ${path}: ${messageOf(error)}.`, {
        cause: error,
      });
    }
  }

  async close(): Promise<void> {
    if (!this.database.isOpen) return;
    if (this.whyUnusable === undefined) this.commitWaiting();
    this.whyUnusable ??= 'The log is closed.';
    this.database.close();
    this.wakeSleepers();
  }

  // Appending

  private commitWaiting(): void {
    const group = this.waiting;
    this.waiting = [];
    if (group.length === 0) return;
    let answers: (() => void)[];
    try {
      answers = this.writing(() => {
        this.forgetEndsOthersMoved();
        const storedAt = this.clock();
        return group.map((append) => this.write(append, storedAt));
      });
    } catch (error) {
      this.ends.clear();
      for (const append of group) append.reject(error as Error);
      return;
    }
    for (const answer of answers) answer();
    this.wakeSleepers();
  }

  /** Writes one append of a group, or nothing of it, and says how to answer once the group is committed. */
  private write(append: WaitingAppend, storedAt: string): () => void {
    const { stream, expected, events } = append;
    const end = this.ends.get(stream);
    let known = end?.revision === expected ? end.key : undefined;
    if (known === undefined) {
      const found = this.findStream.get(stream) as StreamRow | undefined;
      if (found?.isErased) return () => append.reject(new StreamErased(`The stream ${stream} was erased.`));
      const actual = found?.revision ?? -1;
      if (actual > expected && found !== undefined) {
        const first = this.repeated(append, found.key);
        if (first instanceof Error) return () => append.reject(first);
        if (first !== undefined) return () => append.resolve(first);
      }
      if (actual !== expected) {
        return () => append.resolve({ outcome: 'conflict', actual: actual === -1 ? 'no-stream' : actual });
      }
      known = found?.key;
    }

    let revision = expected;
    let logPosition: number | bigint = 0;
    // A single insert is undone by SQLite when it fails; several need a mark to go back to.
    const isSeveral = events.length > 1;
    if (isSeveral) this.database.exec('SAVEPOINT one_append');
    try {
      const key = known ?? this.insertStream.run(stream).lastInsertRowid;
      for (const { id, type, data, metadata } of events) {
        revision += 1;
        const inserted = this.insertEvent.run(key, revision, id, type, storedAt, data, metadata);
        if (inserted.changes !== 1) throw new InvariantBroken(`An event of ${stream} was not written exactly once.`);
        logPosition = inserted.lastInsertRowid;
      }
      if (this.ends.size >= endsMax) this.ends.clear();
      this.ends.set(stream, { key, revision });
    } catch (error) {
      if (primaryCode(error) !== sqlite.constraint) throw error;
      if (isSeveral) this.database.exec('ROLLBACK TO one_append; RELEASE one_append');
      const refused = new EventRefused(
        `The stream ${stream} already holds an event with one of these ids, at another revision: give new events new ids.`,
        { cause: error },
      );
      return () => append.reject(refused);
    }
    if (isSeveral) this.database.exec('RELEASE one_append');
    return () => append.resolve({ outcome: 'appended', revision, logPosition: String(logPosition) });
  }

  /** Inside a transaction, which nobody else can write in. */
  private forgetEndsOthersMoved(): void {
    const { data_version: version } = this.selectVersion.get() as { data_version: number };
    if (version !== this.endsVersion) this.ends.clear();
    this.endsVersion = version;
  }

  /** The first result when these very ids stand where they would go; nothing when another event stands there. */
  private repeated({ stream, expected, events }: WaitingAppend, key: number): Appended | EventRefused | undefined {
    const standing = this.selectFrom.all(key, expected + 1, events.length) as { logPosition: number; id: Uint8Array }[];
    const firstOther = events.findIndex(({ id }, index) => !(standing[index] && id.equals(standing[index].id)));
    if (firstOther === 0) return undefined;
    if (firstOther > 0) {
      return new EventRefused(
        `This append to ${stream} repeats an earlier one only in part. A repeat names the same events as the first time.`,
      );
    }
    return {
      outcome: 'appended',
      revision: expected + events.length,
      logPosition: String(standing.at(-1)?.logPosition),
    };
  }

  /** One transaction. What it throws tells whether anything may have been written. */
  private writing<Result>(write: () => Result): Result {
    this.stopWhenTakenAway();
    try {
      this.begin.run();
    } catch (error) {
      throw this.failure(error, 'Nothing was written');
    }
    let isCommitting = false;
    try {
      const result = write();
      isCommitting = true;
      this.commit.run();
      if (this.database.isTransaction) throw new InvariantBroken('A commit returned and had not taken place.');
      return result;
    } catch (error) {
      try {
        if (this.database.isTransaction) this.database.exec('ROLLBACK');
      } catch {
        // The first error is the one to tell; after it nothing is written any more.
      }
      const failure = this.failure(error, isCommitting ? 'It is not known what was written' : 'Nothing was written');
      throw isCommitting ? new OutcomeUnknown(failure.message, { cause: error }) : failure;
    }
  }

  /** SQLite would go on writing to a file that nobody can open any more, and what was acknowledged would go with it. */
  private stopWhenTakenAway(): void {
    if (fileAt(this.path) === this.file) return;
    const failure = new LogUnavailable(
      `The log at ${this.path} was removed or replaced while it was in use. Nothing was written: put the right one back.`,
    );
    this.stop(failure);
    throw failure;
  }

  /** After a full disk or a long lock the next write may do better. After any other failed write nothing may. */
  private failure(error: unknown, consequence: string): LogUnavailable {
    const code = primaryCode(error);
    if (code === sqlite.busy) {
      return new LogUnavailable(`Another process is writing to the log. ${consequence}: try again.`, { cause: error });
    }
    if (code === sqlite.full) {
      return new LogUnavailable(`The disk is full. ${consequence}: make room and try again.`, { cause: error });
    }
    if (code === sqlite.readOnly) {
      return new LogUnavailable(`The log was opened for reading only. ${consequence}.`, { cause: error });
    }
    const failure = new LogUnavailable(`Writing to the log failed: ${messageOf(error)}. ${consequence}.`, {
      cause: error,
    });
    this.stop(failure);
    return failure;
  }

  private stop(failure: LogUnavailable): void {
    if (this.whyUnusable !== undefined) return;
    this.whyUnusable = `The log stopped after an error and takes nothing more: start the process again. ${failure.message}`;
    const group = this.waiting;
    this.waiting = [];
    for (const append of group) append.reject(new LogUnavailable(this.whyUnusable, { cause: failure }));
    this.wakeSleepers();
    this.onFailure(failure);
  }

  private refuseWhenUnusable(): void {
    if (this.whyUnusable !== undefined) throw new LogUnavailable(this.whyUnusable);
  }

  // Reading

  private reading<Result>(read: () => Result): Result {
    this.refuseWhenUnusable();
    try {
      return read();
    } catch (error) {
      if (primaryCode(error) === undefined) throw error;
      const failure = new LogUnavailable(`The log can't be read: ${messageOf(error)}.`, { cause: error });
      if (primaryCode(error) === sqlite.ioError) this.stop(failure);
      throw failure;
    }
  }

  private verified(after: Checkpoint | undefined): Place {
    if (after === undefined) return { logPosition: 0, eventId: undefined };
    if (after.logId !== this.logId) {
      throw new NotThisLog(`The checkpoint is of the log ${after.logId}, and this is the log ${this.logId}.`);
    }
    const logPosition = Number(after.logPosition);
    const head = this.headPosition();
    if (!Number.isSafeInteger(logPosition) || logPosition < 0 || logPosition > head) {
      throw new NotThisLog(
        `The checkpoint is at ${after.logPosition}, and this log ends at ${head}: it may be an older copy.`,
      );
    }
    const eventId = this.lastLasting(0, logPosition);
    if (eventId !== after.eventId) {
      throw new NotThisLog(
        `At ${after.logPosition} this log has the event ${eventId ?? 'none'}, and the checkpoint ${after.eventId ?? 'none'}: ` +
          'it may be another copy that went on by itself.',
      );
    }
    return { logPosition, eventId };
  }

  private batchAfter(place: Place, select: StatementSync, categories: readonly string[]): Batch {
    // The head first: what is written while the rows are read is left for the next batch.
    const head = this.headPosition();
    if (place.logPosition > head) {
      throw new NotThisLog(
        `A reader has come to ${place.logPosition}, and this log now ends at ${head}: an older copy was put in its place.`,
      );
    }
    const scannedTo = Math.min(head, place.logPosition + scanSizeMax);
    const rows = select.all(place.logPosition, scannedTo, ...categories) as unknown as EventRow[];
    const last = rows.length === batchSizeMax ? rows.at(-1)?.logPosition : undefined;
    const logPosition = last ?? scannedTo;
    const eventId = this.lastLasting(place.logPosition, logPosition) ?? place.eventId;
    return {
      events: rows.map((row) => recorded(row, row.stream)),
      checkpoint: this.checkpoint({ logPosition, eventId }),
      isCaughtUp: logPosition === head,
    };
  }

  private checkpoint({ logPosition, eventId }: Place): Checkpoint {
    return { logId: this.logId, logPosition: String(logPosition), eventId };
  }

  private headPosition(): number {
    return (this.selectHead.get() as { head: number }).head;
  }

  /** The id of the last event in (after, upTo] that can't be erased. */
  private lastLasting(after: number, upTo: number): string | undefined {
    const row = this.selectLasting.get(after, upTo) as { hexId: string } | undefined;
    return row && uuidOf(row.hexId);
  }

  // Waking subscribers

  /** Resolves when the log may hold more, when it can't be used any more, or by the signal. */
  private change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        if (this.sleepers.size === 0) {
          clearInterval(this.poll);
          this.poll = undefined;
        }
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
      // The version changes only by other connections' commits. It isn't read here but in the poll alone, so that a
      // commit between a subscriber's reading and its falling asleep still counts as news.
      this.poll ??= setInterval(() => this.look(), pollMs).unref();
    });
  }

  private wakeSleepers(): void {
    for (const wake of this.sleepers) wake();
  }

  // Erasing

  /** The write-ahead file still holds pages as they were: only an empty one is sure to hold no erased text. */
  private async emptyWriteAheadFile(): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt++) {
      const { busy } = this.reading(() => this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()) as {
        busy: 0 | 1;
      };
      if (busy === 0) return;
      await pause(50);
    }
    throw new LogUnavailable(
      'The stream is erased, but another process kept the write-ahead file from being emptied. Erase it again.',
    );
  }
}

function selectBatch(categoryCount: number): string {
  const filter = categoryCount === 0 ? '' : `AND s.category IN (${Array(categoryCount).fill('?').join(', ')})`;
  return `SELECT ${columnsOfAny} WHERE e.log_position > ? AND e.log_position <= ? ${filter}
    ORDER BY e.log_position LIMIT ${batchSizeMax}`;
}

/** Written out field by field, because every reader of the log waits for it and spreading a row costs as much as parsing it. */
function recorded(row: StoredEvent, stream: StreamName): RecordedEvent {
  const { revision, storedAt } = row;
  const id = uuidOf(row.hexId);
  const logPosition = String(row.logPosition);
  try {
    const data = JSON.parse(row.data) as JsonObject;
    const metadata = JSON.parse(row.metadata) as JsonObject;
    return { stream, revision, id, type: row.type, data, metadata, logPosition, storedAt };
  } catch {
    const data = { type: row.type, data: row.data, metadata: row.metadata };
    return { stream, revision, id, type: unreadableType, data, metadata: {}, logPosition, storedAt };
  }
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
