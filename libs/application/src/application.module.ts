import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { ReadModel } from '#read-model';
import { Actors } from './actors.ts';
import { CommandIds } from './command-ids.ts';
import { Commands } from './commands.ts';
import { DecideHandler } from './decide.ts';
import { Histories } from './history.ts';
import { PayWhatIsOwed, Policies } from './policies/policies.ts';
import { Projection } from './projection/projection.ts';
import { Readiness } from './projection/readiness.ts';
import type { OpenRecord } from './record.ts';
import { RecordFacts } from './record-facts.ts';
import { StateCache } from './state-cache.ts';
import { CLOCK, RECORD } from './tokens.ts';

/** Everything that stands between the log and an app, over one open record. */
@Module({})
export class ApplicationModule {
  /**
   * @param options.paysOnNudges whether it looks for what is owed whenever something was recorded, by whomever. Somebody has
   * to; where there are workers, the others look only after a request of their own that made something owing.
   */
  static of(record: OpenRecord, { paysOnNudges = true } = {}): DynamicModule {
    const shared = [Actors, Commands, Histories, Policies, Projection, Readiness, RecordFacts];
    return {
      module: ApplicationModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        ...shared,
        CommandIds,
        DecideHandler,
        ...(paysOnNudges ? [PayWhatIsOwed] : []),
        StateCache,
        { provide: EventStore, useValue: record.store },
        { provide: ReadModel, useValue: record.readModel },
        { provide: RECORD, useValue: record },
        { provide: CLOCK, useValue: record.clock },
      ],
      exports: [...shared, EventStore, ReadModel, RECORD, CLOCK],
    };
  }
}
