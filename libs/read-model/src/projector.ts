/**
 * Turns batches of the log into the rows of all views: rows and checkpoint in one transaction.
 *
 * What was projected already is skipped, by the revision its stream stands at, so repeats do nothing and several
 * processes may share a file. An event that can't be taken parks its stream, never the world: later events of the stream
 * wait behind it, other streams go on.
 */

import { type Database, isFailureOfTheFile } from './database.ts';
import { type Parked, readKeptViews, lowestCheckpoint, readLanes, readParked, writeCheckpoint } from './bookkeeping.ts';
import {
  type Batch,
  BATCH_SIZE_MAX,
  type Checkpoint,
  type ComparePositions,
  type KnownForms,
  type LogEvent,
} from './log-event.ts';
import type { OpenView } from './view.ts';

/** The read model follows another log than the batch comes from. */
export class AnotherLog extends Error {
  override readonly name = 'AnotherLog';
}

/** A process of another version keeps these read models now. Restart this one. */
export class ReadModelTakenOver extends Error {
  override readonly name = 'ReadModelTakenOver';
}

export type Projected =
  | {
      readonly outcome: 'projected';
      readonly checkpoint: Checkpoint;
      /** How many events of the batch were new to at least one view. */
      readonly events: number;
      /** Streams that were parked by this batch. */
      readonly parked: readonly Parked[];
    }
  /** The read model stands before the place this reader has come to. Call `begin` and read the log from there. */
  | { readonly outcome: 'beginAgain'; readonly sentence: string };

export interface ProjectorOptions {
  readonly compare: ComparePositions;
  /** Event types that can be read. All others park their stream. */
  readonly forms: KnownForms;
  /** The wall clock, for when a stream was parked. */
  readonly clock: () => Date;
}

/**
 * Where the reader that feeds a projector has come to; undefined before the first event of the log. It outlives the
 * generation that is projected into, so that a generation which lacks something is noticed.
 */
export interface ReaderPlace {
  at: string | undefined;
}

/** One view as the projector needs it. */
export interface ProjectedView {
  readonly name: string;
  readonly fingerprint: string;
  readonly on: OpenView['on'];
  readonly laterDdl: readonly string[];
}

type Handler = (event: object) => void;
interface NamedHandler {
  readonly view: string;
  readonly handle: Handler;
}

interface OpenLane {
  readonly number: number;
  readonly checkpoint: Checkpoint | undefined;
  readonly handlers: ReadonlyMap<string, readonly NamedHandler[]>;
  /** Streams that are parked in this lane. */
  readonly parked: Set<string>;
}

/** Revisions remembered between batches, so that most events need no look at the table. */
const rememberedStreamsMax = 20_000;

const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Projects into one open generation. */
export class GenerationProjector {
  readonly #database: Database;
  readonly #views: readonly ProjectedView[];
  readonly #options: ProjectorOptions;
  readonly #place: ReaderPlace;
  readonly #handlers = new Map<string, Map<string, NamedHandler[]>>();
  #revisions = new Map<string, number>();
  #touched = new Map<string, { lane: number; stream: string; revision: number }>();
  #dataVersion: number | undefined;
  #isScrubDue = false;
  /** What can wait until the log has been read to its end, and is made then. */
  #laterDdl: readonly string[];

  constructor(database: Database, views: readonly ProjectedView[], options: ProjectorOptions, place: ReaderPlace) {
    this.#database = database;
    this.#place = place;
    this.#views = views;
    this.#laterDdl = views.flatMap(({ laterDdl }) => laterDdl);
    this.#options = options;
  }

