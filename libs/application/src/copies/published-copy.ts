/**
 * A copy of the lists that a worker publishes in a folder, and how far it has come, so that a new process need not read the
 * whole log. `lists.json` says which file holds it and what it is; it is replaced in one step, when the file is complete.
 */

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type EventStore, NotThisLog, syncToDisk } from '#event-store';
import { copyReadModel, type ReadModelCopy } from '#read-model';
import { makeFolder, mustBeFolder, type OpenRecord } from '../record.ts';

export interface PublishedCopy extends ReadModelCopy {
  readonly file: string;
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
}

export interface NonePublished {
  /** As a sentence. */
  readonly why: string;
}

const TOLD_IN = 'lists.json';
const COPY = /^lists-[0-9a-f-]{36}\.db/;
/** A file that is not the published one may be one that another worker is making. */
const LEFT_OVER_AFTER_MS = 600_000;

/** What is published in the folder, or why nothing is. */
export function readPublished(copies: string): PublishedCopy | NonePublished {
  try {
    const told = JSON.parse(readFileSync(join(copies, TOLD_IN), 'utf8')) as Partial<PublishedCopy> | null;
    const { logId, logPosition } = told?.checkpoint ?? {};
    const isTold = [told?.sha256, told?.publishedAt, logId, logPosition].every((value) => typeof value === 'string');
    if (isTold && COPY.test(told?.file ?? '') && typeof told?.views === 'object') return told as PublishedCopy;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { why: `There is no copy of the lists in ${copies} yet.` };
    }
  }
  return { why: `What ${join(copies, TOLD_IN)} tells of the copy of the lists can’t be read.` };
}

/**
 * Copies the lists in a folder and publishes the copy. It takes a while: run it in a thread of its own.
 * @returns undefined when the lists can't be copied now, because some of them are being made again
 */
export async function publish(lists: string, copies: string): Promise<PublishedCopy | undefined> {
  mustBeFolder(copies);
  makeFolder(copies);
  const file = `lists-${randomUUID()}.db`;
  const path = join(copies, file);
  const next = join(copies, `${TOLD_IN}.${randomUUID()}`);
  try {
    const copy = copyReadModel(lists, path);
    if (copy === undefined) return undefined;
    const published = { ...copy, file, sha256: await hashOf(path), publishedAt: new Date().toISOString() };
    syncToDisk(path);
    writeFileSync(next, `${JSON.stringify(published, undefined, 2)}\n`, { flush: true });
    const before = readPublished(copies);
    renameSync(next, join(copies, TOLD_IN));
    // Whoever is reading it keeps it open.
    if ('file' in before) rmSync(join(copies, before.file), { force: true });
    removeLeftOver(copies, file);
    return published;
  } catch (error) {
    for (const unfinished of [path, next]) rmSync(unfinished, { force: true });
    throw error;
  }
}

/**
 * Begins the lists of a record with the published copy, when they have not begun and the copy is of this log and was filled
 * by the same code. Whatever is wrong with it, the lists can be made from the log.
 * @returns what came of it, as a sentence for whoever runs the process; nothing when the lists go on with what they hold
 */
export async function beginWithCopy(record: OpenRecord, copies: string): Promise<string | undefined> {
  if (record.folder === undefined || record.readModel.checkpoint() !== undefined) return undefined;
  const published = readPublished(copies);
  const why = 'why' in published ? published.why : await whyNotAdopted(record, published, copies);
  if (why !== undefined) return `${why} The lists are made from the log.`;
  return `The lists begin with the copy in ${copies}.`;
}

async function whyNotAdopted(
  { readModel, store }: OpenRecord,
  { file, sha256, views, checkpoint }: PublishedCopy,
  copies: string,
): Promise<string | undefined> {
  const copy = `The copy of the lists in ${copies}`;
  if (!areAlike(views, readModel.fingerprints())) return `${copy} was made by another version of Minutebook.`;
  if (!(await isOfThisLog(store, checkpoint))) return `${copy} is of another log.`;
  try {
    const isWhole = await readModel.adopt(join(copies, file), async (path) => (await hashOf(path)) === sha256);
    return isWhole ? undefined : `${copy} is damaged.`;
  } catch (error) {
    return `${copy} can’t be used (${(error as Error).message}).`;
  }
}

/** Whether the same views were filled by the same code. */
export function areAlike(a: PublishedCopy['views'], b: PublishedCopy['views']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Whether the log holds the place that the copy has come to, with the same event there. */
async function isOfThisLog(store: EventStore, checkpoint: PublishedCopy['checkpoint']): Promise<boolean> {
  const once = new AbortController();
  try {
    for await (const _batch of store.subscribe(checkpoint, [], once.signal)) once.abort();
    return true;
  } catch (error) {
    if (error instanceof NotThisLog) return false;
    throw error;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Of a worker that was killed, or of two that published at once. */
function removeLeftOver(copies: string, published: string): void {
  for (const name of readdirSync(copies)) {
    if (name === published || !(COPY.test(name) || name.startsWith(`${TOLD_IN}.`))) continue;
    const path = join(copies, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > LEFT_OVER_AFTER_MS) rmSync(path, { force: true });
  }
}
