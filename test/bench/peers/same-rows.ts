/** The rows that the lists of a record hold, written to another file by prepared statements and nothing else. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SETTINGS_OF_THE_LISTS } from './settings.ts';

/** So many events the lists take in one transaction. */
export const BATCH = 200;

export class SameRows {
  private readonly rows: SQLInputValue[][][];
  private readonly target: DatabaseSync;
  private readonly inserts: (StatementSync | undefined)[];

  constructor(folder: string, file: string) {
    const views = join(folder, 'views');
    const live =
      readdirSync(views)
        .filter((name) => name.endsWith('.db'))
        .sort()
        .at(-1) ?? '';
    const source = new DatabaseSync(join(views, live), { readOnly: true });
    const tables = source
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as { name: string; sql: string }[];
    this.rows = tables.map(({ name }) => {
      const all = source.prepare(`SELECT * FROM ${name}`);
      all.setReturnArrays(true);
      return all.all() as unknown as SQLInputValue[][];
    });
    const indexes = source.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all() as {
      sql: string;
    }[];
    source.close();

    this.target = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    this.target.exec(SETTINGS_OF_THE_LISTS);
    for (const { sql } of [...tables, ...indexes]) this.target.exec(sql);
    this.inserts = tables.map(({ name }, at) => {
      const places = (this.rows[at]?.[0] ?? []).map(() => '?').join(', ');
      return places === '' ? undefined : this.target.prepare(`INSERT INTO ${name} VALUES (${places})`);
    });
  }

  /** Writes the share of the rows that falls to one of so many batches, in one transaction. */
  write(batch: number, batches: number): void {
    this.target.exec('BEGIN IMMEDIATE');
    this.rows.forEach((all, at) => {
      const from = Math.floor((all.length * batch) / batches);
      const to = Math.floor((all.length * (batch + 1)) / batches);
      for (let row = from; row < to; row += 1) this.inserts[at]?.run(...(all[row] ?? []));
    });
    this.target.exec('COMMIT');
  }

  close(): void {
    this.target.close();
  }
}
