/**
 * What another process does to a log in the contract suite. It says each thing it knows to be done on a line of its own,
 * so that whoever kills it can hold the log to its word.
 *
 *     node --conditions=source other-process.ts <address> append-until-killed <run>
 *     node --conditions=source other-process.ts <address> append-beside <run> <count>
 */
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  openEventStoreDb,
  SqliteEventStore,
  type EventStore,
  type EventToAppend,
  type PersonStreamName,
} from '#event-store';

export const laneCount = 5;
export const eventsPerAppend = 3;
/** Every so many appends a lane also makes a person's stream and erases it. */
const appendsPerErasure = 10;

export interface Run {
  /** Eight hexadecimal digits, so that two runs never share an id. */
  readonly name: string;
}

export const laneStream = (run: string, lane: number) => `killed-${run}-${lane}` as const;
export const besideStream = (run: string, who: string) => `beside-${run}-${who}` as const;
export const sharedStream = (run: string) => `beside-${run}-shared` as const;
export const personStream = (run: string, lane: number, append: number): PersonStreamName =>
  `person-${run}-${lane}-${append}`;
export const personName = (run: string, lane: number, append: number) => `Nobody ${run} ${lane} ${append} Placeholder`;

/** The events of one append are known beforehand, so that they can be repeated by somebody else after a crash. */
export function eventsOf(run: string, lane: number, append: number): EventToAppend[] {
  return Array.from({ length: eventsPerAppend }, (_, index) => ({
    id: idOf(run, lane, append * eventsPerAppend + index),
    type: 'ThingHappened',
    data: { lane, append, index, words: 'as printed '.repeat(20) },
    metadata: { commandId: idOf(run, lane, append) },
  }));
}

export function idOf(run: string, lane: number, number: number): string {
  return `${run}-000${lane}-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

async function open(address: string): Promise<EventStore> {
  return address.startsWith('esdb') ? openEventStoreDb(address, process.env) : SqliteEventStore.open(address);
}

/** Begins where the log says the lane stands: the process may be the heir of a killed one. */
async function keepAppending(store: EventStore, run: string, lane: number): Promise<never> {
  const stream = laneStream(run, lane);
  let { revision } = await store.read(stream);
  for (let append = revision === 'no-stream' ? 0 : (revision + 1) / eventsPerAppend; ; append++) {
    const answer = await store.append(stream, revision, eventsOf(run, lane, append));
    if (answer.outcome === 'conflict') throw new Error(`Nobody else writes to ${stream}.`);
    revision = answer.revision;
    say('appended', lane, append);
    if (append % appendsPerErasure === 0) await nameAndErase(store, run, lane, append);
  }
}

async function nameAndErase(store: EventStore, run: string, lane: number, append: number): Promise<void> {
  const stream = personStream(run, lane, append);
  const name = personName(run, lane, append);
  await store.append(stream, 'no-stream', [
    { id: idOf(run, lane, append), type: 'PersonNamed', data: { name }, metadata: {} },
  ]);
  await store.erase(stream);
  say('erased', lane, append);
}

/** Appends to a stream of its own, and to one that others append to as well. */
export async function appendBeside(store: EventStore, run: string, lane: number, count: number): Promise<void> {
  const own = besideStream(run, String(lane));
  const shared = sharedStream(run);
  for (let number = 0; number < count; number++) {
    const happened = { type: 'ThingHappened', data: { lane, number }, metadata: {} };
    await store.append(own, number === 0 ? 'no-stream' : number - 1, [{ id: idOf(run, lane, number), ...happened }]);
    for (;;) {
      const { revision } = await store.read(shared);
      const answer = await store.append(shared, revision, [{ id: idOf(run, lane, number), ...happened }]);
      if (answer.outcome === 'appended') break;
    }
  }
}

/** At once and whole: what is still in a buffer when the process is killed was never said. */
function say(...words: (string | number)[]): void {
  writeSync(1, `${words.join(' ')}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [address = '', task, run = '', count] = process.argv.slice(2);
  const store = await open(address);
  if (task === 'append-until-killed') {
    await Promise.all(Array.from({ length: laneCount }, (_, lane) => keepAppending(store, run, lane)));
  } else {
    say('ready');
    await appendBeside(store, run, 1, Number(count));
    await store.close();
  }
}
