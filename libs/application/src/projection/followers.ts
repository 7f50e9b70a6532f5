/** Who follows the log: this thread, between requests, or a thread of its own. */

import { InvariantBroken } from '#domain';
import { LogUnavailable, NotThisLog } from '#event-store';
import { AnotherLog, ReadModelDamaged, ReadModelTakenOver } from '#read-model';
import { follow, type Followed, type Told, WATCH_EVERY_MS } from './follow.ts';
import type { Whereabouts } from '../record.ts';
import { startThread } from '../thread.ts';
import type { Order, Report } from './projection.thread.ts';

export interface Follower {
  /** Something was recorded: it is to be read now. */
  look(): void;
  /** Answers when the record is no longer used. */
  stop(): Promise<void>;
}

export interface ToldToTheEnd extends Told {
  /** The lists follow the log no longer, for good. */
  failure(error: Error): void;
}

export function followHere(followed: Followed, told: ToldToTheEnd): Follower {
  const stopping = new AbortController();
  const following = follow(followed, told, stopping.signal).catch((error: unknown) => {
    told.failure(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    // The log wakes those who follow it in its own thread.
    look: () => undefined,
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

/** @param followed the record as it is open here, where others may meet damage that the thread does not see */
export function followInThread(whereabouts: Whereabouts, followed: Followed, told: ToldToTheEnd): Follower {
  const thread = startThread('projection', import.meta.url, whereabouts);
  let hasEnded = false;
  const end = (error: Error): void => {
    if (!hasEnded) told.failure(error);
    hasEnded = true;
  };
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  thread.on('message', (report: Report) => {
    if ('progress' in report) told.progress(report.progress);
    else if ('beginning' in report) told.beginning();
    else if ('trouble' in report) told.trouble(report.trouble);
    else if ('warning' in report) told.warning(report.warning);
    else end(errorOf(report.failure));
  });
  thread.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  thread.on('exit', () => end(new Error('The thread that makes the lists has ended. Start the server again.')));
  const order = (wanted: Order): void => thread.postMessage(wanted);
  let wereDamaged = false;
  const watch = setInterval(() => {
    // Once: until somebody reads here again, nobody meets the lists that were made since.
    if (followed.areListsDamaged && !wereDamaged) order('repair');
    wereDamaged = followed.areListsDamaged;
  }, WATCH_EVERY_MS).unref();
  return {
    look: () => order('look'),
    async stop() {
      clearInterval(watch);
      if (hasEnded) return;
      hasEnded = true;
      order('stop');
      await exited;
    },
  };
}

/** Those that somebody tells from other errors. */
const ERRORS = [InvariantBroken, LogUnavailable, NotThisLog, AnotherLog, ReadModelDamaged, ReadModelTakenOver];

function errorOf({ name, message }: { readonly name: string; readonly message: string }): Error {
  const known = ERRORS.find((each) => each.name === name);
  return known ? new known(message) : new Error(message);
}
