/**
 * A connection to one generation of the read model: a SQLite file that may be thrown away at any time.
 *
 * Rows and checkpoint are committed together, so a power cut may take back the last moments but never leaves half a
 * batch: `synchronous = NORMAL` is enough.
 */

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export type Value = string | number | null;
export type Parameters = Readonly<Record<string, Value>>;

const lockWaitMs = 5_000;

/** Primary result codes of SQLite: a malformed image, and a file that is no database. */
const damaged = new Set([11, 26]);
/** Busy, locked, out of memory, read-only, interrupted, I/O error, full, can't open, protocol. */
const failed = new Set([5, 6, 7, 8, 9, 10, 13, 14, 15]);

/** The file can't be read any more. Nothing is lost: start over, and project the log from its beginning. */
export class ReadModelDamaged extends Error {
  override readonly name = 'ReadModelDamaged';
}

export class Database {
  readonly path: string;
  /** It was found damaged while it was used. What keeps it begins it again; until then every reader meets the same. */
  isDamaged = false;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws {ReadModelDamaged} the file is not a database, or a torn one */
  constructor(path: string) {
    this.path = path;
    if (isTorn(path)) throw damagedFile(path, 'its end is missing');
    this.#connection = this.#reading(() => new DatabaseSync(path, { timeout: lockWaitMs }));
    try {
      this.#reading(() => {
        switchToWriteAhead(this.#connection);
        this.#connection.exec(`
          PRAGMA synchronous = NORMAL;
          PRAGMA wal_autocheckpoint = 16000;
          PRAGMA secure_delete = OFF;
          PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -64000;
        `);
      });
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  /** The prepared statement, prepared once. Its named parameters may go unused: a text that needs no bound takes none. */
  statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      statement.setAllowUnknownNamedParameters(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  exec(sql: string): void {
    this.#reading(() => {
      this.#connection.exec(sql);
    });
  }

  /** @throws {ReadModelDamaged} */
  all<Row>(sql: string, parameters: Parameters = {}): Row[] {
    return this.#reading(() => this.statement(sql).all(parameters) as Row[]);
  }

  /** @throws {ReadModelDamaged} */
  get<Row>(sql: string, parameters: Parameters = {}): Row | undefined {
    return this.#reading(() => this.statement(sql).get(parameters) as Row | undefined);
  }

  /** By place instead of by name, for what every command asks: binding names takes longer than finding a row. */
  find<Row>(sql: string, ...values: Value[]): Row | undefined {
    return this.#reading(() => this.statement(sql).get(...values) as Row | undefined);
  }

  /** Row by row, for what is too much to hold at once. @throws {ReadModelDamaged} */
  *each<Row>(sql: string): Generator<Row, void, undefined> {
    const rows = this.#reading(() => this.statement(sql).iterate());
    for (;;) {
      const row = this.#reading(() => rows.next());
      if (row.done === true) return;
      yield row.value as Row;
    }
  }

  /**
   * All of it or nothing. The lock is taken at once, so that what is read inside is what is written upon.
   * @throws {ReadModelDamaged}
   */
  transaction<Result>(work: () => Result): Result {
    return this.#reading(() => {
      this.#connection.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        this.#connection.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /**
   * Inside a transaction: all of it or nothing, and the transaction goes on. Answers with what was thrown, if anything
   * was; a failure of the file itself is thrown on, because it is nobody's event that is to blame.
   */
  attempt(work: () => void): Error | undefined {
    this.#connection.exec('SAVEPOINT attempt');
    try {
      work();
      this.#connection.exec('RELEASE attempt');
      return undefined;
    } catch (error) {
      if (isFailureOfTheFile(error)) throw error;
      this.#connection.exec('ROLLBACK TO attempt');
      this.#connection.exec('RELEASE attempt');
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #reading<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!damaged.has(primaryCode(error) ?? 0)) throw error;
      this.isDamaged = true;
      throw damagedFile(this.path, (error as Error).message, error);
    }
  }
}

function damagedFile(path: string, what: string, cause?: unknown): ReadModelDamaged {
  return new ReadModelDamaged(
    `The read model at ${path} is damaged (${what}). Nothing is lost: it is rebuilt from the log.`,
    { cause },
  );
}

/**
 * Whether the file is shorter than its header says. SQLite finds that out only when it comes to a page that is missing.
 * While a write-ahead log stands beside it, the file itself may lag behind, and nothing can be told from its length.
 */
function isTorn(path: string): boolean {
  if (path === ':memory:' || (sizeOf(`${path}-wal`) ?? 0) > 0) return false;
  const size = sizeOf(path) ?? 0;
  if (size === 0) return false;
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  readSync(file, header, 0, header.length, 0);
  closeSync(file);
  // Bytes 16 and 17 hold the size of a page, where 1 stands for 65,536; bytes 28 to 31 how many pages there are.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return size < pageSize * header.readUInt32BE(28);
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

/** Whether the database failed, rather than the code that used it: full, locked, damaged, an I/O error. */
export function isFailureOfTheFile(error: unknown): boolean {
  const code = primaryCode(error) ?? 0;
  return error instanceof ReadModelDamaged || damaged.has(code) || failed.has(code);
}

function primaryCode(error: unknown): number | undefined {
  const extended = (error as { errcode?: unknown } | undefined)?.errcode;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}

/** Two processes that begin the same file at once collide here, and SQLite doesn't wait for a lock when it switches. */
function switchToWriteAhead(connection: DatabaseSync): void {
  const busy = 5;
  const deadline = performance.now() + lockWaitMs;
  for (;;) {
    try {
      connection.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (primaryCode(error) !== busy || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
