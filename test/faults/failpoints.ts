/**
 * Makes a program fail where it is told to. Production code knows nothing of this: it is loaded before the program by
 * `node --import`, and wraps the classes the program is about to use.
 */

import { appendFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { AGGREGATES } from '#domain';
import { type EventStore, OutcomeUnknown, SqliteEventStore } from '#event-store';
import { type Acted, FAILING, type Failing, type Failpoint, type Point } from './failpoint.ts';
import { Random } from './random.ts';

/** The adapter of an event store server is loaded only where there is one, and so is not among the exports. */
const SERVED_LOG = new URL('../../dist/libs/event-store/src/eventstoredb.js', import.meta.url).href;
/** SQLITE_IOERR_FSYNC. */
const FSYNC_FAILED = 1_034;

const failing = JSON.parse(process.env[FAILING] ?? 'null') as Failing | null;
const armed = (failing?.points ?? []).map((point) => ({
  point,
  times: 0,
  random: new Random(point.seed ?? 0),
}));
let hasSyncFailed = false;

function note(acted: Acted): void {
  if (failing) appendFileSync(failing.log, `${JSON.stringify(acted)}\n`);
}

/** What to do here now, if anything. A kill never returns. */
function due(at: Point, can: readonly Failpoint['do'][] = []): Failpoint | undefined {
  for (const each of armed) {
    const { point } = each;
    if (point.at !== at || !(point.do === 'kill' || can.includes(point.do))) continue;
    each.times += 1;
    const from = point.from ?? 1;
    const acts =
      point.share === undefined ? each.times === from : each.times >= from && each.random.chance(point.share);
    if (!acts) continue;
    note({ at, did: point.do });
    if (point.do === 'kill') process.kill(process.pid, 'SIGKILL');
    return point;
  }
  return undefined;
}

function ioError(): Error {
  return Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: FSYNC_FAILED });
}

// The way of a statement to the file

type Kind = 'log' | 'lists' | undefined;

function kindOf(database: DatabaseSync): Kind {
  const location = database.location() ?? '';
  return /log\.db(\.unfinished)?$/.test(location) ? 'log' : /views-\d+\.db$/.test(location) ? 'lists' : undefined;
}

function around<Result>(kind: Kind, sql: string, parameters: readonly unknown[], execute: () => Result): Result {
  if (kind === 'log') {
    if (sql === 'COMMIT') return aroundCommit(execute);
    if (!sql.startsWith('INSERT INTO events')) return execute();
    comeToRow(parameters);
    const result = execute();
    due('append.afterRow');
    return result;
  }
  if (sql === 'BEGIN IMMEDIATE') {
    const result = execute();
    due('projector.beforeRows');
    return result;
  }
  if (sql === 'COMMIT') {
    const result = execute();
    due('projector.afterCommit');
    return result;
  }
  if (sql.startsWith('UPDATE lanes SET logId')) {
    due('projector.afterRows');
    const result = execute();
    due('projector.afterCheckpoint');
    return result;
  }
  if (!/^\s*(INSERT|UPDATE|DELETE)/i.test(sql)) return execute();
  throwOnTheWord(parameters);
  const result = execute();
  due('projector.amongRows');
  return result;
}

let lastRow: { readonly stream: unknown; readonly revision: number } | undefined;

/** @param parameters those of the insertion: the key of the stream, the revision, and more */
function comeToRow([stream, revision]: readonly unknown[]): void {
  if (lastRow?.stream === stream && lastRow?.revision === Number(revision) - 1) due('append.betweenRows');
  lastRow = { stream, revision: Number(revision) };
}

function aroundCommit<Result>(execute: () => Result): Result {
  if (hasSyncFailed) note({ at: 'append.fsync', did: 'committedAgain' });
  due('append.beforeCommit');
  const point = due('append.fsync', ['ioError']);
  if (point?.do === 'ioError') {
    hasSyncFailed = true;
    if (point.isWritten) execute();
    throw ioError();
  }
  const result = execute();
  due('append.afterCommit');
  return result;
}

function throwOnTheWord(parameters: readonly unknown[]): void {
  const words = armed
    .map(({ point }) => (point.do === 'throw' ? point.word : undefined))
    .filter((word) => word !== undefined);
  if (words.length === 0) return;
  const written = JSON.stringify(parameters);
  if (words.some((word) => written.includes(word))) throw new TypeError('This view can’t take these words.');
}

function wrapDatabases(): void {
  const kinds = new WeakMap<DatabaseSync, { kind: Kind }>();
  const known = (database: DatabaseSync): Kind => {
    let found = kinds.get(database);
    if (!found) kinds.set(database, (found = { kind: kindOf(database) }));
    return found.kind;
  };
  // What is wrapped is called on the object it was called on.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { exec, prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    const kind = known(this);
    return kind === undefined ? exec.call(this, sql) : around(kind, sql, [], () => exec.call(this, sql));
  };
  DatabaseSync.prototype.prepare = function (sql, ...options) {
    const statement = prepare.call(this, sql, ...options);
    const kind = known(this);
    if (kind === undefined) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...parameters: never[]) => around(kind, sql, parameters, () => run(...parameters));
    return statement;
  };
}

function wrapLog(log: Pick<EventStore, 'append' | 'subscribe'>): void {
  const { append, subscribe } = log;
  log.append = async function (...given) {
    if (due('append.beforeTry', ['lose'])) throw new OutcomeUnknown('The answer was lost on the way there.');
    const answer = await append.apply(this, given);
    if (due('append.afterCommitBeforeReply', ['lose']))
      throw new OutcomeUnknown('The answer was lost on the way back.');
    return answer;
  };
  log.subscribe = async function* (...given) {
    for await (const batch of subscribe.apply(this, given)) {
      const point = due('projector.beforeBatch', ['wait']);
      if (point?.do === 'wait') await pause(Math.round(armedRandom(point).fraction() * point.msMax));
      yield batch;
    }
  };
}

function armedRandom(wanted: Failpoint): Random {
  return armed.find(({ point }) => point === wanted)?.random ?? new Random(0);
}

function forget(): void {
  for (const [category, types] of Object.entries(failing?.forgotten ?? {})) {
    for (const type of types) Reflect.deleteProperty(AGGREGATES[category]?.forms ?? {}, type);
  }
}

if (failing) {
  wrapDatabases();
  wrapLog(SqliteEventStore.prototype);
  if (process.env['EVENTSTORE_URL'] !== undefined) {
    const { EventStoreDbEventStore } = (await import(SERVED_LOG)) as {
      EventStoreDbEventStore: { prototype: EventStore };
    };
    wrapLog(EventStoreDbEventStore.prototype);
  }
  forget();
}
