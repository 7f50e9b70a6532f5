/** F28: a power cut tears off the end of a file, on a copy of each file as a killed server leaves it. */

import { cpSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithRebuilt, openRecord, Projection, verify } from '#application';
import { LogUnavailable, SqliteEventStore } from '#event-store';
import { type ReadModel, ReadModelDamaged } from '#read-model';
import { startApplication } from '../support/application.ts';
import { type Fault, firstOf, milliseconds, PATIENCE_MS, type Run, type Seen, until, within } from './fault.ts';
import { beginOffice, readLog } from './office.ts';
import type { Random } from './random.ts';

const REBUILT_MS_MAX = 60_000;
const LOG_FILES = ['log.db', 'log.db-wal', 'log.db-shm'];

/** A record as a kill leaves it: with its write-ahead files beside it. */
interface Left {
  readonly folder: string;
  /** After each acknowledged append: how long the write-ahead file of the log was, and how many events the log held. */
  readonly synced: readonly { readonly bytes: number; readonly events: number }[];
  /** How many events stood in the log before its write-ahead file was begun. */
  readonly inTheLog: number;
  /** The ids of all events in the order of the log. */
  readonly ids: readonly string[];
}

export const tornFiles: Fault = {
  id: 'F28',
  fault: 'The end of a file is torn off',
  injected: 'each file of a copy cut off at a random byte: the log, its write-ahead file, the lists and theirs',
  criterion:
    'log: all that was synced before the cut is there and whole, or the damage is told; lists: found and rebuilt in ≤ 60 s',
  stores: ['embedded'],
  async run({ form, random, folder, say }: Run): Promise<Seen> {
    const cuts = form === 'short' ? 8 : 100;
    const left = await leaveBehind(join(folder, 'left'), random);
    const emptied = await emptiedWriteAhead(left, join(folder, 'emptied'));
    const wrong: string[] = [];
    let [kept, told, times, rebuiltMs] = [0, 0, 0, 0];
    for (let cut = 0; cut < cuts; cut += 1) {
      for (const [name, tear] of Object.entries({
        'the write-ahead file of the log': () => cutWriteAhead(left, join(folder, `a-${String(cut)}`), random),
        'the log while its write-ahead file is whole': () => cutLog(left, join(folder, `b-${String(cut)}`), random),
        'the log by itself': () => cutLog(emptied, join(folder, `c-${String(cut)}`), random),
      })) {
        const { isTold, sentences } = await tear();
        times += 1;
        if (isTold) told += 1;
        else if (sentences.length === 0) kept += 1;
        for (const sentence of sentences) wrong.push(`Cut of ${name}: ${sentence}`);
      }
      for (const file of ['views.db', 'views.db-wal']) {
        const { ms, sentences } = await cutLists(left, join(folder, `d-${String(cut)}-${file}`), file, random);
        times += 1;
        rebuiltMs = Math.max(rebuiltMs, ms);
        for (const sentence of sentences) wrong.push(`Cut of ${file}: ${sentence}`);
      }
      say(`cut ${String(times)} files`);
    }
    if (form === 'long' && rebuiltMs > REBUILT_MS_MAX)
      wrong.push(`The lists were rebuilt after ${milliseconds(rebuiltMs)} only.`);
    return {
      times,
      figures: `log: ${String(kept)} times all synced events there, ${String(told)} times the damage was told; lists right again after at most ${milliseconds(rebuiltMs)}; ${String(wrong.length)} wrong`,
      wrong: firstOf(wrong),
    };
  },
};

/** Appends without a checkpoint of SQLite, and keeps a copy of all files while they are open. */
async function leaveBehind(folder: string, random: Random): Promise<Left> {
  const office = await beginOffice({ folder: join(folder, 'office') }, 2);
  const inTheLog = (await readLog(office)).length;
  const record = openRecord(office.folder);
  const application = await startApplication({ record }, { founded: 'SYMCA/SEC' });
  const synced: { bytes: number; events: number }[] = [];
  const note = async (): Promise<void> => {
    const { logPosition } = await record.store.head();
    synced.push({ bytes: sizeOf(join(office.folder, 'log.db-wal')), events: Number(logPosition) });
  };
  for (let commands = 0; commands < 60; commands += 1) {
    const item = random.pick(office.items);
    await application.done('report-progress', item.id, { action: item.action, words: `Note ${String(commands)}.` });
    await note();
  }
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  cpSync(office.folder, copy, { recursive: true });
  await application.stop();
  return { folder: copy, inTheLog, synced, ids: (await readLog(office)).map(({ id }) => id) };
}

