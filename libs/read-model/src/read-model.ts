/** The read model: what lists and look-ups are answered from. It may be deleted at any time and is made again from the log. */

import { AGGREGATES } from '#domain';
import { type Generation, openGeneration, OtherFormat, type QueriesOf, type ViewSet } from './generation.ts';
import {
  claimGeneration,
  currentGeneration,
  pointerSignature,
  publishGeneration,
  removeGeneration,
  startOver,
} from './folder.ts';
import {
  lowestCheckpoint,
  type Parked,
  readErasedStreams,
  readKeptViews,
  readLanes,
  readParked,
} from './bookkeeping.ts';
import type { Batch, Checkpoint, ComparePositions, KnownForms, LogEvent } from './log-event.ts';
import type { Projected, ProjectorOptions, ReaderPlace } from './projector.ts';
import { adoptCopy, fingerprintsIn } from './copy.ts';
import { tableHashes } from './table-hashes.ts';

export interface ReadModelOptions {
  /** Event types that can be read, by the category of their streams. Those of the domain unless given. */
  readonly forms?: KnownForms;
  /** The wall clock, for when a stream was parked. The system's unless given. */
  readonly clock?: () => Date;
}

/** What fills a read model. */
export interface Projector {
  /** Where to read the log from: undefined is its beginning. Ask it before the first batch. */
  begin(): Checkpoint | undefined;
  /**
   * Takes a batch, all of it or nothing. When it answers `beginAgain`, call `begin` and read the log from there.
   * @throws {ReadModelDamaged} the file can't be read: `startOver`, then begin again
   * @throws {AnotherLog} the batch is of another log
   * @throws {ReadModelTakenOver} a process of another version keeps the file now
   */
  project(batch: Batch): Projected;
  /**
   * Takes a parked stream up again.
   * @param events the whole history of the stream, oldest first
   * @returns undefined when nothing waits any more, else what holds it back now
   */
  retry(stream: string, events: readonly LogEvent[]): Parked | undefined;
  /** How far all views have come. Undefined before the first batch, and while a view that changed begins again. */
  checkpoint(): Checkpoint | undefined;
  /** The streams that are held back. */
  parked(): Parked[];
  /**
   * One hash a table, over its rows in the order of their key. Equal hashes at equal checkpoints mean that two
   * generations hold the same rows.
   */
  tableHashes(): Record<string, string>;
}

/** A generation that is being made beside the live one. */
export interface Rebuild extends Projector {
  /** Makes it the live one, for every process that reads the folder. */
  publish(): void;
  discard(): void;
}

/** How long a query may go on reading a generation after the pointer has moved. */
const pointerCheckMs = 250;
const inMemory = ':memory:';

export class ReadModelOf<Views extends ViewSet> implements Projector {
  readonly #folder: string;
  readonly #views: Views;
  readonly #options: ProjectorOptions;
  readonly #place: ReaderPlace = { at: undefined };
  #generation: Generation<Views>;
  #signature: string | undefined;
  #checkedAt = 0;

  constructor(folder: string, views: Views, compare: ComparePositions, options: ReadModelOptions) {
    this.#folder = folder;
    this.#views = views;
    this.#options = {
      compare,
      forms:
        options.forms ??
        Object.fromEntries(Object.entries(AGGREGATES).map(([category, { forms }]) => [category, forms])),
      clock: options.clock ?? (() => new Date()),
    };
    this.#generation = this.#openCurrent();
  }

  begin(): Checkpoint | undefined {
    return this.#latest().projector.begin();
  }

  project(batch: Batch): Projected {
    return this.#latest().projector.project(batch);
  }

  retry(stream: string, events: readonly LogEvent[]): Parked | undefined {
    return this.#latest().projector.retry(stream, events);
  }

  /** The queries of every view, by its name. Not to be kept: the generation behind them may change. */
  get views(): QueriesOf<Views> {
    return this.#recent().queries;
  }

  checkpoint(): Checkpoint | undefined {
    return lowestCheckpoint(this.#recent().database, this.#options.compare);
  }

  parked(): Parked[] {
    return readParked(this.#recent().database);
  }

  /** Streams of persons whose erasure was recorded. */
  erasedStreams(): string[] {
    return readErasedStreams(this.#recent().database);
  }

  /** The fingerprint of each view, by its name: two read models with the same were filled by the same code. */
  fingerprints(): Record<string, string> {
    return fingerprintsIn(this.#recent().database);
  }

  /**
   * Puts a file that `copyReadModel` made in the place of the live generation, for every process that reads the folder.
   * @param isSound looks at the file where it lies then; when it says no, everything stays as it was
   */
  async adopt(file: string, isSound: (path: string) => Promise<boolean>): Promise<boolean> {
    const isAdopted = await adoptCopy(this.#folder, file, isSound);
    this.#latest();
    return isAdopted;
  }

  /** Whether somebody who read it met damage. Then it is to be begun again: `startOver`. */
  get isDamaged(): boolean {
    return this.#generation.database.isDamaged;
  }

  /** The views that are being made again because their code changed, and lag behind the others. */
  lagging(): string[] {
    const { database } = this.#recent();
    const first = readLanes(database)[0]?.number;
    return readKeptViews(database)
      .filter(({ lane }) => lane !== first)
      .map(({ name }) => name);
  }

  tableHashes(): Record<string, string> {
    return tableHashes(this.#recent().database, this.#views);
  }

  /** Begins an empty generation beside the live one, to be filled from the beginning of the log. */
  beginRebuild(): Rebuild {
    const path = this.#folder === inMemory ? inMemory : claimGeneration(this.#folder);
    const generation = openGeneration(path, this.#views, this.#options);
    const { database, projector } = generation;
    return {
      begin: () => projector.begin(),
      project: (batch) => projector.project(batch),
      retry: (stream, events) => projector.retry(stream, events),
      checkpoint: () => lowestCheckpoint(database, this.#options.compare),
      parked: () => readParked(database),
      tableHashes: () => tableHashes(database, this.#views),
      publish: () => {
        if (this.#folder === inMemory) {
          this.#generation.database.close();
          this.#generation = generation;
          return;
        }
        database.close();
        publishGeneration(this.#folder, path);
      },
      discard: () => {
        database.close();
        if (path !== inMemory) removeGeneration(path);
      },
    };
  }

  close(): void {
    this.#generation.database.close();
  }

  /** The live generation, as of at most `pointerCheckMs` ago. */
  #recent(): Generation<Views> {
    return performance.now() - this.#checkedAt < pointerCheckMs ? this.#generation : this.#latest();
  }

  #latest(): Generation<Views> {
    if (this.#folder === inMemory) return this.#generation;
    const signature = pointerSignature(this.#folder);
    if (signature === undefined || signature !== this.#signature) {
      this.#generation.database.close();
      this.#generation = this.#openCurrent();
    }
    this.#checkedAt = performance.now();
    return this.#generation;
  }

  #openCurrent(): Generation<Views> {
    if (this.#folder === inMemory) return openGeneration(inMemory, this.#views, this.#options, this.#place);
    for (;;) {
      const path = currentGeneration(this.#folder);
      this.#signature = pointerSignature(this.#folder);
      try {
        return openGeneration(path, this.#views, this.#options, this.#place);
      } catch (error) {
        if (!(error instanceof OtherFormat)) throw error;
        startOver(this.#folder);
      }
    }
  }
}
