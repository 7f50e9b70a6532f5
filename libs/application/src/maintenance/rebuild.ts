/** Makes all lists anew from the log, beside the live ones, and puts them in their place or only compares the two. */

import { LogUnavailable } from '#event-store';
import type { OpenRecord } from '../record.ts';

export interface Comparison {
  /** Tables whose rows differ; empty when live and rebuilt are equal. */
  readonly different: readonly string[];
  readonly tables: number;
  readonly events: number;
}

/** Told after each batch: how many events have been read. */
export type OnProgress = (events: number) => void;

/** The live lists went on while they were compared, again and again: then it is tried this often. */
const TRIES_MAX = 20;

/** Makes new lists and moves every process that reads this record over to them. Answers with how many events they hold. */
export async function rebuild(record: OpenRecord, onProgress: OnProgress = () => undefined): Promise<number> {
  const made = record.readModel.beginRebuild();
  try {
    const events = await readToEnd(record, made, onProgress);
    made.publish();
    return events;
  } catch (error) {
    made.discard();
    throw error;
  }
}

/** Makes new lists, compares them with the live ones at the same place in the log, and throws them away. */
export async function compareWithRebuilt(
  record: OpenRecord,
  onProgress: OnProgress = () => undefined,
): Promise<Comparison> {
  const made = record.readModel.beginRebuild();
  try {
    let events = await readToEnd(record, made, onProgress);
    for (let tries = 1; ; tries += 1) {
      await readToEnd(record, record.readModel);
      const before = record.readModel.checkpoint()?.logPosition;
      const live = record.readModel.tableHashes();
      const at = record.readModel.checkpoint()?.logPosition;
      // Another process may write the live lists at any moment: hashes count only if they stood still meanwhile.
      if (at === before && at === made.checkpoint()?.logPosition) {
        const rebuilt = made.tableHashes();
        const tables = [...new Set([...Object.keys(live), ...Object.keys(rebuilt)])].sort();
        return { different: tables.filter((table) => live[table] !== rebuilt[table]), tables: tables.length, events };
      }
      if (tries >= TRIES_MAX) {
        throw new LogUnavailable('The record was written to all the time: compare again when it is quieter.');
      }
      events += await readToEnd(record, made);
    }
  } finally {
    made.discard();
  }
}

/** Reads the log from where the lists stand to its present end. Answers with how many events that was. */
export async function readToEnd(
  { store }: OpenRecord,
  lists: Pick<OpenRecord['readModel'], 'begin' | 'project'>,
  onProgress: OnProgress = () => undefined,
): Promise<number> {
  let events = 0;
  for (;;) {
    const stopping = new AbortController();
    let isAgain = false;
    for await (const batch of store.subscribe(lists.begin(), [], stopping.signal)) {
      isAgain = lists.project(batch).outcome === 'beginAgain';
      if (isAgain) break;
      events += batch.events.length;
      onProgress(events);
      if (batch.isCaughtUp) break;
    }
    stopping.abort();
    if (!isAgain) return events;
  }
}
