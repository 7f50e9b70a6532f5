/**
 * Keeps the read model in step with the log: each batch of the subscription becomes rows and a checkpoint in one
 * transaction, then whoever waits for that place is woken.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { type Batch, type Checkpoint, EventStore, LogUnavailable, NotThisLog } from '#event-store';
import { AnotherLog, ReadModelDamaged, ReadModelTakenOver } from '#read-model';
import type { OpenRecord } from '../record.ts';
import { RECORD } from '../tokens.ts';
import { EventRecorded } from './event-recorded.ts';

/** A file that is damaged again and again is a sign of a failing disk: then a person has to look. */
const REPAIRS_MAX = 3;

/** How soon a subscription that broke off is taken up again: at first almost at once, then less and less often. */
const RETRY_MS = { first: 50, most: 10_000 };

/** How soon it is noticed that the files of the lists were deleted while nothing new is recorded. */
const WATCH_EVERY_MS = 1_000;

const DIRECTORY = /^(?:directory|person|erasure)-/;

/** Another log, or another version that keeps the lists: trying again would change nothing. */
function isForGood(error: unknown): boolean {
  return (
    error instanceof NotThisLog ||
    error instanceof AnotherLog ||
    error instanceof ReadModelTakenOver ||
    error instanceof ReadModelDamaged
  );
}

interface Waiter {
  readonly logPosition: string;
  readonly wake: (reached: boolean) => void;
}

@Injectable()
export class Projection implements OnApplicationShutdown {
  private readonly log = new Logger('Projection');
  private readonly stopping = new AbortController();
  private readonly waiters = new Set<Waiter>();
  private running: Promise<void> | undefined;
  /** Why the lists follow the log no longer, for good. */
  private failure: Error | undefined;
  /** Why they don't follow it just now, and how often that was tried in vain. */
  private trouble: Error | undefined;
  private breaks = 0;
  private caughtUp = false;
  private projectedTo: string | undefined;
  private types = new Set<string>();
  /** Counts what was recorded of bodies, posts and people, so that what was read of them is known to be out of date. */
  directoryVersion = 0;

  constructor(
    private readonly store: EventStore,
    @Inject(RECORD) private readonly record: OpenRecord,
    private readonly bus: EventBus,
  ) {}

  /** Begins to follow the log. Answers when everything recorded so far is in the lists. */
  async start(): Promise<void> {
    const caughtUp = new Promise<void>((resolve, reject) => {
      this.running = this.followThroughTrouble(resolve).catch((error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
        for (const waiter of this.waiters) waiter.wake(false);
        reject(this.failure);
      });
    });
    await caughtUp;
  }

  /**
   * The lists are a cache: when their file is damaged they are begun again from the log. Whatever else breaks off the
   * subscription, a lock or a full disk, is tried again where the lists stand; but at the start it is told at once.
   */
  private async followThroughTrouble(whenCaughtUp: () => void): Promise<void> {
    let repairs = 0;
    let isStarted = false;
    while (!this.stopping.signal.aborted) {
      try {
        await this.followFrom(this.record.readModel.begin(), () => {
          isStarted = true;
          whenCaughtUp();
        });
      } catch (error) {
        if (error instanceof ReadModelDamaged && (repairs += 1) < REPAIRS_MAX) {
          this.log.warn('The lists are damaged. They are made again from the log.');
          this.record.startListsOver();
        } else if (!isStarted || isForGood(error)) {
          throw error;
        } else {
          await this.waitToTryAgain(error);
        }
      }
    }
  }

  private async waitToTryAgain(error: unknown): Promise<void> {
    this.trouble = error instanceof Error ? error : new Error(String(error));
    if (this.breaks === 0) this.log.warn(`The lists can’t follow the log now, and try again: ${this.trouble.message}`);
    const waitMs = Math.min(RETRY_MS.first * 2 ** this.breaks, RETRY_MS.most) * (0.5 + Math.random() / 2);
    this.breaks += 1;
    await pause(waitMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** Ends by the signal, or when the lists were begun again behind this reader's back. */
  private async followFrom(checkpoint: Checkpoint | undefined, whenCaughtUp: () => void): Promise<void> {
    const thrownAway = new AbortController();
    const watch = setInterval(() => {
      if (this.areListsBegunAgain()) thrownAway.abort();
    }, WATCH_EVERY_MS).unref();
    try {
      const signal = AbortSignal.any([this.stopping.signal, thrownAway.signal]);
      for await (const batch of this.store.subscribe(checkpoint, [], signal)) {
        if (!this.take(batch, whenCaughtUp)) return;
      }
      if (this.record.readModel.isDamaged) throw new ReadModelDamaged('Somebody who read the lists met damage.');
      if (!signal.aborted) throw new LogUnavailable('The subscription to the log ended by itself.');
    } finally {
      clearInterval(watch);
      this.projectedTo = undefined;
      this.directoryVersion += 1;
    }
  }

  /** Whether the lists stand before the place this reader has brought them to, or were found to be damaged by a query. */
  private areListsBegunAgain(): boolean {
    if (this.projectedTo === undefined) return false;
    if (this.record.readModel.isDamaged) return true;
    try {
      const at = this.record.readModel.checkpoint();
      return at === undefined || this.store.compare(at.logPosition, this.projectedTo) < 0;
    } catch {
      // Damaged: reading the log again from where they stand will say so.
      return true;
    }
  }

  /** Answers with whether the lists took the batch; if not, they have to be read to from another place. */
  private take(batch: Batch, whenCaughtUp: () => void): boolean {
    const projected = this.record.readModel.project(batch);
    if (projected.outcome === 'beginAgain') return false;
    this.trouble = undefined;
    this.breaks = 0;
    this.projectedTo = batch.checkpoint.logPosition;
    for (const { type, stream } of batch.events) {
      this.types.add(type);
      if (DIRECTORY.test(stream)) this.directoryVersion += 1;
    }
    for (const parked of projected.parked) this.log.error(`${parked.stream} is held back: ${parked.reason}`);
    this.caughtUp = batch.isCaughtUp;
    for (const waiter of this.waiters) {
      if (this.store.compare(waiter.logPosition, batch.checkpoint.logPosition) <= 0) waiter.wake(true);
    }
    // A nudge: whoever misses it finds the same in the log.
    if (batch.isCaughtUp) {
      whenCaughtUp();
      this.bus.publish(new EventRecorded(batch.checkpoint.logPosition, this.types));
      this.types = new Set();
    }
    return true;
  }

  /** Whether the lists hold everything up to that place, waiting for it at most so long (in milliseconds). */
  async reached(logPosition: string, waitMsMax = 1_500): Promise<boolean> {
    const at = this.record.readModel.checkpoint();
    if (at && this.store.compare(logPosition, at.logPosition) <= 0) return true;
    if (this.failure || !this.running) return false;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        logPosition,
        wake: (reached) => {
          this.waiters.delete(waiter);
          clearTimeout(timer);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => waiter.wake(false), waitMsMax);
      this.waiters.add(waiter);
    });
  }

  /** How far the lists are behind the log. */
  async status(): Promise<{
    isCaughtUp: boolean;
    failure: string | undefined;
    at: Checkpoint | undefined;
    head: Checkpoint;
  }> {
    const head = await this.store.head();
    const at = this.record.readModel.checkpoint();
    const isCaughtUp = this.caughtUp && at !== undefined && this.store.compare(at.logPosition, head.logPosition) >= 0;
    return { isCaughtUp, failure: (this.failure ?? this.trouble)?.message, at, head };
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const waiter of this.waiters) waiter.wake(false);
    await this.running;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}
