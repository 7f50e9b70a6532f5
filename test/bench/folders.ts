/** Folders to measure in, gone when the process ends: some hold records of hundreds of megabytes. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;
let made = 0;

/** A folder that is empty and that nothing else uses, for a record to be begun in it. */
export function freshFolder(): string {
  if (root === undefined) {
    const all = mkdtempSync(join(tmpdir(), 'minutebook-bench-'));
    process.once('exit', () => rmSync(all, { recursive: true, force: true }));
    root = all;
  }
  made += 1;
  const folder = join(root, String(made), 'record');
  mkdirSync(folder, { recursive: true });
  return folder;
}
