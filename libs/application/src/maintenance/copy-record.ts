/** Copies a whole record from one store to another, each named as people name it, with the manifest beside the copy. */

import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EventStore, openEventStoreDb, type RawEvent } from '#event-store';
import { copySampleClock, isSample, manifestIn, openToCopy, openToFill, RecordUnusable } from '../record.ts';
import { type Copied, copyLog, type CopyOptions, CopyRefused } from './copy-log.ts';
import { type CopyNamed, ManifestFile, ManifestReader, type Witness } from './copy-manifest.ts';

export interface CopyOfRecord {
  /** The folder of a record, or the address of an event store server. */
  readonly from: string;
  /** The same; it holds nothing yet, or the beginning of the same record. */
  readonly to: string;
  /** A file for the manifest, besides the one in the folder of the target. */
  readonly manifest?: string | undefined;
  /** The manifest of the copy that made the source, where no folder holds it. */
  readonly manifestOfSource?: string | undefined;
}

export interface CopyProgress extends Pick<CopyOptions, 'onProgress'> {
  /** Called before the first event with how many there are at most, where the source can tell. */
  readonly onBegin?: (eventsMax: number | undefined) => void;
}

export interface CopiedRecord extends Copied {
  /** Where the manifest is; nowhere when source and target differ. */
  readonly manifests: readonly string[];
  /** The folder of a sample whose clock the target has no folder for. */
  readonly clockLeftIn: string | undefined;
}

/** A store to copy from or to. */
interface Side {
  /** For people: without user and password. */
  readonly name: string;
  /** The folder of the record, unless a server keeps it. */
  readonly folder: string | undefined;
  readonly store: EventStore;
}

interface Target extends Side {
  readonly appendsAtOnce: number;
  /** Makes what was copied a record. */
  finish(): Promise<void>;
}

/** Appends to the embedded log that are made together share a transaction, in their order. */
const appendsOfOneTransaction = 500;
/** A server promises no order of what is under way at once. */
const oneByOne = 1;

/** Where the manifest of a copy to a server is put when nothing is said. */
const MANIFEST_OF_SERVER = 'minutebook-copy.jsonl';

/**
 * @throws {RecordUnusable} what was named can't be used
 * @throws {CopyRefused}
 * @throws {ManifestUnwritable}
 * @throws {LogUnavailable}
 */
export async function copyRecord(
  { from, to, manifest, manifestOfSource }: CopyOfRecord,
  progress: CopyProgress = {},
): Promise<CopiedRecord> {
  refuseTheSame(from, to);
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      refuseOtherClock(source, target);
      const manifests = manifestsOf(target, manifest);
      const copied = await copyWithManifest(source, target, { manifests, of: manifestOfSource, progress });
      if (copied.difference !== undefined) return { ...copied, manifests: [], clockLeftIn: undefined };
      const sample = source.folder !== undefined && isSample(source.folder) ? source.folder : undefined;
      if (sample !== undefined && target.folder !== undefined) copySampleClock(sample, target.folder);
      await target.finish();
      return { ...copied, manifests, clockLeftIn: target.folder === undefined ? sample : undefined };
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

async function openSource(named: string): Promise<Side> {
  const { name, folder } = addressOf(named, '--from');
  const store =
    folder === undefined ? await openEventStoreDb(named, process.env, { readOnly: true }) : openToCopy(folder);
  return { name, folder, store };
}

async function openTarget(named: string): Promise<Target> {
  const { name, folder } = addressOf(named, '--to');
  if (folder !== undefined) return { name, folder, ...openToFill(folder), appendsAtOnce: appendsOfOneTransaction };
  const store = await openEventStoreDb(named, process.env);
  return { name, folder, store, appendsAtOnce: oneByOne, finish: async () => {} };
}

/** A folder as it is or as a URL, or a server. @throws {RecordUnusable} */
function addressOf(named: string, option: string): { readonly name: string; readonly folder: string | undefined } {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]+):\/\/([^?]*)/i.exec(named) ?? [];
  if (scheme === 'esdb' || scheme === 'esdb+discover') {
    return { name: `${scheme}://${rest.slice(rest.indexOf('@') + 1)}`, folder: undefined };
  }
  if (scheme === 'file') return { name: fileURLToPath(named), folder: fileURLToPath(named) };
  if (scheme === undefined && named.trim() !== '') return { name: named, folder: named };
  throw new RecordUnusable(
    `${option} must be the folder of a record, or an event store such as esdb://host:2113` +
      `${scheme === undefined ? '' : `, not ${scheme}://`}.`,
  );
}

