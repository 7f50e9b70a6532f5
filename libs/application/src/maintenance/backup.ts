/** Copies a record while it is recorded in, and looks whether the copy is sound. */

import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SqliteEventStore, syncToDisk } from '#event-store';
import { systemClock } from '../clock.ts';
import { hasRecord, isSample, makeFolder, mustBeFolder, RECORD_FILES, RecordUnusable } from '../record.ts';
import { openManifestIn } from './copy-record.ts';
import { type Verification, verify } from './verify.ts';

export interface Backup extends Verification {
  /** Everything that was acknowledged before then is in it. ISO 8601, UTC. */
  readonly mark: string;
}

/** What a copy is called until it has been looked at: a folder in which that was not finished is no record. */
const UNFINISHED = `${RECORD_FILES.log}.part`;

/** What belongs to a record and is not in its log. */
const BESIDE = [RECORD_FILES.sample, RECORD_FILES.manifest];

/**
 * Copies the record in a folder into a new folder, which is then a record by itself. Others may go on recording, and
 * nothing is written to the folder that is copied.
 * @param onProgress told how many events of the copy have been looked at, of how many
 * @throws {RecordUnusable} there is no record, or the new folder is not new
 * @throws {LogUnavailable} the log can't be read or the copy can't be written; then no copy is left behind
 */
export async function backUp(
  folder: string,
  into: string,
  onProgress: (events: number, of: number) => void = () => undefined,
): Promise<Backup> {
  mustBeFolder(folder);
  if (!hasRecord(folder)) throw new RecordUnusable(`There is no record in ${folder}.`);
  mustBeFolder(into);
  if (existsSync(into) && readdirSync(into).length > 0) {
    throw new RecordUnusable(`${into} is not empty. Name a new folder for each copy.`);
  }
  const log = SqliteEventStore.open(join(folder, RECORD_FILES.log), { readOnly: true });
  const copy = join(into, UNFINISHED);
  try {
    makeFolder(into);
    const mark = systemClock();
    log.copyTo(copy);
    for (const name of BESIDE) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(into, name));
    const verified = await verifyCopy(copy, onProgress);
    renameSync(copy, join(into, RECORD_FILES.log));
    for (const changed of [into, dirname(resolve(into))]) syncToDisk(changed);
    return { mark, ...verified };
  } catch (error) {
    for (const file of [UNFINISHED, ...BESIDE]) rmSync(join(into, file), { force: true });
    throw error;
  } finally {
    await log.close();
  }
}

async function verifyCopy(path: string, onProgress: (events: number, of: number) => void): Promise<Verification> {
  const folder = dirname(path);
  const copy = SqliteEventStore.open(path, { readOnly: true });
  const manifest = await openManifestIn(folder);
  try {
    const { logPosition } = await copy.head();
    const options = { hasOwnClock: isSample(folder), manifest };
    return await verify(copy, (events) => onProgress(events, Number(logPosition)), options);
  } finally {
    await manifest?.close();
    await copy.close();
  }
}
