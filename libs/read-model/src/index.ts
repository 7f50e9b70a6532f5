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
  get commands(): Views['commands'] {
    return this.views.commands;
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
export { copyReadModel, type ReadModelCopy } from './copy.ts';
export { startOver } from './folder.ts';
export { AnotherLog, type Projected, ReadModelTakenOver } from './projector.ts';
export type { Projector, ReadModelOptions, Rebuild } from './read-model.ts';
export type { Parked } from './bookkeeping.ts';
export type { Batch, Checkpoint, ComparePositions, KnownForms, LogEvent } from './log-event.ts';
export { type AsRecorded, type Page, PAGE_SIZE_MAX, pageOf, type Paging } from './page.ts';
export type { KnownAlias } from './rows.ts';
export type { Views } from './views.ts';

// One line a view: what can be asked of it and what it answers with, and one for the words it can be asked in.
export type * from './register.ts';
export { RECOMMENDATION_STATUSES, REGISTER_SORTS, STATUS_WORDS } from './register.ts';
export type * from './actions.ts';
export { ACTION_SORTS, ACTION_STATUSES } from './actions.ts';
export type * from './decisions.ts';
export { CHANGE_OUTCOMES, DECISION_STATUSES, NOT_CARRIED_OUT } from './decisions.ts';
export type * from './escalations.ts';
export { ESCALATION_STATUSES } from './escalations.ts';
export type * from './meetings.ts';
export { SERIES_STATUSES } from './meetings.ts';
export type * from './reports.ts';
export { COVERAGE_GAPS } from './reports.ts';
export type * from './documents.ts';
export type * from './directory.ts';
export type * from './references.ts';
export type * from './links.ts';
export { LINK_REASONS } from './links.ts';
export type * from './obligations.ts';
export type * from './commands.ts';
