/**
 * What every log promises, whatever keeps it. A new adapter is named in `event-store.spec.ts` and nowhere else.
 *
 * The log need not be empty: each test has streams and categories of its own, and reads all only from where it began.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  ErasureRefused,
  EventRefused,
  NotThisLog,
  StreamErased,
  type Appended,
  type Batch,
  type Checkpoint,
  type Conflict,
  type EventStore,
  type EventToAppend,
  type JsonObject,
  type RecordedEvent,
  type StreamName,
} from '#event-store';
import * as other from './other-process.ts';

export interface LogUnderTest {
  readonly store: EventStore;
  /** A place after the given one at which the log can't be yet. */
  positionBeyond(logPosition: string): string;
  /** Closes everything it opened and removes what it left behind. */
  dispose(): Promise<void>;
  /** Opens the same log once more, as another program would. */
  openAgain?(): Promise<EventStore>;
  /** Where `other-process.ts` finds the log. */
  readonly address?: string;
  /** Everything the log keeps at rest. */
  bytesAtRest?(): Buffer;
}

/** What not every log can show, because nothing outside the process can reach it. */
export interface Abilities {
  /** `openAgain` and `address` are there. */
  readonly isShared: boolean;
  /** `bytesAtRest` is there. */
  readonly showsBytes: boolean;
  /** How much of the long tests a log is put through; all of it unless said. */
  readonly load?: number;
}

const appendBytesMax = 1_048_576;
const batchSizeMax = 200;
/** So long a reader waits before it gives up. It is no measure of speed, and must do on a machine that is busy. */
const patienceMs = 60_000;

