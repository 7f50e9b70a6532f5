/** What a worker is put together from: the application, which pays what is owed whenever something was recorded. */

import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationModule, type OpenRecord } from '#application';

@Module({})
export class WorkerModule {
  static of(record: OpenRecord): DynamicModule {
    return { module: WorkerModule, imports: [ApplicationModule.of(record)] };
  }
}
