/**
 * Brings the whole record from one log to another, by what every log offers: reading in order and appending at an
 * expected revision.
 *
 * It keeps no place of its own. What the target holds is compared with the source from the first event on, and what
 * follows is appended: so it goes on wherever it was broken off, and a target that holds anything else is refused.
 */

import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Appended,
  type Checkpoint,
  type Conflict,
  EventRefused,
  type EventStore,
  type EventToAppend,
  isPersonStream,
  type JsonObject,
  type PersonStreamName,
  type RawEvent,
  type RawLog,
  StreamErased,
  unreadableType,
} from '#event-store';

export interface Tally {
  readonly events: number;
  readonly streams: number;
  /** Over all events, in the order of the log. */
  readonly sha256: string;
  /** Of what can't be erased: it can still be checked when a person has been. */
  readonly lasting: { readonly events: number; readonly sha256: string };
}

export interface Copied {
  /** Events that this run appended. */
  readonly appended: number;
  /** Both up to where the source ended when the copy began. */
  readonly source: Tally;
  readonly target: Tally;
  /** The first difference, as a sentence; nothing when both are equal. */
  readonly difference: string | undefined;
  /** Whether the source holds more by now. */
  readonly hasGoneOn: boolean;
}

/** The copy can't be made. The message is for a person and says what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

export interface CopyOptions {
  /** Called with how many events have been read, first to copy and then to compare. */
  readonly onProgress?: (step: 'copying' | 'comparing', events: number) => void;
  /** Called with each event of the source once the target was found to hold it, in the order of the log. */
  readonly onCopied?: (event: RawEvent) => Promise<void> | void;
  /**
   * How many appends may be under way at once. More than one only where the log writes appends that are made together
   * in the order in which they were made, all or none.
   */
  readonly appendsAtOnce?: number;
}

/** Events are held in memory up to about so many characters. */
const charactersAtOnce = 4_000_000;
/** After so long without a word a store is asked whether it is there. */
const silenceMs = 2_000;

/** @throws {CopyRefused} the target holds anything else, or can't take what the source holds */
export async function copyLog(source: EventStore, target: EventStore, options: CopyOptions = {}): Promise<Copied> {
  const { onProgress = () => undefined, onCopied = () => undefined } = options;
  const end = await source.head();
  const standing = await target.head();
  if (end.logId === standing.logId) {
    throw new CopyRefused('Both are the same log, or one is a copy of the other’s file. Name another target.');
  }

  const appending = new Appending(target, options.appendsAtOnce ?? 1);
  let read = 0;
  for await (const pair of pairs(source, end, target, standing)) {
    if (pair.source !== undefined && pair.target === undefined) await appending.add(pair.source);
    else {
      const difference = differenceIn(pair, read + 1);
      if (difference !== undefined) throw new CopyRefused(refusal(difference));
    }
    read += 1;
    if (read % 500 === 0) onProgress('copying', read);
  }
  await appending.finish();
  onProgress('copying', read);

  const sourceTally = new Counting();
  const targetTally = new Counting();
  let compared = 0;
  let difference: string | undefined;
  for await (const pair of pairs(source, end, target, await target.head())) {
    compared += 1;
    difference ??= differenceIn(pair, compared);
    if (pair.source !== undefined) sourceTally.add(pair.source);
    if (pair.target !== undefined) targetTally.add(pair.target);
    if (pair.source !== undefined && difference === undefined) await onCopied(pair.source);
    if (compared % 500 === 0) onProgress('comparing', compared);
  }
  onProgress('comparing', compared);
  return {
    appended: appending.events,
    source: sourceTally.tally(),
    target: targetTally.tally(),
    difference,
    hasGoneOn: source.compare((await source.head()).logPosition, end.logPosition) > 0,
  };
}

function refusal(difference: string): string {
  return (
    `The target holds something other than the beginning of the source. ${difference} ` +
    'Nothing was copied now: name an empty target, or the one in which this copy was begun.'
  );
}

interface Pair {
  readonly source?: RawEvent;
  readonly target?: RawEvent;
}

/**
 * What stands at the same place in both. A person who was erased from the source meanwhile is erased from the target,
 * and doesn't count.
 */
