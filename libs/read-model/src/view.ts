/** A view: the tables it keeps, what each event does to them, and what can be asked of them. One file a view. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DomainEvent } from '#domain';
import type { Database } from './database.ts';
import type { KnownForms, Recorded } from './log-event.ts';
import type { StoredTable } from './recorded-table.ts';

/** What each event of the histories a view reads does to it: every type has its line, so that none is forgotten. */
export type Handlers<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: (event: Recorded<Extract<Event, { type: Type }>>) => void;
};

/** For events that leave a view as it is. */
export function leaves(): void {
  // Nothing changes.
}

export interface View<Queries = unknown> {
  readonly name: string;
  /** `import.meta.url` of the view's file: when its text changes, the view is rebuilt. */
  readonly file: string;
  readonly tables: readonly StoredTable[];
  open(database: Database): OpenView<Queries>;
}

export interface OpenView<Queries = unknown> {
  readonly on: Readonly<Record<string, (event: never) => void>>;
  readonly queries: Queries;
}

/**
 * Changes with the tables of a view, with the code that fills them and with the histories it reads; then the view, and
 * only it, is rebuilt.
 */
export function fingerprint(view: View, on: OpenView['on'], forms: KnownForms): string {
  const known = new Map(Object.values(forms).flatMap((types) => Object.entries(types)));
  const hash = createHash('sha256');
  for (const { ddl, laterDdl = '' } of view.tables) hash.update(`${ddl} ${laterDdl}\n`);
  for (const file of [view.file, ...sharedFiles]) hash.update(readFileSync(new URL(file)));
  for (const type of Object.keys(on).sort()) hash.update(`${type} ${String(known.get(type) ?? 0)}\n`);
  return hash.digest('hex').slice(0, 32);
}

/** What fills every view: how rows are kept, and in which form events reach them. */
const sharedFiles = ['recorded-table', 'rows'].map(
  (name) =>
    // The extension is that of this file: .ts in the sources, .js when it was built.
    new URL(`./${name}${/\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.ts'}`, import.meta.url).href,
);
