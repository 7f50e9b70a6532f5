/** Whether the server lives, whether it can be used, and how the record is, in words. */

import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readiness } from '#application';
import { type Parked, ReadModel } from '#read-model';
import { HealthAnswer, StatusAnswer } from '../api/answers.dto.ts';
import { Problem } from '../http/problem.ts';
import { paths } from '../paths.ts';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly readModel: ReadModel,
  ) {}

  /** Whether the server answers at all. */
  @Get(paths.live.pattern)
  live(): HealthAnswer {
    return { status: 'The server is running.' };
  }

  /** Whether it can be used: the log answers, and the lists are less than 30 seconds behind it. */
  @Get(paths.ready.pattern)
  async ready(): Promise<HealthAnswer> {
    const { trouble } = await this.readiness.look();
    if (trouble !== undefined) throw new Problem('unavailable', trouble, { code: 'not-ready' });
    return { status: 'The server is ready.' };
  }

  /** How the record is, in words. */
  @Get(paths.status.pattern)
  async status(): Promise<StatusAnswer> {
    const { trouble, behindMs } = await this.readiness.look();
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