async function* pairs(
  source: EventStore,
  sourceEnd: Checkpoint,
  target: EventStore,
  targetEnd: Checkpoint,
): AsyncGenerator<Pair, void, undefined> {
  const erased = new Set<PersonStreamName>();
  const erase = async (): Promise<void> => {
    for (const stream of erased) await target.erase(stream);
    erased.clear();
  };
  const standing = eventsOf(target, targetEnd);
  try {
    let there = await standing.next();
    for await (const event of eventsOf(source, sourceEnd)) {
      while (there.done !== true && isOther(event, there.value) && (await isErased(source, there.value))) {
        erased.add(there.value.stream as PersonStreamName);
        there = await standing.next();
      }
      if (there.done === true) {
        await erase();
        yield { source: event };
      } else {
        yield { source: event, target: there.value };
        there = await standing.next();
      }
    }
    for (; there.done !== true; there = await standing.next()) {
      if (await isErased(source, there.value)) erased.add(there.value.stream as PersonStreamName);
      else yield { target: there.value };
    }
    await erase();
  } finally {
    await standing.return();
  }
}

function isOther(one: RawEvent, other: RawEvent): boolean {
  return one.id !== other.id || one.stream !== other.stream || one.revision !== other.revision;
}

async function isErased(store: EventStore, { stream }: Pick<RawEvent, 'stream'>): Promise<boolean> {
  if (!isPersonStream(stream)) return false;
  try {
    await store.read(stream);
    return false;
  } catch (error) {
    if (error instanceof StreamErased) return true;
    throw error;
  }
}

/** Events up to a place, as stored where the log gives out its bytes, else as written anew: see {@link RawLog}. */
async function* eventsOf(store: EventStore, end: Checkpoint): AsyncGenerator<RawEvent, void, undefined> {
  for await (const event of givesOutBytes(store) ? store.rows() : written(store)) {
    const place = store.compare(event.logPosition, end.logPosition);
    if (place <= 0) yield event;
    if (place >= 0) return;
  }
}

function givesOutBytes(store: EventStore): store is EventStore & RawLog {
  return 'rows' in store;
}

async function* written(store: EventStore): AsyncGenerator<RawEvent, void, undefined> {
  const persons = new Map<string, boolean>();
  const stopping = new AbortController();
  const batches = store.subscribe(undefined, [], stopping.signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const taken = await heard(store, batches.next());
      if (taken.done === true) return;
      for (const event of taken.value.events) {
        if (event.type === unreadableType) throw new CopyRefused(`${named(event)} is damaged. ${restore}`);
        const { stream } = event;
        // A server goes on showing what was erased until it has been scavenged.
        if (isPersonStream(stream) && !persons.has(stream)) persons.set(stream, await isErased(store, event));
        if (persons.get(stream) === true) continue;
        yield { ...event, data: JSON.stringify(event.data), metadata: JSON.stringify(event.metadata) };
      }
      if (taken.value.isCaughtUp) return;
    }
  } finally {
    stopping.abort();
    // Not waited for: who is silent may never answer to this either.
    batches.return?.().catch(() => undefined);
  }
}

/**
 * A subscription waits for a lost server for ever; whoever copies wants to be told.
 * @throws {LogUnavailable}
 */
async function heard<Taken>(store: EventStore, taken: Promise<Taken>): Promise<Taken> {
  const isHeard = new AbortController();
  const watch = async (): Promise<never> => {
    for (;;) {
      await pause(silenceMs, undefined, { signal: isHeard.signal });
      await store.head();
    }
  };
  const watching = watch();
  try {
    return await Promise.race([taken, watching]);
  } finally {
    isHeard.abort();
    watching.catch(() => undefined);
  }
}

const restore = 'Put back a sound copy of the source: see “minutebook verify”.';

const named = ({ stream, revision, type }: Pick<RawEvent, 'stream' | 'revision' | 'type'>): string =>
  `${type} at revision ${String(revision)} of ${stream}`;

function differenceIn({ source, target }: Pair, place: number): string | undefined {
  const at = `Event ${String(place)}`;
  if (source === undefined || target === undefined) {
    if (source !== undefined) return `${at}, ${named(source)}, is in the source only.`;
    return target && `${at}, ${named(target)}, is in the target only.`;
  }
  if (source.stream !== target.stream || source.revision !== target.revision || source.type !== target.type) {
    return `${at} is ${named(source)} in the source, and ${named(target)} in the target.`;
  }
  for (const part of ['id', 'data', 'metadata'] as const) {
    if (source[part] !== target[part]) return `${at}, ${named(source)}, has another ${part} in the target.`;
  }
  return undefined;
}

