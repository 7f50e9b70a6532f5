/** Fills the folder of the sample record, all of it or nothing: a start that is interrupted leaves no half a sample. */

import { renameSync, rmSync } from 'node:fs';
import { hasRecord, makeSample, RecordUnusable } from '#application';

/** @throws {RecordUnusable} something else is in the folder */
export async function fillSampleFolder(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished-${String(process.pid)}`;
  try {
    await makeSample(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    // Another process may have been faster.
    if (!hasRecord(folder)) {
      throw new RecordUnusable(
        `${folder} holds something that is not a record. Move it away, or name another folder with --data.`,
      );
    }
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
