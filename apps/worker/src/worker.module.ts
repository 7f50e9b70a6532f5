/**
 * What a worker is put together from: the application, which pays what is owed whenever something was recorded, and what
 * publishes copies of the lists.
 */

import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationModule, type OpenRecord, Publishing, PublishWhenErased } from '#application';

@Module({ providers: [Publishing, PublishWhenErased] })
export class WorkerModule {
  static of(record: OpenRecord): DynamicModule {
    return { module: WorkerModule, imports: [ApplicationModule.of(record)] };
  }
}