/**
 * Appends in the order of the source. A log doesn't keep where its appends began and ended, but the events of one command
 * were one append: they are one again, so that the target never holds half of a command.
 */
class Appending {
  events = 0;
  private readonly target: EventStore;
  private readonly appendsAtOnce: number;
  private waiting: Append[] = [];
  private characters = 0;

  constructor(target: EventStore, appendsAtOnce: number) {
    this.target = target;
    this.appendsAtOnce = appendsAtOnce;
  }

  async add(event: RawEvent): Promise<void> {
    const read = readBack(event);
    const last = this.waiting.at(-1);
    if (last?.first.stream === event.stream && last.command !== undefined && last.command === commandOf(read)) {
      last.events.push(read);
    } else {
      if (this.waiting.length >= this.appendsAtOnce || this.characters > charactersAtOnce) await this.finish();
      this.waiting.push({ first: event, command: commandOf(read), events: [read] });
    }
    this.characters += event.data.length + event.metadata.length;
  }

  /** Waits until everything is durable. */
  async finish(): Promise<void> {
    const appends = this.waiting;
    this.waiting = [];
    this.characters = 0;
    const answers = await Promise.allSettled(appends.map((append) => this.append(append)));
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
    this.events += appends.reduce((sum, { events }) => sum + events.length, 0);
  }

  private async append({ first, events }: Append): Promise<void> {
    const { stream, revision } = first;
    let answer: Appended | Conflict;
    try {
      answer = await this.target.append(stream, revision === 0 ? 'no-stream' : revision - 1, events);
    } catch (error) {
      if (error instanceof EventRefused) throw new CopyRefused(`The target refuses ${named(first)}. ${error.message}`);
      if (error instanceof StreamErased) {
        throw new CopyRefused(`${stream} was erased in the target, and stands in the source. Name another target.`);
      }
      throw error;
    }
    if (answer.outcome === 'appended') return;
    throw new CopyRefused(
      `The target can’t take ${named(first)}, because that stream ${sayEnd(answer)} there. ` +
        'Somebody may be recording in the target: name another, which nobody uses.',
    );
  }
}

interface Append {
  readonly first: RawEvent;
  readonly command: unknown;
  readonly events: EventToAppend[];
}

function sayEnd({ actual }: Conflict): string {
  return actual === 'no-stream' ? 'has no event' : `ends at revision ${String(actual)}`;
}

function commandOf({ metadata }: EventToAppend): unknown {
  return metadata['commandId'];
}

/** @throws {CopyRefused} written again, its text would be another */
function readBack(event: RawEvent): EventToAppend {
  const read = (part: 'data' | 'metadata'): JsonObject => {
    const value = parsed(event[part]);
    if (isObject(value) && JSON.stringify(value) === event[part]) return value;
    throw new CopyRefused(
      `The ${part} of ${named(event)} can’t be copied to the byte: it is not as it was written. ${restore}`,
    );
  };
  return { id: event.id, type: event.type, data: read('data'), metadata: read('metadata') };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A line an event: `[stream, revision, id, type, data, metadata]` as JSON, where data and metadata are the stored texts. */
class Counting {
  private events = 0;
  private streams = 0;
  private lasting = 0;
  private readonly all = createHash('sha256');
  private readonly withoutPersons = createHash('sha256');

  add({ stream, revision, id, type, data, metadata }: RawEvent): void {
    const line = `${JSON.stringify([stream, revision, id, type, data, metadata])}\n`;
    this.events += 1;
    if (revision === 0) this.streams += 1;
    this.all.update(line);
    if (isPersonStream(stream)) return;
    this.lasting += 1;
    this.withoutPersons.update(line);
  }

  tally(): Tally {
    return {
      events: this.events,
      streams: this.streams,
      sha256: this.all.digest('hex'),
      lasting: { events: this.lasting, sha256: this.withoutPersons.digest('hex') },
    };
  }
}
