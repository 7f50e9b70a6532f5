/** Whether two generations hold the same rows. */

import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import type { ViewSet } from './generation.ts';

/**
 * One hash a table, over its rows in the order of their key, so that it does not matter when a row was written. Equal
 * hashes at equal checkpoints mean: the live read model is what the log says.
 */
export function tableHashes(database: Database, views: ViewSet): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const { tables } of Object.values(views)) {
    for (const { name, order } of tables) {
      const hash = createHash('sha256');
      const rows = `SELECT * FROM ${name} ORDER BY ${order.join(', ')}`;
      for (const row of database.each<object>(rows)) hash.update(`${JSON.stringify(Object.values(row))}\n`);
      hashes[name] = hash.digest('hex');
    }
  }
  return hashes;
}
