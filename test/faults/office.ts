/** The record of an office that is at work: five bodies, one report, and its findings as they fall on each of them. */

import { cpSync } from 'node:fs';
import { compareWithRebuilt, eventId, metadataOf, verify } from '#application';
import type { EventStore, EventToAppend, Json, JsonObject, RawLog, RecordedEvent } from '#event-store';
import { startApplication } from '../support/application.ts';
import { PATIENCE_MS, until } from './fault.ts';
import type { Logged } from './history.ts';
import { type Kept, openKept, openLog } from './kept.ts';
import type { Random } from './random.ts';

export const SECRETARY = 'SYMCA/SEC';
export const BODIES = ['SYP', 'WYP', 'HUM', 'NYP', 'YHROCU'] as const;

/** A log that nobody has added to for so long stands still. */
const STILL_MS = 1_000;

export interface Item {
  readonly id: string;
  readonly reference: string;
  /** The reference of its action. */
  readonly action: string;
}

export interface Office extends Kept {
  readonly items: readonly Item[];
}

/** Begins it by commands. Each finding falls on each of the five bodies, and each recommendation has one open action. */
export async function beginOffice(kept: Kept, findings: number): Promise<Office> {
  const record = await openKept(kept);
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
  return { ...kept, items };
}

/** A copy, to be broken. The original must be closed. */
export async function copyOf(office: Office, folder: string): Promise<Office> {
  cpSync(office.folder, folder, { recursive: true });
  return { ...office, folder, node: await office.node?.copy() };
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
export async function readEvents(kept: Kept): Promise<RecordedEvent[]> {
  const store = await openLog(kept, { readOnly: true });
  try {
    const events: RecordedEvent[] = [];
    for await (const batch of store.subscribe(undefined, [], new AbortController().signal)) {
      events.push(...batch.events);
      if (batch.isCaughtUp) break;
    }
    return events;
  } finally {
    await store.close();
  }
}

/** The same, as the check of what clients were told needs it. */
export async function readLog(kept: Kept): Promise<Logged[]> {
  return (await readEvents(kept)).map(logged);
}

export function logged(event: RecordedEvent): Logged {
  const { stream, revision, id, type } = event;
  const { commandId, authentication } = metadataOf(event);
  return { stream, revision, id, type, commandId, authentication };
}

/** Waits until nothing is recorded any more: policies may still be paying what a command made owing. */
export async function quiet(kept: Kept): Promise<void> {
  const store = await openLog(kept, { readOnly: true });
  let [at, since] = ['', 0];
  await until(PATIENCE_MS, 'A log that nobody adds to', async () => {
    const { logPosition } = await store.head();
    if (logPosition !== at) [at, since] = [logPosition, performance.now()];
    return performance.now() - since >= STILL_MS;
  });
  await store.close();
}

/** What is wrong with a record nobody has open: with its log, and with its lists as against the log. */
export async function whatIsWrongWith(kept: Kept): Promise<string[]> {
  const record = await openKept(kept);
  try {
    // The server's clock is not the one that a sample is made on.
    const hasOwnClock = record.isSample && kept.node !== undefined;
    const { findings, losses } = await verify(record.store as unknown as RawLog, undefined, { hasOwnClock });
    // What changed at the opening is made again by this, and then says nothing; but the code here is that of the server.
    const { different } = await compareWithRebuilt(record);
    return [
      ...losses,
      ...findings.map(({ stream, revision, sentence }) => `${stream}, revision ${String(revision)}: ${sentence}`),
      ...different.map((table) => `In ${kept.folder} the table ${table} is not what the log says.`),
      ...record.readModel.parked().map(({ stream, reason }) => `${stream} is held back: ${reason}`),
      ...record.readModel.obligations.unraised().map(({ finding, body }) => `${finding} was never raised to ${body}.`),
    ];
  } finally {
    await record.close();
  }
}
