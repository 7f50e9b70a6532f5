/** What the web app is put together from. */

import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationModule, type OpenRecord } from '#application';
import { CommandsController } from './api/commands.controller.ts';
import { QueriesController } from './api/queries.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { PagesModule } from './pages/pages.module.ts';

@Module({ controllers: [HealthController, QueriesController, CommandsController] })
export class WebModule {
  static of(record: OpenRecord): DynamicModule {
    // Beside an event store server there are workers.
    const paysOnNudges = record.eventStore === undefined;
    return { module: WebModule, imports: [ApplicationModule.of(record, { paysOnNudges }), PagesModule] };
  }
}
