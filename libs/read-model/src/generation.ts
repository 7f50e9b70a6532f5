/** One generation of the read model, open: its database, its views, and the projector that fills them. */

import { applicationId, bookkeepingSchema, formatVersion, readKeptViews, readLanes } from './bookkeeping.ts';
import { Database, ReadModelDamaged } from './database.ts';
import { GenerationProjector, type ProjectedView, type ProjectorOptions, type ReaderPlace } from './projector.ts';
import { fingerprint, type OpenView, type View } from './view.ts';

export type ViewSet = Readonly<Record<string, View>>;
export type QueriesOf<Views extends ViewSet> = {
  readonly [Name in keyof Views]: Views[Name] extends View<infer Queries> ? Queries : never;
};

export interface Generation<Views extends ViewSet> {
  readonly database: Database;
  readonly projector: GenerationProjector;
  readonly queries: QueriesOf<Views>;
}

/** The file was written by a version of Minutebook whose read model looks otherwise. */
export class OtherFormat extends Error {
  override readonly name = 'OtherFormat';
}

/**
 * Opens the file, creates what is missing, and empties those views whose tables, code or histories changed.
 * @throws {ReadModelDamaged}
 * @throws {OtherFormat}
 */
export function openGeneration<Views extends ViewSet>(
  path: string,
  views: Views,
  options: ProjectorOptions,
  place: ReaderPlace = { at: undefined },
): Generation<Views> {
  const database = new Database(path);
  try {
    const opened: (ProjectedView & { view: View; queries: unknown; key: string })[] = Object.entries(views).map(
      ([key, view]) => {
        const { on, queries }: OpenView = view.open(database);
        const laterDdl = view.tables.map((table) => table.laterDdl).filter((ddl) => ddl !== undefined);
        return { key, view, name: view.name, on, laterDdl, queries, fingerprint: fingerprint(view, on, options.forms) };
      },
    );
    database.transaction(() => {
      createBookkeeping(database, path);
      resetChangedViews(database, opened);
    });
    return {
      database,
      projector: new GenerationProjector(database, opened, options, place),
      queries: Object.fromEntries(opened.map(({ key, queries }) => [key, queries])) as QueriesOf<Views>,
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function createBookkeeping(database: Database, path: string): void {
  const tables = database.get<{ tables: number }>('SELECT count(*) AS tables FROM sqlite_schema')?.tables ?? 0;
  if (tables === 0) {
    database.exec(bookkeepingSchema);
    return;
  }
  const application = database.get<{ application_id: number }>('PRAGMA application_id')?.application_id;
  const format = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version;
  if (application !== applicationId) {
    throw new ReadModelDamaged(`The file ${path} is not a read model of Minutebook. It is begun again from the log.`);
  }
  if (format !== formatVersion) throw new OtherFormat(`The read model at ${path} has another format.`);
}

function resetChangedViews(
  database: Database,
  opened: readonly { readonly view: View; readonly fingerprint: string }[],
): void {
  const kept = readKeptViews(database);
  const isCurrent = (name: string): boolean =>
    opened.some(
      ({ view, fingerprint: current }) =>
        view.name === name && kept.some((old) => old.name === name && old.fingerprint === current),
    );
  for (const old of kept.filter(({ name }) => !isCurrent(name))) {
    for (const table of old.tables) {
      const drop = `DROP TABLE IF EXISTS ${table}`;
      database.exec(drop);
    }
    database.statement('DELETE FROM views WHERE name = ?').run(old.name);
  }
  for (const table of ['stream_revisions', 'parked', 'lanes']) {
    const removeUnused = `DELETE FROM ${table} WHERE lane NOT IN (SELECT lane FROM views)`;
    database.exec(removeUnused);
  }
  const changed = opened.filter(({ view }) => !isCurrent(view.name));
  if (changed.length === 0) return;
  const lane = 1 + Math.max(0, ...readLanes(database).map(({ number }) => number));
  database.statement('INSERT INTO lanes (lane) VALUES (?)').run(lane);
  for (const { view, fingerprint: current } of changed) {
    for (const { ddl } of view.tables) database.exec(ddl);
    database
      .statement('INSERT INTO views (name, fingerprint, lane, tables) VALUES (?, ?, ?, ?)')
      .run(view.name, current, lane, JSON.stringify(view.tables.map(({ name }) => name)));
  }
}