export function eventStoreContract(
  name: string,
  makeLog: () => Promise<LogUnderTest>,
  { isShared, showsBytes, load = 1 }: Abilities,
): void {
  describe(`${name}, as a log,`, () => {
    let log: LogUnderTest;
    let store: EventStore;

    beforeEach(async () => {
      log = await makeLog();
      store = log.store;
    });

    afterEach(async () => {
      for (const child of children) child.kill('SIGKILL');
      children.clear();
      await log.dispose();
    });

    describe('appends', () => {
      it('gives back what was appended, in order, with the revision to expect next', async () => {
        const stream = newStream();
        const events = [newEvent({ number: 0 }), newEvent({ number: 1 })];
        const answer = await append(store, stream, 'no-stream', events);
        const history = await store.read(stream);
        expect(history.revision).toBe(1);
        expect(history.events).toEqual(
          events.map((event, revision) => ({
            ...event,
            stream,
            revision,
            logPosition: expect.any(String),
            storedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
          })),
        );
        expect(answer).toEqual({ outcome: 'appended', revision: 1, logPosition: history.events[1]?.logPosition });
      });

      it('takes a stream that is not there for an empty history', async () => {
        expect(await store.read(newStream())).toEqual({ events: [], revision: 'no-stream' });
      });

      it('answers with a conflict when the stream should not be there and is', async () => {
        const stream = await streamOf(store, 2);
        expect(await store.append(stream, 'no-stream', [newEvent()])).toEqual({ outcome: 'conflict', actual: 1 });
        expect((await store.read(stream)).revision).toBe(1);
      });

      it('answers with a conflict when the stream should be there and is not', async () => {
        const stream = newStream();
        expect(await store.append(stream, 0, [newEvent()])).toEqual({ outcome: 'conflict', actual: 'no-stream' });
        expect((await store.read(stream)).revision).toBe('no-stream');
      });

      it.each([
        ['further than was expected', 0],
        ['not as far as was expected', 2],
      ])('answers with a conflict when the stream is %s', async (_, expected) => {
        const stream = await streamOf(store, 2);
        const events = [newEvent(), newEvent()];
        expect(await store.append(stream, expected, events)).toEqual({ outcome: 'conflict', actual: 1 });
        expect((await store.read(stream)).revision).toBe(1);
      });

      it('lets one of two win that write at the same revision', async () => {
        const stream = await streamOf(store, 1);
        const answers = await Promise.all([newEvent(), newEvent()].map((event) => store.append(stream, 0, [event])));
        expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'conflict']);
        expect((await store.read(stream)).revision).toBe(1);
      });

      it('lets neither a conflict nor a refusal harm what is appended in the same moment', async () => {
        const taken = await streamOf(store, 1);
        const streams = Array.from({ length: 20 }, newStream);
        const answers = await Promise.allSettled(
          streams.flatMap((stream) => [
            store.append(taken, 'no-stream', [newEvent(), newEvent()]),
            store.append(stream, 'no-stream', [newEvent(), newEvent()]),
            store.append(newStream(), 'no-stream', [newEvent(), newEvent({ due: undefined })]),
          ]),
        );
        expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(20);
        for (const stream of streams) expect((await store.read(stream)).revision).toBe(1);
        expect((await store.read(taken)).revision).toBe(0);
      });

      it('keeps all events of an append or none', async () => {
        const stream = newStream();
        const tooLong = newEvent({ words: 'x'.repeat(appendBytesMax) });
        await expect(store.append(stream, 'no-stream', [newEvent(), newEvent(), tooLong])).rejects.toThrow(
          EventRefused,
        );
        expect((await store.read(stream)).events).toEqual([]);
      });

      it.each<[string, unknown]>([
        ['no revision', undefined],
        ['any revision', 'any'],
        ['a revision before the first', -1],
        ['half a revision', 0.5],
      ])('refuses to expect %s', async (_, expected) => {
        await expect(store.append(newStream(), expected as number, [newEvent()])).rejects.toThrow(EventRefused);
      });

      it.each<[string, EventToAppend[]]>([
        ['no event', []],
        ['the same event twice', Array(2).fill(newEvent())],
        ['an id that is not a UUID', [{ ...newEvent(), id: 'first' }]],
        ['an id in capitals', [{ ...newEvent(), id: randomUUID().toUpperCase() }]],
        ['no type', [{ ...newEvent(), type: '' }]],
        ["a type of the store's own", [{ ...newEvent(), type: '$metadata' }]],
        ['data that is not an object', [{ ...newEvent(), data: [] as unknown as JsonObject }]],
      ])('refuses %s', async (_, events) => {
        await expect(store.append(newStream(), 'no-stream', events)).rejects.toThrow(EventRefused);
      });

      it('refuses a stream without a category', async () => {
        await expect(store.append('-x', 'no-stream', [newEvent()])).rejects.toThrow(EventRefused);
      });
    });

    describe('repeats', () => {
      it('answers a repeated append with the first result, and writes nothing', async () => {
        const stream = newStream();
        const events = [newEvent(), newEvent()];
        const first = await append(store, stream, 'no-stream', events);
        expect(await store.append(stream, 'no-stream', events)).toEqual(first);
        expect((await store.read(stream)).events).toHaveLength(2);
      });

      it('knows a repeat for ever, also after later events', async () => {
        const stream = await streamOf(store, 1);
        const events = [newEvent(), newEvent()];
        const first = await append(store, stream, 0, events);
        await append(store, stream, 2, [newEvent(), newEvent()]);
        expect(await store.append(stream, 0, events)).toEqual(first);
        expect((await store.read(stream)).revision).toBe(4);
      });

      it('gives one event and ten equal answers to ten equal appends at once', async () => {
        const stream = newStream();
        const event = newEvent();
        const answers = await Promise.all(Array.from({ length: 10 }, () => store.append(stream, 'no-stream', [event])));
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(answers[0]?.outcome).toBe('appended');
        expect((await store.read(stream)).events).toHaveLength(1);
      });

      it('takes the same id in another stream for another event', async () => {
        const event = newEvent();
        const streams = [newStream(), newStream()];
        for (const stream of streams) await append(store, stream, 'no-stream', [event]);
        for (const stream of streams) expect((await store.read(stream)).events).toHaveLength(1);
      });

      it('takes the same content under another id for a conflict', async () => {
        const stream = newStream();
        const event = newEvent();
        await append(store, stream, 'no-stream', [event]);
        const answer = await store.append(stream, 'no-stream', [{ ...event, id: randomUUID() }]);
        expect(answer).toEqual({ outcome: 'conflict', actual: 0 });
      });

      it.each<[string, (events: EventToAppend[]) => EventToAppend[]]>([
        ['has another later event', ([first]) => [first!, newEvent()]],
        ['has one event more', (events) => [...events, newEvent()]],
      ])('refuses a repeat that %s', async (_, change) => {
        const stream = newStream();
        const events = [newEvent(), newEvent()];
        await append(store, stream, 'no-stream', events);
        await expect(store.append(stream, 'no-stream', change(events))).rejects.toThrow(EventRefused);
        expect((await store.read(stream)).events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      });

      it('can be asked about an append whose answer was lost', async () => {
        const stream = await streamOf(store, 1);
        const events = [newEvent()];
        const lost = store.append(stream, 0, events);
        // The one who asked is gone. Another finds the command in the stream, and gets the first answer by repeating.
        const found = (await settled(lost, () => store.read(stream))).events.find(
          ({ metadata }) => metadata['commandId'] === events[0]?.metadata['commandId'],
        );
        const answer = await append(store, stream, 0, events);
        expect(answer).toEqual({ outcome: 'appended', revision: 1, logPosition: found?.logPosition });
        expect((await store.read(stream)).revision).toBe(1);
      });
    });

    describe('content', () => {
      it('gives every text, number and key back as it was', async () => {
        const data: JsonObject = {
          z: 1,
          a: 2,
          10: 'keys like numbers',
          2: 'come first',
          '': 'an empty key',
          'a key with "quotes" and \\': true,
          words: ['Cafe\u0301', 'Café', 'ﬁ', '½', '£', '–', '\u00a0', '\u200b', '\ufeff'],
          astral: '𝔐 👩🏽‍✈️ 𠮷',
          lines: 'a\r\nb\u2028c\u2029d\u0085e\u0000f\u007f',
          escapes: '\\u0041 \\n \t \b \f / </script> \ud83d\ude00',
          numbers: [0, 1e21, 1e-7, 0.1, 123456789012345680000, 5e-324, 1.7976931348623157e308, -1.5, 9007199254740993],
          nothing: [null, {}, [], [[]], '', false],
        };
        const event = { ...newEvent(data), metadata: { ...data } };
        const stream = newStream();
        await append(store, stream, 'no-stream', [event]);
        const [kept] = (await store.read(stream)).events;
        expect(JSON.stringify(kept?.data)).toBe(JSON.stringify(data));
        expect(JSON.stringify(kept?.metadata)).toBe(JSON.stringify(data));
        expect(kept?.data).toEqual(data);
      });

      it.each<[string, unknown]>([
        ['undefined', undefined],
        ['NaN', NaN],
        ['Infinity', Infinity],
        ['minus zero', -0],
        ['a date', new Date()],
        ['half a surrogate pair', '\ud800'],
        ['a key "__proto__"', JSON.parse('{"__proto__":1}')],
        ['a map', new Map()],
      ])('refuses %s, which JSON would change', async (_, value) => {
        const stream = newStream();
        const inside = { list: [{ value }] } as unknown as JsonObject;
        await expect(store.append(stream, 'no-stream', [newEvent(inside)])).rejects.toThrow('data.list.0.value');
        await expect(store.append(stream, 'no-stream', [{ ...newEvent(), metadata: inside }])).rejects.toThrow(
          EventRefused,
        );
      });

      it('takes 1 MiB in one append and not a byte more', async () => {
        const stream = newStream();
        const frame = Buffer.byteLength(JSON.stringify({ words: '' }));
        const { metadata, ...event } = newEvent();
        const used = frame + Buffer.byteLength(JSON.stringify(metadata)) + 2 * event.type.length;
        // "é" is one character and two bytes: it is bytes that count.
        const rest = (appendBytesMax - used) % 2 === 0 ? '' : 'x';
        const words = 'é'.repeat((appendBytesMax - used) >> 1) + rest;
        await expect(
          store.append(stream, 'no-stream', [{ ...event, metadata, data: { words: `${words}x` } }]),
        ).rejects.toThrow(EventRefused);
        await append(store, stream, 'no-stream', [{ ...event, metadata, data: { words } }]);
        expect((await store.read(stream)).events[0]?.data['words'] === words).toBe(true);
      });
    });

    describe('order', () => {
      it('is the order of appending, in each stream and over all', async () => {
        const start = await store.head();
        const streams = Array.from({ length: 10 }, newStream);
        const answered: { stream: StreamName; logPosition: string }[] = [];
        await Promise.all(
          streams.map(async (stream) => {
            for (let number = 0; number < 30; number++) {
              const answer = await append(store, stream, number === 0 ? 'no-stream' : number - 1, [
                newEvent({ number }),
              ]);
              answered.push({ stream, logPosition: answer.logPosition });
            }
          }),
        );
        const events = await readThrough(store, start);
        expect(events).toHaveLength(300);
        expect(isAscending(store, events)).toBe(true);
        expect(isAscending(store, answered)).toBe(true);
        for (const stream of streams) {
          const ofStream = events.filter((event) => event.stream === stream);
          expect(ofStream.map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (_, index) => index));
          expect(ofStream).toEqual((await store.read(stream)).events);
        }
      });

      it('can be compared by position', async () => {
        const first = await append(store, newStream(), 'no-stream', [newEvent()]);
        const second = await append(store, newStream(), 'no-stream', [newEvent()]);
        expect(store.compare(first.logPosition, second.logPosition)).toBeLessThan(0);
        expect(store.compare(second.logPosition, first.logPosition)).toBeGreaterThan(0);
        expect(store.compare(first.logPosition, first.logPosition)).toBe(0);
        const head = await store.head();
        expect(store.compare(head.logPosition, second.logPosition)).toBeGreaterThanOrEqual(0);
      });
    });

    describe('subscriptions', () => {
      it('give everything from the start, and then what comes', async () => {
        const category = newCategory();
        const before = await streamOf(store, 250, newStream(category));
        const reader = new Reader(store, undefined, [category]);
        await reader.until(({ isCaughtUp }) => isCaughtUp);
        expect(reader.events.map(({ stream, revision }) => [stream, revision])).toEqual(
          Array.from({ length: 250 }, (_, revision) => [before, revision]),
        );
        const after = await streamOf(store, 1, newStream(category));
        await reader.until(() => reader.events.length === 251);
        expect(reader.events.at(-1)?.stream).toBe(after);
        await reader.stop();
      });

      it('give events as they are read from their streams', async () => {
        const category = newCategory();
        const stream = await streamOf(store, 3, newStream(category));
        expect(await readThrough(store, undefined, [category])).toEqual((await store.read(stream)).events);
      });

      it('give a first batch even when there is nothing, so that a reader knows it has caught up', async () => {
        const head = await store.head();
        const reader = new Reader(store, head, []);
        const batch = await reader.next();
        expect(batch).toMatchObject({ events: [], isCaughtUp: true, checkpoint: { logId: head.logId } });
        await reader.stop();
      });

      it('tell a reader that it has caught up only when it has', async () => {
        const category = newCategory();
        await streamOf(store, 450, newStream(category));
        const reader = new Reader(store, undefined, [category]);
        const sizes: number[] = [];
        await reader.until(({ events, isCaughtUp }) => {
          sizes.push(events.length);
          return isCaughtUp;
        });
        expect(reader.events).toHaveLength(450);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(batchSizeMax);
        await reader.stop();
      });

      it('go on where they stopped, without a miss or a double, stopped at any batch', async () => {
        const start = await store.head();
        const streams = [await streamOf(store, 500), await streamOf(store, 500), await streamOf(store, 33)];
        let after: Checkpoint = start;
        const events: RecordedEvent[] = [];
        let batches = 0;
        while (events.length < 1033) {
          const reader = new Reader(store, after, []);
          after = structuredClone((await reader.next()).checkpoint);
          events.push(...reader.events);
          await reader.stop();
          batches++;
          if (batches === 2) streams.push(await streamOf(store, 0));
        }
        expect(batches).toBeGreaterThan(4);
        expect(new Set(events.map(({ stream, revision }) => `${stream} ${revision}`)).size).toBe(1033);
        expect(events).toHaveLength(1033);
        expect(isAscending(store, events)).toBe(true);
        expect(await readThrough(store, after)).toEqual([]);
      });

      it('give only the categories asked for, however many others lie between', async () => {
        const [wanted, unwanted, alsoWanted] = [newCategory(), newCategory(), newCategory()];
        const start = await store.head();
        const first = await streamOf(store, 1, newStream(wanted));
        await streamOf(store, 5_000, newStream(unwanted));
        await streamOf(store, 1, `${wanted}extra-${randomUUID()}`);
        const last = await streamOf(store, 1, newStream(alsoWanted));
        const reader = new Reader(store, start, [wanted, alsoWanted]);
        const batch = await reader.until(({ isCaughtUp }) => isCaughtUp);
        expect(reader.events.map(({ stream }) => stream)).toEqual([first, last]);
        await reader.stop();
        expect(await readThrough(store, batch.checkpoint, [wanted, alsoWanted])).toEqual([]);
        await streamOf(store, 1, newStream(wanted));
        expect(await readThrough(store, batch.checkpoint, [wanted, alsoWanted])).toHaveLength(1);
      });

      it('end by the signal, and not before', async () => {
        const stop = new AbortController();
        const batches = store.subscribe(await store.head(), [], stop.signal)[Symbol.asyncIterator]();
        await batches.next();
        const next = batches.next();
        expect(await Promise.race([next, pause(150, 'still waiting')])).toBe('still waiting');
        stop.abort();
        expect(await next).toEqual({ done: true, value: undefined });
      });

      it('give nothing when the signal has already been given', async () => {
        await streamOf(store, 1);
        const batches = store.subscribe(undefined, [], AbortSignal.abort());
        for await (const batch of batches) expect(batch).toBeUndefined();
      });

      it('wake every reader that waits, each time', async () => {
        const head = await store.head();
        const readers = Array.from({ length: 5 }, () => new Reader(store, head, []));
        await Promise.all(readers.map((reader) => reader.next()));
        for (let number = 1; number <= 3; number++) {
          const waiting = readers.map((reader) => reader.until(() => reader.events.length === number));
          await streamOf(store, 1);
          await Promise.all(waiting);
        }
        await Promise.all(readers.map((reader) => reader.stop()));
      });

      it('let a slow reader take its time, and read no more than a batch ahead of it', async () => {
        const start = await store.head();
        const words = 'w'.repeat(20_000);
        const eventCount = 2_000;
        const stream = newStream();
        for (let number = 0; number < eventCount; number += 50) {
          const events = Array.from({ length: 50 }, (_, index) => newEvent({ number: number + index, words }));
          await append(store, stream, number === 0 ? 'no-stream' : number - 1, events);
        }
        const before = heapBytes();
        const reader = new Reader(store, start, [], { keepsEvents: false });
        const numbers = numbersOf(await reader.next());
        await pause(200);
        expect(heapBytes() - before).toBeLessThan(2 * batchSizeMax * words.length + 2_000_000);
        while (numbers.length < eventCount) {
          const batch = await reader.next();
          expect(batch.events.length).toBeLessThanOrEqual(batchSizeMax);
          numbers.push(...numbersOf(batch));
        }
        expect(numbers).toEqual(Array.from({ length: eventCount }, (_, number) => number));
        await reader.stop();
      });
    });

    describe('checkpoints', () => {
      it('of another log are refused', async () => {
        const head = await store.head();
        await expect(readThrough(store, { ...head, logId: randomUUID() })).rejects.toThrow(NotThisLog);
      });

      it('beyond the head are refused', async () => {
        await streamOf(store, 1);
        const head = await store.head();
        const beyond = { ...head, logPosition: log.positionBeyond(head.logPosition) };
        await expect(readThrough(store, beyond)).rejects.toThrow(NotThisLog);
      });

      it.each<[string, () => string | undefined]>([
        ['another event', randomUUID],
        ['no event', () => undefined],
      ])('that saw %s where this log has one are refused', async (_, eventId) => {
        await streamOf(store, 1);
        await expect(readThrough(store, { ...(await store.head()), eventId: eventId() })).rejects.toThrow(NotThisLog);
      });

      it('are the same whether asked for or reached', async () => {
        await streamOf(store, 3);
        const reader = new Reader(store, undefined, []);
        const { checkpoint } = await reader.until(({ isCaughtUp }) => isCaughtUp);
        expect(checkpoint).toEqual(await store.head());
        await reader.stop();
      });

      it('stay good when the last events they saw are erased', async () => {
        const start = await store.head();
        const stream = await streamOf(store, 1);
        const person = await streamOf(store, 250, newPerson());
        const reader = new Reader(store, start, []);
        const reached = [await reader.next(), await reader.next()].map(({ checkpoint }) => checkpoint);
        await reader.stop();
        await store.erase(person);
        for (const checkpoint of [...reached, await store.head()]) {
          expect(await readThrough(store, checkpoint)).toEqual([]);
        }
        const next = await streamOf(store, 1);
        for (const checkpoint of reached) {
          expect((await readThrough(store, checkpoint)).map((event) => event.stream)).toEqual([next]);
        }
        expect((await readThrough(store, start)).map((event) => event.stream)).toEqual([stream, next]);
      });
    });

    describe('erasure', () => {
      it('removes the stream of a person, which is refused to readers and writers ever after', async () => {
        const person = newPerson();
        const events = [newEvent(), newEvent()];
        await append(store, person, 'no-stream', events);
        await store.erase(person);
        await expect(store.read(person)).rejects.toThrow(StreamErased);
        await expect(store.append(person, 'no-stream', [newEvent()])).rejects.toThrow(StreamErased);
        await expect(store.append(person, 1, [newEvent()])).rejects.toThrow(StreamErased);
        await expect(store.append(person, 'no-stream', events)).rejects.toThrow(StreamErased);
      });

      it('may be repeated', async () => {
        const person = await streamOf(store, 1, newPerson());
        await store.erase(person);
        await store.erase(person);
        await expect(store.read(person)).rejects.toThrow(StreamErased);
      });

      it('closes the stream of a person of whom nothing is known yet', async () => {
        const person = newPerson();
        await store.erase(person);
        await expect(store.append(person, 'no-stream', [newEvent()])).rejects.toThrow(StreamErased);
      });

      it('takes what was being appended in the same moment with it', async () => {
        const person = newPerson();
        const [appended] = await Promise.allSettled([
          store.append(person, 'no-stream', [newEvent()]),
          store.erase(person),
        ]);
        expect(appended.status === 'fulfilled' || appended.reason instanceof StreamErased).toBe(true);
        await expect(store.read(person)).rejects.toThrow(StreamErased);
      });

      it.each(['recommendation', 'decision', 'personnel', 'code'])('is refused to %s streams', async (category) => {
        const stream = await streamOf(store, 1, newStream(category));
        await expect(store.erase(stream as `person-${string}`)).rejects.toThrow(ErasureRefused);
        expect((await store.read(stream)).revision).toBe(0);
      });

      it('leaves everybody and everything else where it was', async () => {
        const start = await store.head();
        const [before, person, friend, after] = [newStream(), newPerson(), newPerson(), newStream()];
        for (const stream of [before, person, friend, after]) await streamOf(store, 2, stream);
        const events = await readThrough(store, start);
        await store.erase(person);
        expect(await readThrough(store, start)).toEqual(events.filter(({ stream }) => stream !== person));
      });

      it('never gives the places of erased events to others', async () => {
        const person = newPerson();
        const erased = await append(store, person, 'no-stream', [newEvent()]);
        await store.erase(person);
        const next = await append(store, newStream(), 'no-stream', [newEvent()]);
        expect(store.compare(next.logPosition, erased.logPosition)).toBeGreaterThan(0);
      });

      if (showsBytes) {
        it('leaves no byte of what was erased', async () => {
          const persons = Array.from({ length: 60 }, (_, number) => ({
            stream: newPerson(),
            name: `Placeholder ${randomUUID()}`,
            alsoKnownAs: Array.from({ length: number }, () => randomUUID()),
          }));
          for (const { stream, name, alsoKnownAs } of persons) {
            await append(store, stream, 'no-stream', [newEvent({ name }), newEvent({ alsoKnownAs })]);
          }
          await streamOf(store, 50);
          const text = () => log.bytesAtRest!().toString('latin1');
          expect(persons.every(({ name }) => text().includes(name))).toBe(true);
          // Every other one, and then from the end: what the log moves about to close the gaps is of people as well.
          const inTurn = [
            ...persons.filter((_, index) => index % 2 === 0),
            ...persons.filter((_, index) => index % 2).reverse(),
          ];
          for (const { stream, name, alsoKnownAs } of inTurn.slice(0, 50)) {
            await store.erase(stream);
            expect([name, ...alsoKnownAs].filter((word) => text().includes(word))).toEqual([]);
          }
          const gone = inTurn.slice(0, 50).flatMap(({ name, alsoKnownAs }) => [name, ...alsoKnownAs]);
          const rest = text();
          expect(gone.filter((word) => rest.includes(word))).toEqual([]);
          for (const { stream } of inTurn.slice(50)) expect((await store.read(stream)).events).toHaveLength(2);
        });
      }
    });

    const eventCount = 100_000 * load;
    it(`appends and reads ${eventCount.toLocaleString('en-GB')} events`, async () => {
      const start = await store.head();
      const streams = Array.from({ length: 50 }, newStream);
      await Promise.all(
        streams.map(async (stream) => {
          for (let number = 0; number < eventCount / 50; number += 40) {
            const events = Array.from({ length: 40 }, (_, index) => newEvent({ number: number + index }));
            await append(store, stream, number === 0 ? 'no-stream' : number - 1, events);
          }
        }),
      );
      let seen = 0;
      let last: string | undefined;
      const next = new Map(streams.map((stream) => [stream, 0]));
      const reader = new Reader(store, start, [], { keepsEvents: false });
      await reader.until(({ events, isCaughtUp }) => {
        for (const { stream, revision, logPosition, data } of events) {
          if (revision !== next.get(stream) || data['number'] !== revision) throw new Error(`${stream} at ${revision}`);
          if (last !== undefined && store.compare(last, logPosition) >= 0)
            throw new Error(`${logPosition} after ${last}`);
          next.set(stream, revision + 1);
          last = logPosition;
          seen++;
        }
        return isCaughtUp;
      });
      expect(seen).toBe(eventCount);
      await reader.stop();
    });

    if (isShared) {
      describe('between programs', () => {
        it('shows others what it has acknowledged', async () => {
          const stream = await streamOf(store, 3);
          const again = await log.openAgain!();
          expect(await again.read(stream)).toEqual(await store.read(stream));
          expect(await again.head()).toEqual(await store.head());
          await again.close();
        });

        it('wakes the readers of others', async () => {
          const again = await log.openAgain!();
          const reader = new Reader(again, await again.head(), []);
          await reader.next();
          for (let number = 1; number <= 5; number++) {
            await pause(20 * number);
            const waiting = reader.until(() => reader.events.length === number);
            await streamOf(store, 1);
            await waiting;
          }
          await reader.stop();
          await again.close();
        });

        it('lets two write at once', async () => {
          const run = newRun();
          const count = 150 * load;
          const reader = new Reader(store, await store.head(), ['beside']);
          const beside = otherProcess(log.address!, 'append-beside', run, String(count));
          await beside.said('ready');
          const seen = reader.until(() => reader.events.length === 4 * count);
          await Promise.all([other.appendBeside(store, run, 0, count), beside.end()]);
          await seen;
          await reader.stop();
          expect(isAscending(store, reader.events)).toBe(true);
          const shared = (await store.read(other.sharedStream(run))).events;
          expect(shared.map(({ revision }) => revision)).toEqual(
            Array.from({ length: 2 * count }, (_, index) => index),
          );
          for (const lane of [0, 1]) {
            const expected = Array.from({ length: count }, (_, number) => other.idOf(run, lane, number));
            expect(shared.filter(({ data }) => data['lane'] === lane).map(({ id }) => id)).toEqual(expected);
            const own = (await store.read(other.besideStream(run, String(lane)))).events;
            expect(own.map(({ id }) => id)).toEqual(expected);
          }
        });

        it('keeps what it acknowledged, and nothing by half, when killed between any two steps', async () => {
          await store.close();
          const run = newRun();
          const acknowledged: number[] = Array(other.laneCount).fill(-1);
          for (let kill = 0; kill < 8; kill++) {
            const killed = otherProcess(log.address!, 'append-until-killed', run);
            await killed.said('appended');
            await pause(kill * 25 * Math.random());
            await killed.kill();
            const erased: [lane: number, append: number][] = [];
            for (const [what, lane, append] of killed.lines) {
              if (what === 'appended') acknowledged[lane] = Math.max(acknowledged[lane] ?? -1, append);
              else erased.push([lane, append]);
            }

            const heir = await log.openAgain!();
            for (let lane = 0; lane < other.laneCount; lane++) {
              const stream = other.laneStream(run, lane);
              const { events } = await heir.read(stream);
              const appends = events.length / other.eventsPerAppend;
              const expected = (count: number) =>
                Array.from({ length: count }, (_, append) => other.eventsOf(run, lane, append)).flat();
              expect(appends).toBeGreaterThanOrEqual(acknowledged[lane]! + 1);
              expect(appends).toBeLessThanOrEqual(acknowledged[lane]! + 2);
              expect(events).toMatchObject(expected(appends));
              expect(events).toHaveLength(Math.floor(appends) * other.eventsPerAppend);
              // The one whose answer never came is asked for again, by its ids and at its revision.
              const unknown = acknowledged[lane]! + 1;
              const answer = await heir.append(
                stream,
                unknown === 0 ? 'no-stream' : unknown * other.eventsPerAppend - 1,
                other.eventsOf(run, lane, unknown),
              );
              expect(answer.outcome).toBe('appended');
              expect((await heir.read(stream)).events).toMatchObject(expected(unknown + 1));
              acknowledged[lane] = unknown;
            }
            const text = showsBytes ? log.bytesAtRest!().toString('latin1') : '';
            for (const [lane, append] of erased) {
              await expect(heir.read(other.personStream(run, lane, append))).rejects.toThrow(StreamErased);
              expect(text.includes(other.personName(run, lane, append))).toBe(false);
            }
            await heir.close();
          }
          expect(Math.min(...acknowledged)).toBeGreaterThan(8);
        });
      });
    }
  });
}