/** The same with everything in the log itself. */
async function emptiedWriteAhead(left: Left, folder: string): Promise<Left> {
  cpSync(left.folder, folder, { recursive: true });
  await SqliteEventStore.open(join(folder, 'log.db')).close();
  return { ...left, folder };
}

interface Torn {
  /** Whoever opens it is told that it is damaged. */
  readonly isTold: boolean;
  readonly sentences: readonly string[];
}

/** What was synced when the file was this long must be there: no more than a tail that nobody was told of may go. */
async function cutWriteAhead(left: Left, folder: string, random: Random): Promise<Torn> {
  const log = copyLog(left, folder);
  const bytes = random.between(0, sizeOf(`${log}-wal`));
  truncateSync(`${log}-wal`, bytes);
  // What stood in the log itself when the first was synced is not in this file.
  const { events = left.inTheLog } = left.synced.findLast((each) => each.bytes <= bytes) ?? {};
  return look(log, left, events);
}

async function cutLog(left: Left, folder: string, random: Random): Promise<Torn> {
  const log = copyLog(left, folder);
  truncateSync(log, random.between(1, sizeOf(log) - 1));
  return look(log, left, left.ids.length);
}

/** Opens it, and verifies it as `minutebook verify` does. @param least so many events must be there, if no damage is told */
async function look(log: string, { ids }: Left, least: number): Promise<Torn> {
  let store: SqliteEventStore | undefined;
  try {
    store = SqliteEventStore.open(log);
    const { findings, losses } = await verify(store);
    if (findings.length > 0 || losses.length > 0) return { isTold: true, sentences: [] };
    const found: string[] = [];
    for await (const { id } of store.rows()) found.push(id);
    const sentences: string[] = [];
    if (found.length < least)
      sentences.push(`${String(least)} events were synced, ${String(found.length)} are there, and nothing says so.`);
    if (found.some((id, at) => id !== ids[at]))
      sentences.push('The log holds other events than were appended, and nothing says so.');
    return { isTold: false, sentences };
  } catch (error) {
    if (error instanceof LogUnavailable) return { isTold: true, sentences: [] };
    throw error;
  } finally {
    await store?.close();
  }
}

/** The lists are opened as a server opens them. */
async function cutLists(
  left: Left,
  folder: string,
  file: string,
  random: Random,
): Promise<{ ms: number; sentences: string[] }> {
  cpSync(left.folder, folder, { recursive: true });
  const views = join(folder, 'views');
  const [name = ''] = readdirSync(views).filter((entry) => /^views-\d+\.db$/.test(entry));
  const path = join(views, file.replace('views.db', name));
  if (!existsSync(path)) return { ms: 0, sentences: [] };
  truncateSync(path, random.between(0, Math.max(0, sizeOf(path) - 1)));
  const begun = performance.now();
  const record = openRecord(folder);
  const projection = new Projection(record.store, record, { publish: () => undefined } as never);
  try {
    await within(PATIENCE_MS, 'Making the lists again', projection.start());
    // What no batch comes to is found by whoever reads it.
    await until(PATIENCE_MS, 'Lists that can be read', () => canBeRead(record.readModel));
    const ms = performance.now() - begun;
    const { different } = await compareWithRebuilt(record);
    return { ms, sentences: different.map((table) => `${table} is not what a rebuild makes.`) };
  } catch (error) {
    return { ms: performance.now() - begun, sentences: [`The lists were not made again: ${String(error)}`] };
  } finally {
    await projection.stop();
    await record.close();
  }
}

function canBeRead(readModel: ReadModel): boolean {
  try {
    readModel.tableHashes();
    return true;
  } catch (error) {
    if (error instanceof ReadModelDamaged) return false;
    throw error;
  }
}

function copyLog(left: Left, folder: string): string {
  mkdirSync(folder);
  for (const file of LOG_FILES) {
    // The shared memory is made anew from the write-ahead file: a power cut leaves none.
    if (file !== 'log.db-shm' && existsSync(join(left.folder, file)))
      cpSync(join(left.folder, file), join(folder, file));
  }
  return join(folder, 'log.db');
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
