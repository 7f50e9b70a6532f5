/** The record of an office that is at work: five bodies, one report, and its findings as they fall on each of them. */

import { cpSync } from 'node:fs';
import { compareWithRebuilt, eventId, metadataOf, type OpenRecord, openRecord, verify } from '#application';
import {
  type EventStore,
  type EventToAppend,
  type Json,
  type JsonObject,
  type RawEvent,
  type RecordedEvent,
  SqliteEventStore,
} from '#event-store';
import { startApplication } from '../support/application.ts';
import { PATIENCE_MS, until } from './fault.ts';
import type { Logged } from './history.ts';
import type { Random } from './random.ts';

export const SECRETARY = 'SYMCA/SEC';
export const BODIES = ['SYP', 'WYP', 'HUM', 'NYP', 'YHROCU'] as const;

/** A log that nobody has added to for so long stands still. */
export const STILL_MS = 1_000;

export interface Item {
  readonly id: string;
  readonly reference: string;
  /** The reference of its action. */
  readonly action: string;
}

export interface Office {
  readonly folder: string;
  readonly items: readonly Item[];
}

/** Begins it by commands. Each finding falls on each of the five bodies, and each recommendation has one open action. */
export async function beginOffice(folder: string, findings: number): Promise<Office> {
  return { folder, items: await beginOfficeIn(openRecord(folder, { begin: true }), findings) };
}

/** Begins it in a record, and closes that. */
export async function beginOfficeIn(record: OpenRecord, findings: number): Promise<readonly Item[]> {
  const application = await startApplication({ record });
  const { done, readModel } = { done: application.done, readModel: record.readModel };
  for (const code of BODIES) {
    await done('record-body', undefined, { code, name: `Police ${code}`, bodyKind: 'force', overseenBy: 'SYMCA' });
  }
  await done('record-report', undefined, { code: 'OFF', title: 'The office at work', publishedOn: '16 May 2025' });
  const items: Item[] = [];
  for (let number = 1; number <= findings; number += 1) {
    const code = `R${String(number)}`;
    await done('register-finding', 'OFF', {
      ...{ code, findingKind: 'recommendation', label: `Recommendation ${String(number)}` },
      ...{ text: 'Chief constables should make sure that it is done.', deadlineAsPrinted: 'By 30 April 2026' },
    });
    await done('fan-out-finding', 'OFF', { finding: `OFF-${code}`, bodies: [...BODIES] });
    for (const body of BODIES) {
      const reference = `OFF-${code}/${body}`;
      const id = readModel.references.resolve('recommendation', reference);
      if (id === undefined) throw new Error(`${reference} was not raised.`);
      await done('assign-action', id, { title: 'Do it', leadNotNamed: true, dueOn: '30 April 2026' });
      items.push({ id, reference, action: `${reference}/1` });
    }
  }
  await application.stop();
  return items;
}

/** A copy, to be broken. The original must be closed. */
export function copyOf(office: Office, folder: string): Office {
  cpSync(office.folder, folder, { recursive: true });
  return { ...office, folder };
}

/** One more note of progress on the action of an item, as another process may add it. */
export async function addNote(store: EventStore, { id }: Item, random: Random): Promise<void> {
  const stream = `recommendation-${id}` as const;
  const { events, revision } = await store.read(stream);
  await store.append(stream, revision, [noteAfter(events, random)]);
}

export function noteAfter(events: readonly RecordedEvent[], random: Random): EventToAppend {
  const assigned = events.find(({ type }) => type === 'ActionAssigned');
  if (!assigned) throw new Error('It has no action.');
  const { body, concerns, decidedBy, action } = assigned.data as Record<string, Json>;
  const data = { body, concerns, decidedBy, action, progress: random.uuid(), words: 'It goes on.' };
  const commandId = random.uuid();
  const metadata = { ...assigned.metadata, commandId };
  return { id: eventId(commandId, 0), type: 'ProgressReported', data: data as JsonObject, metadata };
}

/** Everything in the log, in its order. */
export async function readLog(folder: string): Promise<Logged[]> {
  const store = SqliteEventStore.open(`${folder}/log.db`, { readOnly: true });
  try {
    const log: Logged[] = [];
    for await (const event of store.rows()) log.push(logged(event));
    return log;
  } finally {
    await store.close();
  }
}

function logged({ stream, revision, id, type, metadata }: RawEvent): Logged {
  const { commandId, authentication } = metadataOf({ metadata: JSON.parse(metadata) as never });
  return { stream, revision, id, type, commandId, authentication };
}

/** Waits until nothing is recorded any more: policies may still be paying what a command made owing. */
export async function quiet(folder: string): Promise<void> {
  const store = SqliteEventStore.open(`${folder}/log.db`, { readOnly: true });
  let [at, since] = ['', 0];
  await until(PATIENCE_MS, 'A log that nobody adds to', async () => {
    const { logPosition } = await store.head();
    if (logPosition !== at) [at, since] = [logPosition, performance.now()];
    return performance.now() - since >= STILL_MS;
  });
  await store.close();
}

/** What is wrong with a record nobody has open: with its log, and with its lists as against the log. */
export async function whatIsWrongWith(folder: string): Promise<string[]> {
  const record = openRecord(folder);
  try {
    const { findings, losses } = await verify(record.store as SqliteEventStore);
    // What changed at the opening is made again by this, and then says nothing; but the code here is that of the server.
    const { different } = await compareWithRebuilt(record);
    return [
      ...losses,
      ...findings.map(({ stream, revision, sentence }) => `${stream}, revision ${String(revision)}: ${sentence}`),
      ...different.map((table) => `The table ${table} is not what the log says.`),
      ...record.readModel.parked().map(({ stream, reason }) => `${stream} is held back: ${reason}`),
      ...record.readModel.obligations.unraised().map(({ finding, body }) => `${finding} was never raised to ${body}.`),
    ];
  } finally {
    await record.close();
  }
}