// Streams and events

let made = 0;
const newCategory = () => `thing${Date.now().toString(36)}${made++}`;
const newStream = (category: unknown = 'thing'): StreamName =>
  `${typeof category === 'string' ? category : 'thing'}-${randomUUID()}`;
const newPerson = () => `person-${randomUUID()}` as const;
const newRun = () => randomUUID().slice(0, 8);

function newEvent(data: Record<string, unknown> = {}): EventToAppend {
  return {
    id: randomUUID(),
    type: 'ThingHappened',
    data: data as JsonObject,
    metadata: { commandId: randomUUID(), recordedAt: '2026-02-10T09:00:00.000Z' },
  };
}

/** A stream with so many events, appended in appends of at most 100. */
async function streamOf<Name extends StreamName>(
  store: EventStore,
  count: number,
  stream: Name = newStream() as Name,
): Promise<Name> {
  for (let number = 0; number < count; number += 100) {
    const events = Array.from({ length: Math.min(100, count - number) }, () => newEvent());
    await append(store, stream, number === 0 ? 'no-stream' : number - 1, events);
  }
  return stream;
}

async function append(
  store: EventStore,
  stream: StreamName,
  expected: number | 'no-stream',
  events: EventToAppend[],
): Promise<Appended> {
  const answer: Appended | Conflict = await store.append(stream, expected, events);
  if (answer.outcome === 'conflict') throw new Error(`${stream} is at ${answer.actual} instead of ${expected}.`);
  return answer;
}

