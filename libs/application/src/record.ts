/**
 * A record is a folder: the log, the read models made from it, and for a sample a clock of its own. Where the log is on an
 * event store server, each process has a folder of its own, which holds nothing but its lists.
 */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type EventStore, openEventStoreDb, SqliteEventStore } from '#event-store';
import { openReadModel, type ReadModel, ReadModelDamaged, startOver } from '#read-model';
import { CopyRefused } from './maintenance/copy-log.ts';
import { type Clock, clockStartedAt, systemClock } from './clock.ts';

export interface OpenRecord {
  /** Absent for a record in memory. */
  readonly folder: string | undefined;
  /** The address of the event store server that keeps the log. Absent when the log is in the folder. */
  readonly eventStore: string | undefined;
  /** A sample may have a clock of its own; a real record never has one. */
  readonly isSample: boolean;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly readModel: ReadModel;
  /** Whether somebody who read the lists here met damage. */
  readonly areListsDamaged: boolean;
  /** Throws the lists away; they are made again from the log. */
  startListsOver(): void;
  close(): Promise<void>;
}

/** The folder can't be used as a record. The message is for a person and says what to do. */
export class RecordUnusable extends Error {
  override readonly name = 'RecordUnusable';
}

const LOG = 'log.db';
/** A log that is being copied into: no record yet, so that nobody records in half of one. */
const UNFINISHED = 'log.db.unfinished';
const LISTS = 'views';
const SAMPLE = 'sample.json';
/** In a record that was copied from another store: what that store knew of each event. */
const MANIFEST = 'copied.jsonl';
/** What a copy of a record is made of. Its lists are made anew. */
export const RECORD_FILES = { log: LOG, sample: SAMPLE, manifest: MANIFEST, lists: LISTS } as const;

/** Where the sample's clock stood at which instant of the system's clock. Both ISO 8601, UTC. */
interface SampleClock {
  readonly standsAt: string;
  readonly when: string;
}

export function hasRecord(folder: string): boolean {
  return existsSync(join(folder, LOG));
}

/**
 * Opens the record in a folder.
 * @param options.begin make the folder and an empty log when there is none
 * @param options.onFailure called once when the log can be trusted no longer: stop the process
 * @throws {RecordUnusable}
 */
export function openRecord(
  folder: string,
  options: { begin?: boolean; clock?: Clock; onFailure?: (error: Error) => void } = {},
): OpenRecord {
  mustBeFolder(folder);
  refuseUnfinished(folder);
  if (!hasRecord(folder)) {
    if (options.begin !== true) {
      throw new RecordUnusable(`There is no record in ${folder}. Begin one with: npx minutebook init --data ${folder}`);
    }
    makeFolder(folder);
  } else if (options.begin !== true && isEmptied(folder)) {
    throw new RecordUnusable(`The log of the record in ${folder} is empty. Put back the latest copy of ${LOG}.`);
  }
  const sample = sampleClockOf(folder);
  const clock = options.clock ?? (sample ? clockStartedAt(sample.standsAt, sample.when) : systemClock);
  const store = SqliteEventStore.open(join(folder, LOG), { clock, onFailure: options.onFailure });
  return opened({ folder, isSample: sample !== undefined, clock, store });
}

/**
 * Opens the record that an event store server keeps, with the lists of this process in a folder, which is made when there
 * is none.
 * @throws {RecordUnusable}
 * @throws {LogUnavailable} the server can't be reached or used, with what to do
 */
export async function openServedRecord(
  eventStore: string,
  folder: string,
  options: { clock?: Clock } = {},
): Promise<OpenRecord> {
  mustHoldNoLog(folder);
  makeFolder(folder);
  const sample = sampleClockOf(folder);
  const clock = options.clock ?? (sample ? clockStartedAt(sample.standsAt, sample.when) : systemClock);
  const store = await openEventStoreDb(eventStore, process.env);
  return opened({ folder, eventStore, isSample: sample !== undefined, clock, store });
}

/** Every record begins with what can't be erased. */
export async function isEmptyLog(store: EventStore): Promise<boolean> {
  return (await store.head()).eventId === undefined;
}

/** Otherwise whoever gives an address by mistake would not see what they recorded before. @throws {RecordUnusable} */
function mustHoldNoLog(folder: string): void {
  mustBeFolder(folder);
  refuseUnfinished(folder);
  if (!hasRecord(folder)) return;
  throw new RecordUnusable(
    `${folder} holds a record with a log of its own, and EVENTSTORE_URL names another log. ` +
      'Name a new folder for the lists of this process, or leave EVENTSTORE_URL out.',
  );
}

/**
 * Makes a folder and those it lies in, readable by its owner alone: it will hold details of people. Each is made by
 * itself, because Node's own `recursive` never ends where the system takes no folders (as in /proc).
 * @throws {RecordUnusable}
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Another process may have been faster.
    if (code === 'EEXIST' && existsSync(folder)) return;
    throw new RecordUnusable(`The folder ${folder} can’t be made (${message}). Name another.`);
  }
}

/** What to do when the lists were made from another log than the one beside them. */
export function sayNotItsLog({ message }: Error): string {
  return (
    `The log is not the one its lists were made from. ${message} Put the right log back. If this is the right one, ` +
    'remove the folder “views” beside it, and start again: the lists are made anew.'
  );
}

/** A log that was begun is never empty again: somebody emptied the file, and the record must not begin anew in it. */
function isEmptied(folder: string): boolean {
  return [LOG, `${LOG}-wal`].every(
    (name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) === 0,
  );
}

/** What is there by that name is a folder, or nothing is there. @throws {RecordUnusable} */
export function mustBeFolder(folder: string): void {
  if (folder.trim() === '') throw new RecordUnusable('The folder has no name. Write it as --data DIR.');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new RecordUnusable(`${folder} is a file. Name a folder.`);
  }
}