  begin(): Checkpoint | undefined {
    const lowest = lowestCheckpoint(this.#database, this.#options.compare);
    this.#place.at = lowest?.logPosition;
    return lowest;
  }

  project(batch: Batch): Projected {
    const events = this.#inOrder(batch);
    try {
      return this.#commit(batch, events, false);
    } catch (error) {
      this.#forgetRevisions();
      if (!(error instanceof HandlerFailed)) throw error;
    }
    // Something threw: the same again, event by event, so that only the streams to blame are parked.
    try {
      return this.#commit(batch, events, true);
    } catch (error) {
      this.#forgetRevisions();
      throw error;
    }
  }

  /**
   * Takes a parked stream up again.
   * @param events the whole history of the stream, oldest first
   * @returns undefined when nothing waits any more, else what holds it back now
   */
  retry(stream: string, events: readonly LogEvent[]): Parked | undefined {
    this.#forgetRevisions();
    this.#database.transaction(() => {
      for (const lane of this.#openLanes()) {
        if (!lane.parked.has(stream)) continue;
        const known = this.#revisionOf(lane, stream);
        const rest = events.filter(({ revision }) => revision > known).sort((a, b) => a.revision - b.revision);
        if (rest.length === 0) continue;
        this.#database.statement('DELETE FROM parked WHERE lane = ? AND stream = ?').run(lane.number, stream);
        lane.parked.delete(stream);
        for (const event of rest) this.#take(lane, event, true);
      }
      this.#writeRevisions();
      this.#mergeLanes();
    });
    this.#afterCommit();
    return readParked(this.#database).find((parked) => parked.stream === stream);
  }