function refuseTheSame(from: string, to: string): void {
  const place = (named: string): string => (existsSync(named) ? realpathSync(named) : resolve(named));
  if (from !== to && place(from) !== place(to)) return;
  throw new RecordUnusable('--from and --to are the same. Name another target.');
}

function manifestsOf({ folder }: Target, named: string | undefined): string[] {
  if (folder === undefined) return [named ?? MANIFEST_OF_SERVER];
  const inFolder = manifestIn(folder);
  return named === undefined || resolve(named) === resolve(inFolder) ? [inFolder] : [inFolder, named];
}

function refuseOtherClock(source: Side, target: Side): void {
  if (target.folder === undefined || !isSample(target.folder)) return;
  if (source.folder !== undefined && isSample(source.folder)) return;
  throw new CopyRefused(
    `${target.name} is a sample, with a clock of its own, and ${source.name} is none. Name another target.`,
  );
}

async function copyWithManifest(
  source: Side,
  target: Target,
  {
    manifests,
    of,
    progress,
  }: { readonly manifests: readonly string[]; readonly of: string | undefined; readonly progress: CopyProgress },
): Promise<Copied> {
  const end = await source.store.head();
  const named: CopyNamed = {
    manifest: 'minutebook-copy-1',
    ...{ from: source.name, fromLog: end.logId },
    ...{ to: target.name, toLog: (await target.store.head()).logId },
  };
  for (const path of manifests) await refuseOtherManifest(path, named);
  const earlier = await earlierWitnesses(source, of);
  const files: ManifestFile[] = [];
  try {
    for (const path of manifests) files.push(new ManifestFile(path, named));
    progress.onBegin?.(source.folder === undefined ? undefined : Number(end.logPosition));
    const copied = await copyLog(source.store, target.store, {
      ...{ onProgress: progress.onProgress, appendsAtOnce: target.appendsAtOnce },
      async onCopied(event) {
        const first = await earlier?.of(event);
        for (const file of files) file.add(event, first);
      },
    });
    if (copied.difference === undefined) for (const file of files) file.publish(copied.source);
    return copied;
  } finally {
    for (const file of files) file.discard();
    await earlier?.close();
  }
}

/** That of the copy that filled a folder, if one did. */
export async function openManifestIn(folder: string): Promise<ManifestReader | undefined> {
  const path = manifestIn(folder);
  return existsSync(path) ? ManifestReader.open(path) : undefined;
}

/** A file that holds anything but an earlier run of this copy is not overwritten. */
async function refuseOtherManifest(path: string, { fromLog, toLog }: CopyNamed): Promise<void> {
  if (!existsSync(path)) return;
  const reader = await ManifestReader.open(path);
  await reader.close();
  if (reader.named.fromLog === fromLog && reader.named.toLog === toLog) return;
  throw new CopyRefused(
    `${path} is the manifest of another copy, of the log ${reader.named.fromLog}. Name another file, or target.`,
  );
}

/** When the source is itself a copy: when the first store wrote its events. */
async function earlierWitnesses(
  source: Side,
  named: string | undefined,
): Promise<{ of(event: RawEvent): Promise<Witness | undefined>; close(): Promise<void> } | undefined> {
  if (named !== undefined && !existsSync(named)) {
    throw new RecordUnusable(`--manifest-of-source: there is no file ${named}.`);
  }
  const reader =
    named !== undefined
      ? await ManifestReader.open(named)
      : source.folder !== undefined
        ? await openManifestIn(source.folder)
        : undefined;
  return (
    reader && {
      async of(event) {
        const line = await reader.of(event);
        return line && (line.first ?? { storedAt: line.storedAt, logPosition: line.logPosition });
      },
      close: () => reader.close(),
    }
  );
}