/** What is needed to open a record once more. */
export type Whereabouts = { readonly folder: string } & Pick<OpenRecord, 'eventStore'>;

/**
 * Opens a record once more, beside whoever records in it, to make its lists.
 * @throws {LogUnavailable}
 */
export async function openToFollow({ folder, eventStore }: Whereabouts): Promise<{
  readonly record: OpenRecord;
  /** Something was recorded: it is to be read now. A server tells its readers by itself. */
  readonly look: () => void;
}> {
  if (eventStore !== undefined) {
    const store = await openEventStoreDb(eventStore, process.env, { readOnly: true, isChecked: true });
    return { record: opened({ folder, eventStore, store }), look: () => undefined };
  }
  const store = SqliteEventStore.open(join(folder, LOG), { readOnly: true });
  return { record: opened({ folder, store }), look: () => store.look() };
}

/**
 * Opens the log in a folder to copy it, beside whoever records in it.
 * @throws {RecordUnusable}
 * @throws {LogUnavailable}
 */
export function openToCopy(folder: string): SqliteEventStore {
  mustBeFolder(folder);
  refuseUnfinished(folder);
  if (!hasRecord(folder)) throw new RecordUnusable(`There is no record in ${folder}. Name the folder of one.`);
  return SqliteEventStore.open(join(folder, LOG), { readOnly: true });
}

/** A folder that a record is copied into. */
export interface RecordToFill {
  readonly store: SqliteEventStore;
  /** Closes the log and makes it a record. */
  finish(): Promise<void>;
}

/**
 * Opens the log in a folder to copy a record into it. It becomes a record only when it is finished, unless it is one.
 * @throws {CopyRefused} the folder holds something else
 * @throws {LogUnavailable}
 */
export function openToFill(folder: string): RecordToFill {
  mustBeFolder(folder);
  const isBegun = existsSync(join(folder, UNFINISHED));
  if (!isBegun && !hasRecord(folder) && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CopyRefused(`${folder} holds something else. A copy needs a folder of its own: name a new one.`);
  }
  makeFolder(folder);
  const path = join(folder, hasRecord(folder) ? LOG : UNFINISHED);
  const store = SqliteEventStore.open(path);
  return {
    store,
    async finish() {
      await store.close();
      if (path === join(folder, LOG)) return;
      // Without its write-ahead file, which the last to close a log empties and removes.
      if (existsSync(`${path}-wal`)) throw new RecordUnusable(`Another process uses ${path}. Stop it, and copy again.`);
      renameSync(path, join(folder, LOG));
    },
  };
}

/** The clock of a sample is not in its log: a copy of it needs the same. */
export function copySampleClock(from: string, to: string): void {
  if (existsSync(join(from, SAMPLE)) && !existsSync(join(to, SAMPLE)))
    copyFileSync(join(from, SAMPLE), join(to, SAMPLE));
}

export function isSample(folder: string): boolean {
  return existsSync(join(folder, SAMPLE));
}

/** Where the manifest of the copy is that filled a folder. */
export function manifestIn(folder: string): string {
  return join(folder, MANIFEST);
}

function refuseUnfinished(folder: string): void {
  if (hasRecord(folder) || !existsSync(join(folder, UNFINISHED))) return;
  throw new RecordUnusable(
    `A record was being copied into ${folder}, and that was broken off. Give the same “minutebook copy-log” again.`,
  );
}

/** A record in memory, for specs. */
export function openRecordInMemory(clock: Clock = systemClock): OpenRecord {
  return opened({ clock, store: SqliteEventStore.open(':memory:', { clock }) });
}

/** Marks a folder as a sample, whose clock stands at an instant now and ticks on from there. */
export function markAsSample(folder: string, standsAt: string): void {
  const sample: SampleClock = { standsAt, when: systemClock() };
  writeFileSync(join(folder, SAMPLE), `${JSON.stringify(sample, undefined, 2)}\n`);
}

function sampleClockOf(folder: string): SampleClock | undefined {
  const path = join(folder, SAMPLE);
  if (!existsSync(path)) return undefined;
  try {
    const { standsAt, when } = JSON.parse(readFileSync(path, 'utf8')) as Partial<SampleClock>;
    const isClock = [standsAt, when].every((instant) => new Date(String(instant)).toISOString() === instant);
    if (isClock) return { standsAt, when } as SampleClock;
  } catch {
    // Told below, as what is no clock.
  }
  throw new RecordUnusable(
    `${path} should hold the clock of a sample, and can’t be read as one. Make the sample anew.`,
  );
}

function opened({
  folder,
  eventStore,
  isSample = false,
  clock = systemClock,
  store,
}: Pick<OpenRecord, 'store'> & Partial<Pick<OpenRecord, 'folder' | 'eventStore' | 'isSample' | 'clock'>>): OpenRecord {
  const lists = folder === undefined ? ':memory:' : join(folder, LISTS);
  const readModel = openLists(lists, store);
  return {
    folder,
    eventStore,
    isSample,
    clock,
    store,
    readModel,
    get areListsDamaged() {
      return readModel.isDamaged;
    },
    startListsOver() {
      if (folder !== undefined) startOver(lists);
    },
    async close() {
      readModel.close();
      await store.close();
    },
  };
}

/** The lists are a cache: a damaged file is begun again, not reported. */
function openLists(folder: string, store: EventStore): ReadModel {
  const open = () => openReadModel(folder, (a, b) => store.compare(a, b));
  try {
    return open();
  } catch (error) {
    if (!(error instanceof ReadModelDamaged)) throw error;
    startOver(folder);
    return open();
  }
}
