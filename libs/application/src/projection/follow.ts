/**
 * Keeps the lists in step with the log: each batch of the subscription becomes rows and a checkpoint in one
 * transaction. It knows nothing of Nest, because it may run in a thread of its own.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { type Batch, type Checkpoint, type EventStore, LogUnavailable, NotThisLog } from '#event-store';
import { AnotherLog, type Parked, type ReadModel, ReadModelDamaged, ReadModelTakenOver } from '#read-model';

/** A file that is damaged again and again is a sign of a failing disk: then a person has to look. */
const REPAIRS_MAX = 3;

/** How soon a subscription that broke off is taken up again: at first almost at once, then less and less often. */
const RETRY_MS = { first: 50, most: 10_000 };

/** How soon it is noticed that the files of the lists were deleted, or are damaged, while nothing new is recorded. */
export const WATCH_EVERY_MS = 1_000;

const DIRECTORY = /^(?:directory|person|erasure)-/;

/** What is followed, and into what. */
export interface Followed {
  readonly store: EventStore;
  readonly readModel: ReadModel;
  /** Whether somebody who read the lists met damage. */
  readonly areListsDamaged: boolean;
  /** Throws the lists away; they are made again from the log. */
  startListsOver(): void;
}

/** How far the lists have come with one more batch. */
export interface Progress {
  readonly checkpoint: Checkpoint;
  /** Whether the log held nothing more. */
  readonly isCaughtUp: boolean;
  /** The types of the events in the batch. */
  readonly types: ReadonlySet<string>;
  /** Whether something was recorded of bodies, posts or people. */
  readonly ofDirectory: boolean;
  /** Streams that are held back since this batch. */
  readonly parked: readonly Parked[];
}

/** Who is told how it goes, on whichever side of a thread. */
export interface Told {
  progress(progress: Progress): void;
  /** The lists are read to from the place where they stand, which may be an earlier one than was told last. */
  beginning(): void;
  /** Why the lists don't follow the log just now. It is tried again. */
  trouble(sentence: string): void;
  /** What a person should know. */
  warning(sentence: string): void;
}

/** Another log, or another version that keeps the lists: trying again would change nothing. */
function isForGood(error: unknown): boolean {
  return (
    error instanceof NotThisLog ||
    error instanceof AnotherLog ||
    error instanceof ReadModelTakenOver ||
    error instanceof ReadModelDamaged
  );
}

/**
 * Ends only by the signal. The lists are a cache: when their file is damaged they are begun again from the log. Whatever
 * else breaks off the subscription, a lock or a full disk, is tried again where the lists stand; but at the start it is
 * told at once.
 */
export async function follow(followed: Followed, told: Told, signal: AbortSignal): Promise<void> {
  let repairs = 0;
  let breaks = 0;
  let isStarted = false;
  const progress = (made: Progress): void => {
    breaks = 0;
    isStarted ||= made.isCaughtUp;
    told.progress(made);
  };
  while (!signal.aborted) {
    try {
      told.beginning();
      await followFrom(followed.readModel.begin(), followed, progress, signal);
    } catch (error) {
      if (error instanceof ReadModelDamaged && (repairs += 1) < REPAIRS_MAX) {
        told.warning('The lists are damaged. They are made again from the log.');
        followed.startListsOver();
      } else if (!isStarted || isForGood(error)) {
        throw error;
      } else {
        const why = error instanceof Error ? error.message : String(error);
        if (breaks === 0) told.warning(`The lists can’t follow the log now, and try again: ${why}`);
        told.trouble(why);
        const waitMs = Math.min(RETRY_MS.first * 2 ** breaks, RETRY_MS.most) * (0.5 + Math.random() / 2);
        breaks += 1;
        await pause(waitMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

/** Ends by the signal, or when the lists were begun again behind this reader's back. */
async function followFrom(
  checkpoint: Checkpoint | undefined,
  followed: Followed,
  progress: (progress: Progress) => void,
  stopping: AbortSignal,
): Promise<void> {
  const { store, readModel } = followed;
  let projectedTo: string | undefined;
  /** Whether the lists stand before the place this reader has brought them to, as when somebody deleted their files. */
  const areBegunAgain = (): boolean => {
    if (projectedTo === undefined) return false;
    if (followed.areListsDamaged) return true;
    try {
      const at = readModel.checkpoint();
      return at === undefined || store.compare(at.logPosition, projectedTo) < 0;
    } catch {
      // Damaged: reading the log again from where they stand will say so.
      return true;
    }
  };
  const thrownAway = new AbortController();
  const watch = setInterval(() => {
    if (areBegunAgain()) thrownAway.abort();
  }, WATCH_EVERY_MS).unref();
  try {
    const signal = AbortSignal.any([stopping, thrownAway.signal]);
    for await (const batch of store.subscribe(checkpoint, [], signal)) {
      const projected = readModel.project(batch);
      if (projected.outcome === 'beginAgain') return;
      projectedTo = batch.checkpoint.logPosition;
      progress(progressOf(batch, projected.parked));
    }
    if (followed.areListsDamaged) throw new ReadModelDamaged('Somebody who read the lists met damage.');
    if (!signal.aborted) throw new LogUnavailable('The subscription to the log ended by itself.');
  } finally {
    clearInterval(watch);
  }
}

function progressOf({ events, checkpoint, isCaughtUp }: Batch, parked: readonly Parked[]): Progress {
  return {
    checkpoint,
    isCaughtUp,
    types: new Set(events.map(({ type }) => type)),
    ofDirectory: events.some(({ stream }) => DIRECTORY.test(stream)),
    parked,
  };
}