  #inOrder({ events, checkpoint }: Batch): readonly LogEvent[] {
    if (events.length > BATCH_SIZE_MAX) {
      throw new Error(`A batch holds at most ${String(BATCH_SIZE_MAX)} events; this one has ${String(events.length)}.`);
    }
    const { compare } = this.#options;
    let previous: string | undefined;
    let isInOrder = true;
    for (const { id, logPosition } of events) {
      if (compare(logPosition, checkpoint.logPosition) > 0) {
        throw new Error(`Event ${id} lies beyond the checkpoint of its batch.`);
      }
      if (previous !== undefined && compare(previous, logPosition) > 0) isInOrder = false;
      previous = logPosition;
    }
    return isInOrder ? events : [...events].sort((a, b) => compare(a.logPosition, b.logPosition));
  }

  #commit(batch: Batch, events: readonly LogEvent[], isCareful: boolean): Projected {
    const parkedBefore = new Set<string>();
    const result = this.#database.transaction((): Projected | undefined => {
      const lanes = this.#openLanes();
      for (const lane of lanes) {
        for (const stream of lane.parked) parkedBefore.add(stream);
        if (lane.checkpoint !== undefined && lane.checkpoint.logId !== batch.checkpoint.logId) {
          throw new AnotherLog('The lists were made from another log.');
        }
        if (this.#isBefore(lane.checkpoint, this.#place.at)) {
          return {
            outcome: 'beginAgain',
            sentence:
              'The read model was begun again, or moved, since this reader began: the log is read from its checkpoint.',
          };
        }
      }
      let projected = 0;
      for (const event of events) {
        let isNew = false;
        for (const lane of lanes) isNew = this.#take(lane, event, isCareful) || isNew;
        if (isNew) projected += 1;
      }
      this.#writeRevisions();
      for (const lane of lanes) {
        if (this.#isBefore(lane.checkpoint, batch.checkpoint.logPosition)) {
          writeCheckpoint(this.#database, lane.number, batch.checkpoint);
        }
      }
      if (lanes.length > 1) this.#mergeLanes();
      // A batch that is not full is the last there is. An index made now costs a tenth of one kept while tables fill.
      if (events.length < BATCH_SIZE_MAX) for (const ddl of this.#laterDdl) this.#database.exec(ddl);
      return { outcome: 'projected', checkpoint: batch.checkpoint, events: projected, parked: [] };
    });
    this.#afterCommit();
    if (result?.outcome !== 'projected') return result as Projected;
    this.#place.at = batch.checkpoint.logPosition;
    if (events.length < BATCH_SIZE_MAX) this.#laterDdl = [];
    const parked = readParked(this.#database).filter(({ stream }) => !parkedBefore.has(stream));
    return { ...result, parked };
  }

  /** Whether the event was projected. */
  #take(lane: OpenLane, event: LogEvent, isCareful: boolean): boolean {
    const { stream, revision } = event;
    if (lane.parked.has(stream)) {
      this.#database
        .statement('UPDATE parked SET lastRevision = max(lastRevision, ?) WHERE lane = ? AND stream = ?')
        .run(revision, lane.number, stream);
      return false;
    }
    const known = this.#revisionOf(lane, stream);
    if (revision <= known) return false;
    const obstacle = this.#obstacle(event, known);
    if (obstacle !== undefined) {
      this.#park(lane, event, obstacle);
      return false;
    }
    const handlers = lane.handlers.get(event.type);
    if (handlers) {
      const recorded = {
        type: event.type,
        data: event.data,
        stream,
        revision,
        id: event.id,
        recordedAt: (event.metadata as { recordedAt: string }).recordedAt,
        metadata: event.metadata,
      };
      const failure = isCareful
        ? this.#database.attempt(() => handleAll(handlers, recorded))
        : void handleAll(handlers, recorded);
      if (failure) {
        this.#park(lane, event, failure.message);
        return false;
      }
    }
    this.#setRevision(lane, stream, revision);
    if (event.type === personErased) this.#forgetStream(lane, erasedStream(event));
    return true;
  }

  /** Why an event can't be taken whatever the views say, as a sentence. */
  #obstacle(event: LogEvent, known: number): string | undefined {
    const category = event.stream.slice(0, event.stream.indexOf('-'));
    const newest = this.#options.forms[category]?.[event.type];
    if (newest === undefined) {
      return `This version of Minutebook knows no event of the type “${event.type}” in a ${category} stream. Install a version that does.`;
    }
    const { schemaVersion, recordedAt } = event.metadata as { schemaVersion?: unknown; recordedAt?: unknown };
    if (typeof schemaVersion !== 'number' || schemaVersion > newest) {
      return (
        `The event “${event.type}” has the form ${String(schemaVersion)}, and this version of Minutebook reads it up to ` +
        `form ${String(newest)}. Install a newer version.`
      );
    }
    if (typeof recordedAt !== 'string' || !isoInstant.test(recordedAt)) {
      return `The event “${event.type}” does not say when it was recorded.`;
    }
    if (event.revision !== known + 1) {
      return `Revision ${String(event.revision)} came where revision ${String(known + 1)} was expected: events of the stream are missing.`;
    }
    return undefined;
  }

  #park(lane: OpenLane, event: LogEvent, reason: string): void {
    const since = this.#options.clock().toISOString();
    this.#database
      .statement(
        `INSERT INTO parked (lane, stream, revision, eventId, type, reason, since, lastRevision)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(lane.number, event.stream, event.revision, event.id, event.type, reason, since, event.revision);
    lane.parked.add(event.stream);
  }

  /** Of a person who was erased nothing is kept, and what still arrives of the stream is passed over. */
  #forgetStream(lane: OpenLane, stream: string): void {
    this.#database.statement('INSERT OR IGNORE INTO erased_streams (stream) VALUES (?)').run(stream);
    this.#database.statement('DELETE FROM stream_revisions WHERE lane = ? AND stream = ?').run(lane.number, stream);
    this.#database.statement('DELETE FROM parked WHERE lane = ? AND stream = ?').run(lane.number, stream);
    lane.parked.delete(stream);
    this.#touched.delete(laneKey(lane.number, stream));
    this.#revisions.set(laneKey(lane.number, stream), Number.POSITIVE_INFINITY);
    this.#isScrubDue = true;
  }

  #openLanes(): OpenLane[] {
    this.#noticeOthers();
    const kept = new Map(readKeptViews(this.#database).map((view) => [view.name, view]));
    for (const { name, fingerprint } of this.#views) {
      if (kept.get(name)?.fingerprint !== fingerprint) {
        throw new ReadModelTakenOver(
          'Another version of Minutebook keeps the read model now. Stop this process and start the version that is installed.',
        );
      }
    }
    return readLanes(this.#database).map(({ number, checkpoint }) => {
      const views = this.#views.filter(({ name }) => kept.get(name)?.lane === number);
      const parked = this.#database
        .all<{ stream: string }>('SELECT stream FROM parked WHERE lane = :lane', { lane: number })
        .map(({ stream }) => stream);
      return { number, checkpoint, handlers: this.#handlersOf(views), parked: new Set(parked) };
    });
  }

  /** What each event type does to these views, put together once: a command at a time makes for many small batches. */
  #handlersOf(views: readonly ProjectedView[]): ReadonlyMap<string, readonly NamedHandler[]> {
    const key = views.map(({ name }) => name).join(' ');
    let handlers = this.#handlers.get(key);
    if (!handlers) {
      handlers = new Map<string, NamedHandler[]>();
      for (const { name, on } of views) {
        for (const [type, handle] of Object.entries(on)) {
          const others = handlers.get(type) ?? [];
          handlers.set(type, [...others, { view: name, handle: handle as unknown as Handler }]);
        }
      }
      this.#handlers.set(key, handlers);
    }
    return handlers;
  }

  /** What is remembered holds only as long as nobody else writes the file. */
  #noticeOthers(): void {
    const version = this.#readDataVersion();
    if (version !== this.#dataVersion) this.#forgetRevisions();
    this.#dataVersion = version;
  }

  #readDataVersion(): number {
    return this.#database.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
  }

  #forgetRevisions(): void {
    this.#revisions = new Map();
    this.#touched = new Map();
  }

  /** -1 for a stream nothing is known of, infinite for one that was erased. */
  #revisionOf(lane: OpenLane, stream: string): number {
    const key = laneKey(lane.number, stream);
    const remembered = this.#revisions.get(key);
    if (remembered !== undefined) return remembered;
    const row = this.#database
      .statement('SELECT revision FROM stream_revisions WHERE lane = ? AND stream = ?')
      .get(lane.number, stream) as { revision: number } | undefined;
    const isErased =
      row === undefined &&
      stream.startsWith('person-') &&
      this.#database.statement('SELECT 1 FROM erased_streams WHERE stream = ?').get(stream) !== undefined;
    const revision = isErased ? Number.POSITIVE_INFINITY : (row?.revision ?? -1);
    this.#revisions.set(key, revision);
    return revision;
  }

  #setRevision(lane: OpenLane, stream: string, revision: number): void {
    const key = laneKey(lane.number, stream);
    this.#revisions.set(key, revision);
    this.#touched.set(key, { lane: lane.number, stream, revision });
  }

  #writeRevisions(): void {
    const write = this.#database.statement(
      'INSERT OR REPLACE INTO stream_revisions (lane, stream, revision) VALUES (?, ?, ?)',
    );
    for (const { lane, stream, revision } of this.#touched.values()) write.run(lane, stream, revision);
    this.#touched.clear();
    if (this.#revisions.size > rememberedStreamsMax) this.#revisions.clear();
  }

  /** Views that have caught up with the others go on beside them, once no stream is held back in either lane. */
  #mergeLanes(): void {
    const [first, ...others] = readLanes(this.#database);
    if (first?.checkpoint === undefined) return;
    for (const lane of others) {
      if (lane.checkpoint?.logPosition !== first.checkpoint.logPosition) continue;
      const parked = this.#database.get('SELECT 1 FROM parked WHERE lane IN (:first, :lane)', {
        first: first.number,
        lane: lane.number,
      });
      if (parked) continue;
      this.#database.statement('UPDATE views SET lane = ? WHERE lane = ?').run(first.number, lane.number);
      this.#database.statement('DELETE FROM stream_revisions WHERE lane = ?').run(lane.number);
      this.#database.statement('DELETE FROM lanes WHERE lane = ?').run(lane.number);
    }
  }

  /** After an erasure the write-ahead log is emptied too. A reader in mid-read may delay it to the next batch. */
  #afterCommit(): void {
    if (!this.#isScrubDue) return;
    const result = this.#database.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#isScrubDue = result?.busy === 1;
  }

  #isBefore(checkpoint: Checkpoint | undefined, place: string | undefined): boolean {
    if (place === undefined) return false;
    return checkpoint === undefined || this.#options.compare(checkpoint.logPosition, place) < 0;
  }
}

/** Says that nothing is to be known of a person any more. */
const personErased = 'PersonErased';

function erasedStream(event: LogEvent): string {
  return `person-${(event.data as { person: string }).person}`;
}

/** A view's handler threw: the event, or the view, is wrong. */
class HandlerFailed extends Error {
  override readonly name = 'HandlerFailed';
}

function handleAll(handlers: readonly NamedHandler[], event: object): void {
  for (const { view, handle } of handlers) {
    try {
      handle(event);
    } catch (error) {
      if (isFailureOfTheFile(error)) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new HandlerFailed(`The view “${view}” could not take it: ${message}`, { cause: error });
    }
  }
}

function laneKey(lane: number, stream: string): string {
  return `${String(lane)} ${stream}`;
}