async function settled<Result>(promise: Promise<unknown>, then: () => Promise<Result>): Promise<Result> {
  await promise.catch(() => {});
  return then();
}

// Reading

/** A subscription that is read by hand, and that fails instead of hanging. */
class Reader {
  readonly events: RecordedEvent[] = [];
  private readonly batches: AsyncIterator<Batch>;
  private readonly stopping = new AbortController();
  private readonly keepsEvents: boolean;

  constructor(
    store: EventStore,
    after: Checkpoint | undefined,
    categories: readonly string[],
    { keepsEvents = true } = {},
  ) {
    this.batches = store.subscribe(after, categories, this.stopping.signal)[Symbol.asyncIterator]();
    this.keepsEvents = keepsEvents;
  }

  async next(): Promise<Batch> {
    const giveUp = new AbortController();
    const result = await Promise.race([
      this.batches.next(),
      pause(patienceMs, undefined, { signal: giveUp.signal }).then(() => {
        throw new Error('No batch came.');
      }),
    ]).finally(() => giveUp.abort());
    if (result.done === true) throw new Error('The subscription ended by itself.');
    if (this.keepsEvents) this.events.push(...result.value.events);
    return result.value;
  }

  async until(isEnough: (batch: Batch) => boolean): Promise<Batch> {
    const begun = performance.now();
    for (;;) {
      const batch = await this.next();
      if (isEnough(batch)) return batch;
      // A log that gives the same batch over and over may leave no timer a turn.
      if (performance.now() - begun > patienceMs) throw new Error('What was waited for did not come.');
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.batches.return?.();
  }
}

async function readThrough(
  store: EventStore,
  after: Checkpoint | undefined,
  categories: readonly string[] = [],
): Promise<RecordedEvent[]> {
  const reader = new Reader(store, after, categories);
  await reader.until(({ isCaughtUp }) => isCaughtUp);
  await reader.stop();
  return reader.events;
}

function isAscending(store: EventStore, places: readonly { readonly logPosition: string }[]): boolean {
  return places.every(
    ({ logPosition }, index) => index === 0 || store.compare(places[index - 1]!.logPosition, logPosition) < 0,
  );
}

function numbersOf({ events }: Batch): unknown[] {
  return events.map(({ data }) => data['number']);
}

/** What is really in use, the garbage not counted. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

// Other processes

/** Those of the running test, so that one that fails leaves nothing running. */
const children = new Set<ChildProcess>();

function otherProcess(address: string, ...words: string[]) {
  const file = fileURLToPath(new URL('./other-process.ts', import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', file, address, ...words],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.add(child);
  const lines: [what: string, lane: number, append: number][] = [];
  const reading = createInterface({ input: child.stdout! });
  reading.on('line', (line) => {
    const [what = '', lane, append] = line.split(' ');
    lines.push([what, Number(lane), Number(append)]);
  });
  const hasEnded = Promise.all([once(child, 'exit'), once(reading, 'close')]);
  return {
    lines,
    async said(word: string): Promise<void> {
      while (!lines.some(([what]) => what === word)) {
        const [exitCode] = await Promise.race([once(reading, 'line'), hasEnded.then(([exit]) => exit)]);
        if (typeof exitCode === 'number') throw new Error(`The other process ended with exit code ${exitCode}.`);
      }
    },
    async end(): Promise<void> {
      const [[exitCode]] = await hasEnded;
      if (exitCode !== 0) throw new Error(`The other process ended with exit code ${exitCode}.`);
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await hasEnded;
    },
  };
}
