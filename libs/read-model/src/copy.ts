/** Copies of a read model, with which others begin theirs. */

import { constants, copyFileSync } from 'node:fs';
import { lowestCheckpoint, readErasedStreams, readKeptViews, readLanes } from './bookkeeping.ts';
import { Database } from './database.ts';
import { claimGeneration, currentGeneration, publishGeneration, removeGeneration } from './folder.ts';
import type { Checkpoint } from './log-event.ts';

export interface ReadModelCopy {
  /** How far it has come: whoever begins with it reads the log from there. */
  readonly checkpoint: Checkpoint;
  /** The fingerprint of each view, by its name. */
  readonly views: Readonly<Record<string, string>>;
  /** Of how many persons it was told that they are erased. */
  readonly erased: number;
}

/**
 * Copies the live generation into a file, as it is at one moment, while others write it. The space of what was taken out is
 * left behind. It takes as long as reading it all: not for a thread that answers anybody.
 * @returns undefined when its views have not all come equally far; then there is no file
 */
export function copyReadModel(folder: string, to: string): ReadModelCopy | undefined {
  const live = new Database(currentGeneration(folder));
  try {
    live.statement('VACUUM INTO ?').run(to);
  } finally {
    live.close();
  }
  const copy = new Database(to);
  const isEven = readLanes(copy).length === 1;
  const checkpoint = isEven ? lowestCheckpoint(copy, () => 0) : undefined;
  const views = fingerprintsIn(copy);
  const erased = readErasedStreams(copy).length;
  copy.close();
  if (checkpoint !== undefined) return { checkpoint, views, erased };
  removeGeneration(to);
  return undefined;
}

/** Makes the file the live generation, unless a look at it where it lies then says no. */
export async function adoptCopy(
  folder: string,
  file: string,
  isSound: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const path = claimGeneration(folder);
  let isAdopted = false;
  try {
    copyFileSync(file, path, constants.COPYFILE_FICLONE);
    isAdopted = await isSound(path);
  } finally {
    if (!isAdopted) removeGeneration(path);
  }
  if (isAdopted) publishGeneration(folder, path);
  return isAdopted;
}

/** The fingerprint of each view, by its name. */
export function fingerprintsIn(database: Database): Record<string, string> {
  return Object.fromEntries(readKeptViews(database).map(({ name, fingerprint }) => [name, fingerprint]));
}
