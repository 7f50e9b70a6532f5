import type { ComparePositions } from './log-event.ts';
import { ReadModelOf, type ReadModelOptions } from './read-model.ts';
import { allViews, type Views } from './views.ts';

/** The read model with every view of Minutebook. */
export class ReadModel extends ReadModelOf<typeof allViews> {
  constructor(folder: string, compare: ComparePositions, options: ReadModelOptions = {}) {
    super(folder, allViews, compare, options);
  }

  get register(): Views['register'] {
    return this.views.register;
  }
  get actions(): Views['actions'] {
    return this.views.actions;
  }
  get decisions(): Views['decisions'] {
    return this.views.decisions;
  }
  get escalations(): Views['escalations'] {
    return this.views.escalations;
  }
  get meetings(): Views['meetings'] {
    return this.views.meetings;
  }
  get reports(): Views['reports'] {
    return this.views.reports;
  }
  get documents(): Views['documents'] {
    return this.views.documents;
  }
  get directory(): Views['directory'] {
    return this.views.directory;
  }
  get references(): Views['references'] {
    return this.views.references;
  }
  get links(): Views['links'] {
    return this.views.links;
  }
  get obligations(): Views['obligations'] {
    return this.views.obligations;
  }
}

/**
 * Opens the read model in a folder, or in memory, and begins it when there is none.
 * @param folder the folder of the read model, beside the log in a data folder, or `:memory:`
 * @param compare which of two places of the log lies first: the log's own `compare`
 * @throws {ReadModelDamaged} call `startOver(folder)`, open it again, and project the log from its beginning
 */
export function openReadModel(folder: string, compare: ComparePositions, options: ReadModelOptions = {}): ReadModel {
  return new ReadModel(folder, compare, options);
}

export { ReadModelDamaged } from './database.ts';
export { startOver } from './generations.ts';
export type { Parked } from './bookkeeping.ts';
export type { Batch, Checkpoint, ComparePositions, KnownForms, LogEvent } from './log-event.ts';
export * from './page.ts';
export { AnotherLog, type Projected, ReadModelTakenOver } from './projector.ts';
export type { Projector, ReadModelOptions, Rebuild } from './read-model.ts';
export type { KnownAlias } from './rows.ts';
export type { Views } from './views.ts';
export { ACTION_SORTS, ACTION_STATUSES, type ActionFilter, type ActionItem, type ActionQueries } from './actions.ts';
export * from './decisions.ts';
export * from './directory.ts';
export * from './documents.ts';
export * from './escalations.ts';
export * from './links.ts';
export * from './meetings.ts';
export * from './obligations.ts';
export * from './references.ts';
export * from './register.ts';
export * from './reports.ts';
