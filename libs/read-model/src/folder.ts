/**
 * The folder of the read model: `views-<n>.db` files, and the file `current` that says which of them is read.
 *
 * A rebuild writes a file beside the live one and moves the pointer by a rename, which is atomic; who reads notices
 * that the pointer moved, and opens the other file.
 */

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const fileName = /^views-(\d+)\.db$/;

/** Changes whenever the pointer is moved. Undefined when there is none. */
export function pointerSignature(folder: string): string | undefined {
  const stat = statSync(join(folder, 'current'), { bigint: true, throwIfNoEntry: false });
  return stat && `${String(stat.ino)}:${String(stat.mtimeNs)}`;
}

/** The path of the live generation, which is begun when there is none yet. */
export function currentGeneration(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const pointed = readPointer(folder);
  if (pointed !== undefined) return join(folder, pointed);
  const first = `views-${String(highest(folder) + 1)}.db`;
  movePointer(folder, first);
  return join(folder, first);
}

/** Claims the path of a generation that nobody else writes. */
export function claimGeneration(folder: string): string {
  for (;;) {
    const path = join(folder, `views-${String(highest(folder) + 1)}.db`);
    try {
      closeSync(openSync(path, 'wx'));
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Makes the generation the live one, and removes those before it. Whoever still reads one of them keeps it open. */
export function publishGeneration(folder: string, path: string): void {
  const name = path.slice(folder.length + 1);
  movePointer(folder, name);
  for (const other of generations(folder)) {
    if (other.number < numberOf(name)) removeGeneration(join(folder, other.name));
  }
}

/** Where a file can't be removed because somebody has it open, it stays until a later generation is published. */
export function removeGeneration(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    try {
      rmSync(path + suffix, { force: true });
    } catch {
      return;
    }
  }
}

/**
 * Begins an empty generation in place of a damaged one. Open the read model after it, and project the log from its
 * beginning.
 */
export function startOver(folder: string): void {
  mkdirSync(folder, { recursive: true });
  publishGeneration(folder, claimGeneration(folder));
}

function readPointer(folder: string): string | undefined {
  try {
    const name = readFileSync(join(folder, 'current'), 'utf8').trim();
    return fileName.test(name) ? name : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function movePointer(folder: string, name: string): void {
  const next = join(folder, `current.${randomUUID()}`);
  writeFileSync(next, `${name}\n`, { flush: true });
  renameSync(next, join(folder, 'current'));
}

function generations(folder: string): { name: string; number: number }[] {
  return readdirSync(folder)
    .filter((name) => fileName.test(name))
    .map((name) => ({ name, number: numberOf(name) }));
}

function highest(folder: string): number {
  return Math.max(0, ...generations(folder).map(({ number }) => number));
}

function numberOf(name: string): number {
  return Number(fileName.exec(name)?.[1] ?? 0);
}
