/** Whether a process can be used: the log answers, and the lists are less than 30 seconds behind it. */

import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '#event-store';
import { Lag } from './lag.ts';
import { Projection } from './projection.ts';

const LAG_MS_MAX = 30_000;
const ANSWER_MS_MAX = 2_000;
const LOOK_EVERY_MS = 5_000;

export interface Look {
  /** For how long the log has held what the lists do not, in milliseconds. */
  readonly behindMs: number;
  /** Why the process can't be used now, as a sentence. */
  readonly trouble: string | undefined;
}

@Injectable()
export class Readiness implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly lag: Lag;
  private timer: NodeJS.Timeout | undefined;
  private hasBegunToStop = false;

  constructor(
    store: EventStore,
    private readonly projection: Projection,
  ) {
    this.lag = new Lag((a, b) => store.compare(a, b));
  }

  /** Looked at by itself, so that whoever asks for the first time in an hour is told of a lag that is as old. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** From now on it says that it is not ready, so that nobody sends anything new here. */
  beginStopping(): void {
    this.hasBegunToStop = true;
  }

  get isStopping(): boolean {
    return this.hasBegunToStop;
  }

  async look(): Promise<Look> {
    if (this.isStopping) return { behindMs: 0, trouble: 'This process is stopping.' };
    const status = await within(ANSWER_MS_MAX, this.projection.status());
    if (status === undefined) return { behindMs: 0, trouble: 'The log does not answer. Nothing can be recorded now.' };
    const behindMs = Math.round(this.lag.measure(status.head.logPosition, status.at?.logPosition, performance.now()));
    if (status.failure !== undefined)
      return { behindMs, trouble: `The lists no longer follow the log: ${status.failure}` };
    if (status.at === undefined && !status.isCaughtUp)
      return { behindMs, trouble: 'The lists are being made from the log.' };
    if (behindMs >= LAG_MS_MAX) {
      return { behindMs, trouble: `The lists are ${String(Math.round(behindMs / 1_000))} seconds behind the log.` };
    }
    return { behindMs, trouble: undefined };
  }
}

/** The answer, or undefined when there was none in time or it could not be given. */
async function within<T>(waitMsMax: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, waitMsMax, undefined);
  });
  try {
    return await Promise.race([answer.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
