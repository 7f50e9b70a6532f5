/** How far the lists have come behind the log. Whoever waits for a place is woken when it is reached. */

import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { InvariantBroken } from '#domain';
import { type Checkpoint, EventStore } from '#event-store';
import type { OpenRecord } from '../record.ts';
import { RECORD } from '../tokens.ts';
import { EventRecorded } from './event-recorded.ts';
import type { Progress } from './follow.ts';
import { type Follower, followHere, followInThread, type ToldToTheEnd } from './followers.ts';

interface Waiter {
  readonly logPosition: string;
  readonly wake: (reached: boolean) => void;
}

@Injectable()
export class Projection implements OnApplicationShutdown {
  private readonly log = new Logger('Projection');
  private readonly waiters = new Set<Waiter>();
  private follower: Follower | undefined;
  /** Why the lists follow the log no longer, for good. */
  private failure: Error | undefined;
  /** Why they don't follow it just now, as a sentence. */
  private trouble: string | undefined;
  private progress: Progress | undefined;
  private types = new Set<string>();
  /** The furthest place this process recorded at. */
  private own: string | undefined;
  /** Counts what was recorded of bodies, posts and people, so that what was read of them is known to be out of date. */
  directoryVersion = 0;

  constructor(
    private readonly store: EventStore,
    @Inject(RECORD) private readonly record: OpenRecord,
    private readonly bus: EventBus,
  ) {}

  /**
   * Begins to follow the log. Answers when everything recorded so far is in the lists.
   * @param options.inThread in a thread of its own, so that no request waits while lists are written. A process that
   * lives for one command is quicker without, and a record in memory can't be opened twice.
   */
  async start({ inThread = false }: { readonly inThread?: boolean | undefined } = {}): Promise<void> {
    const { folder, eventStore } = this.record;
    await new Promise<void>((resolve, reject) => {
      const told: ToldToTheEnd = {
        progress: (progress) => {
          this.advance(progress);
          if (progress.isCaughtUp) resolve();
        },
        beginning: () => {
          this.progress = undefined;
          this.directoryVersion += 1;
        },
        trouble: (sentence) => {
          this.trouble = sentence;
        },
        warning: (sentence) => this.log.warn(sentence),
        failure: (error) => {
          this.failure = error;
          for (const waiter of this.waiters) waiter.wake(false);
          reject(error);
        },
      };
      this.follower =
        inThread && folder !== undefined
          ? followInThread({ folder, eventStore }, this.record, told)
          : followHere(this.record, told);
    });
  }

  private advance(progress: Progress): void {
    const { checkpoint, isCaughtUp, types, ofDirectory, parked } = progress;
    this.progress = progress;
    this.trouble = undefined;
    if (ofDirectory) this.directoryVersion += 1;
    for (const type of types) this.types.add(type);
    for (const { stream, reason } of parked) this.log.error(`${stream} is held back: ${reason}`);
    for (const waiter of this.waiters) if (this.holds(waiter.logPosition)) waiter.wake(true);
    if (!isCaughtUp) return;
    // A nudge: whoever misses it finds the same in the log.
    const nudge = new EventRecorded(checkpoint.logPosition, this.types);
    this.types = new Set();
    this.bus.publish(nudge);
  }

  /** To be told of each place this process records at, in whatever order its commands are answered. */
  recorded(logPosition: string): void {
    if (this.own === undefined || this.store.compare(logPosition, this.own) > 0) this.own = logPosition;
  }

  /** Whether the lists hold everything up to that place, as far as has been heard. */
  holds(logPosition: string): boolean {
    const at = this.progress?.checkpoint.logPosition;
    return at !== undefined && this.store.compare(logPosition, at) <= 0;
  }

  /** Whether the lists hold everything up to that place, waiting for it at most so long (in milliseconds). */
  async reached(logPosition: string, waitMsMax = 1_500): Promise<boolean> {
    if (this.holds(logPosition)) return true;
    // They may have been brought further than has been heard of.
    const at = this.record.readModel.checkpoint();
    if (at && this.store.compare(logPosition, at.logPosition) <= 0) return true;
    if (this.failure || !this.follower) return false;
    const isWoken = await new Promise<boolean>((resolve) => {
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
      // What nobody waits for is found by the next poll: waking a thread takes longer than most of a command.
      this.follower?.look();
    });
    // The lists may have been begun again since: what somebody has recorded must not be gone from what they see next.
    return isWoken && this.holds(logPosition);
  }

  /** The furthest place that this process has recorded at, or that its lists hold: it may have shown what is there. */
  get furthest(): string | undefined {
    const at = this.progress?.checkpoint.logPosition;
    if (at === undefined || this.own === undefined) return at ?? this.own;
    return this.store.compare(at, this.own) < 0 ? this.own : at;
  }

  /** Whether the lists hold all that this process recorded, waiting for it as {@link reached} does. */
  async reachedOwn(): Promise<boolean> {
    return this.own === undefined || this.reached(this.own);
  }

  /** How far the lists are behind the log. */
  async status(): Promise<{
    isCaughtUp: boolean;
    failure: string | undefined;
    at: Checkpoint | undefined;
    head: Checkpoint;
  }> {
    // In this order: the log may have grown in between, the lists must not have.
    const at = this.record.readModel.checkpoint();
    const head = await this.store.head();
    if (at !== undefined && this.store.compare(at.logPosition, head.logPosition) > 0) {
      this.failure ??= new InvariantBroken(
        `They stand at ${at.logPosition}, and the log ends at ${head.logPosition}: an older copy was put in its place.`,
      );
    }
    const isCaughtUp = at !== undefined && this.store.compare(at.logPosition, head.logPosition) >= 0;
    return { isCaughtUp, failure: this.failure?.message ?? this.trouble, at, head };
  }

  async stop(): Promise<void> {
    const { follower } = this;
    // Nothing comes any more that anybody could wait for.
    this.follower = undefined;
    for (const waiter of this.waiters) waiter.wake(false);
    await follower?.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}
