/** Whether the server lives, whether it can be used, and how the record is, in words. */

import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Projection } from '#application';
import { EventStore } from '#event-store';
import { type Parked, ReadModel } from '#read-model';
import { HealthAnswer, StatusAnswer } from '../api/answers.dto.ts';
import { Problem } from '../http/problem.ts';
import { paths } from '../paths.ts';
import { Lag } from './lag.ts';

const LAG_MS_MAX = 30_000;
const ANSWER_MS_MAX = 2_000;

@ApiTags('health')
@Controller()
export class HealthController {
  private readonly lag: Lag;

  constructor(
    private readonly store: EventStore,
    private readonly projection: Projection,
    private readonly readModel: ReadModel,
  ) {
    this.lag = new Lag((a, b) => this.store.compare(a, b));
  }

  /** Whether the server answers at all. */
  @Get(paths.live.pattern)
  live(): HealthAnswer {
    return { status: 'The server is running.' };
  }

  /** Whether it can be used: the log answers, and the lists are less than 30 seconds behind it. */
  @Get(paths.ready.pattern)
  async ready(): Promise<HealthAnswer> {
    const { trouble } = await this.look();
    if (trouble !== undefined) throw new Problem('unavailable', trouble, { code: 'not-ready' });
    return { status: 'The server is ready.' };
  }

  /** How the record is, in words. */
  @Get(paths.status.pattern)
  async status(): Promise<StatusAnswer> {
    const { trouble, behindMs } = await this.look();
    const parked = this.readModel.parked();
    const remade = this.readModel.lagging();
    return {
      status: [trouble ?? sayLag(behindMs), sayParked(parked), sayRemade(remade)].filter(Boolean).join(' '),
      isReady: trouble === undefined,
      behindMs,
      parked,
      remade,
    };
  }

  /** The lag is measured whenever somebody asks, as those who watch over a server do every few seconds. */
  private async look(): Promise<{ behindMs: number; trouble: string | undefined }> {
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

function sayLag(behindMs: number): string {
  return behindMs === 0 ? 'The record is up to date.' : 'The lists are a moment behind the record.';
}

function sayParked(parked: readonly Parked[]): string {
  if (parked.length === 0) return 'Nothing is parked.';
  const which = parked.map(({ stream, reason }) => `${stream}: ${reason}`).join(' ');
  return `${parked.length === 1 ? 'One stream is' : `${String(parked.length)} streams are`} parked, and the others go on. ${which}`;
}

function sayRemade(views: readonly string[]): string {
  return views.length === 0 ? '' : `Being made again because they changed: ${views.join(', ')}.`;
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
