import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Appended,
  type Conflict,
  EventStore,
  type EventToAppend,
  type JsonObject,
  LogUnavailable,
  OutcomeUnknown,
  type PersonStreamName,
  type RawEvent,
  type RecordedEvent,
  type Revision,
  SqliteEventStore,
  StreamErased,
  type StreamName,
} from '#event-store';
import { Random } from '../../../../test/faults/random.ts';
import { randomLog } from '../../../../test/faults/random-log.ts';
import { id } from '../../../../test/support/ids.ts';
import { copyLog, CopyRefused } from './copy-log.ts';

const opened: SqliteEventStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

function emptyLog(): SqliteEventStore {
  const store = SqliteEventStore.open(':memory:');
  opened.push(store);
  return store;
}

const person = (number: number): PersonStreamName => `person-${id('a', number)}`;
const thing = (number: number): StreamName => `thing-${id('b', number)}`;

let nextId = 0;
function event(command: number, data: JsonObject = {}): EventToAppend {
  nextId += 1;
  return {
    id: id('e', nextId),
    type: 'ThingHappened',
    data: { nextId, ...data },
    metadata: { commandId: id('d', command) },
  };
}

/** Two things told in turns, a person between them, and one command of three events. */
async function aLog(): Promise<SqliteEventStore> {
  const store = emptyLog();
  await store.append(thing(1), 'no-stream', [event(1)]);
  await store.append(person(1), 'no-stream', [event(2, { name: 'Nobody Placeholder' })]);
  await store.append(thing(2), 'no-stream', [event(3), event(3), event(3)]);
  await store.append(thing(1), 0, [event(4, { words: 'as printed: “é”, 1.10, \u2028' })]);
  await store.append(thing(1), 1, [event(5)]);
  await store.append(person(1), 0, [event(6)]);
  return store;
}

/** A log that nobody thought of, with persons of whom some are erased. */
async function aRandomLog(random: Random): Promise<SqliteEventStore> {
  const store = emptyLog();
  const persons = new Set<PersonStreamName>();
  for (const { stream, revision, id: eventId, type, data, metadata } of randomLog(random, 1).events) {
    const one = { id: eventId, type, data: data as JsonObject, metadata: metadata as unknown as JsonObject };
    await store.append(stream as StreamName, revision === 0 ? 'no-stream' : revision - 1, [one]);
    if (stream.startsWith('person-')) persons.add(stream as PersonStreamName);
    if (!random.chance(0.1)) continue;
    const added = person(100 + persons.size);
    persons.add(added);
    await store.append(added, 'no-stream', [event(1), event(1)]);
  }
  for (const one of persons) if (random.chance(0.4)) await store.erase(one);
  return store;
}

async function rowsOf(store: SqliteEventStore): Promise<Omit<RawEvent, 'logPosition' | 'storedAt'>[]> {
  const rows = [];
  for await (const { logPosition: _place, storedAt: _time, ...row } of store.rows()) rows.push(row);
  return rows;
}

type Append = (
  stream: StreamName,
  expected: Revision | 'no-stream',
  events: readonly EventToAppend[],
) => Promise<Appended | Conflict>;

/** The port and nothing more, as a server offers it, with an append of its own. */
class OnlyThePort extends EventStore {
  private readonly store: EventStore;
  override readonly append: Append;

  constructor(store: EventStore, append: (through: Append) => Append = (through) => through) {
    super();
    this.store = store;
    this.append = append((...given) => store.append(...given));
  }

  override read(stream: StreamName) {
    return this.store.read(stream);
  }
  override subscribe(...given: Parameters<EventStore['subscribe']>) {
    return this.store.subscribe(...given);
  }
  override head() {
    return this.store.head();
  }
  override compare(a: string, b: string) {
    return this.store.compare(a, b);
  }
  override erase(stream: PersonStreamName) {
    return this.store.erase(stream);
  }
  override close() {
    return this.store.close();
  }
}

const refusedWith = (words: string) =>
  expect.objectContaining({ constructor: CopyRefused, message: expect.stringContaining(words) });

describe('a copy of a log', () => {
  it('holds the same events, bytes and order, persons among them, and says so', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    const copied = await copyLog(source, target);
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
    expect(copied).toMatchObject({ appended: 8, difference: undefined, hasGoneOn: false });
    expect(copied.source).toMatchObject({ events: 8, streams: 3, lasting: { events: 6 } });
    expect(copied.target).toEqual(copied.source);
  });

  it('has the hash that anybody can work out from the stored texts', async () => {
    const source = await aLog();
    const hash = createHash('sha256');
    for (const { stream, revision, id: eventId, type, data, metadata } of await rowsOf(source)) {
      hash.update(`${JSON.stringify([stream, revision, eventId, type, data, metadata])}\n`);
    }
    expect((await copyLog(source, emptyLog())).source.sha256).toBe(hash.digest('hex'));
  });

  it('is made by the port alone, as between servers, with the same hash', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    const { sha256 } = (await copyLog(source, emptyLog())).target;
    const copied = await copyLog(new OnlyThePort(source), new OnlyThePort(target));
    expect(copied).toMatchObject({ difference: undefined, source: { sha256 }, target: { sha256 } });
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  it('is read on from the source’s beginning and told event by event, once it is found in the target', async () => {
    const source = await aLog();
    const told: RawEvent[] = [];
    const steps: unknown[] = [];
    await copyLog(source, emptyLog(), {
      onCopied: (one) => void told.push(one),
      onProgress: (...step) => void steps.push(step),
    });
    expect(told.map(({ stream, revision }) => `${stream} ${String(revision)}`)).toEqual(
      (await rowsOf(source)).map(({ stream, revision }) => `${stream} ${String(revision)}`),
    );
    expect(told[0]).toMatchObject({ logPosition: '1', storedAt: expect.any(String) });
    expect(steps).toEqual([
      ['copying', 8],
      ['comparing', 8],
    ]);
  });

  it('takes what one command recorded in one append, and never half of it', async () => {
    const sizes: number[] = [];
    const target = new OnlyThePort(emptyLog(), (through) => async (stream, expected, events) => {
      sizes.push(events.length);
      return through(stream, expected, events);
    });
    await copyLog(await aLog(), target);
    expect(sizes).toEqual([1, 1, 3, 1, 1, 1]);
  });

  it.each([1, 3, 500])(
    'goes on after it was broken off before or after any append, %i at once',
    async (appendsAtOnce) => {
      const source = await aLog();
      const rows = await rowsOf(source);
      for (let place = 1; place <= 6; place += 1) {
        for (const isWritten of [false, true]) {
          const target = emptyLog();
          let count = 0;
          const failing = new OnlyThePort(target, (through) => async (...given) => {
            count += 1;
            const answer = count < place || (count === place && isWritten) ? await through(...given) : undefined;
            if (answer === undefined || count === place) throw new OutcomeUnknown('Killed.');
            return answer;
          });
          await expect(copyLog(source, failing)).rejects.toThrow('Killed.');
          const { appended, difference } = await copyLog(source, target, { appendsAtOnce });
          expect(difference).toBeUndefined();
          expect(appended).toBeLessThanOrEqual(rows.length);
          expect(await rowsOf(target)).toEqual(rows);
        }
      }
    },
  );

  it('adds nothing the second time, and what was recorded since the third', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await copyLog(source, target);
    expect(await copyLog(source, target)).toMatchObject({ appended: 0, difference: undefined });
    await source.append(thing(2), 2, [event(7)]);
    expect(await copyLog(source, target)).toMatchObject({ appended: 1, difference: undefined });
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  it('ends where the source ended when it began, and says that the source has gone on', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    const busy = new OnlyThePort(target, (through) => async (...given) => {
      const { revision } = await source.read(thing(9));
      await source.append(thing(9), revision, [event(9)]);
      return through(...given);
    });
    expect(await copyLog(source, busy)).toMatchObject({ appended: 8, difference: undefined, hasGoneOn: true });
    expect(await copyLog(source, target)).toMatchObject({ appended: 6, difference: undefined, hasGoneOn: false });
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  it('is the same for any log, by any way, and however it was broken off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = new Random(seed);
        const source = await aRandomLog(random);
        const target = emptyLog();
        for (let kills = random.between(0, 3); kills > 0; kills -= 1) {
          let left = random.between(0, 30);
          const failing = new OnlyThePort(target, (through) => async (...given) => {
            left -= 1;
            if (left < 0) throw new OutcomeUnknown('Killed.');
            return through(...given);
          });
          await copyLog(random.chance(0.5) ? source : new OnlyThePort(source), failing).catch((error: unknown) =>
            expect(error).toBeInstanceOf(OutcomeUnknown),
          );
        }
        const copied = await copyLog(source, target, { appendsAtOnce: random.pick([1, 7, 500]) });
        expect(copied.difference).toBeUndefined();
        expect(copied.target).toEqual(copied.source);
        expect(await rowsOf(target)).toEqual(await rowsOf(source));
      }),
      { numRuns: 25 },
    );
  });
});

describe('persons who were erased', () => {
  it('are left out', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await source.erase(person(1));
    const { source: tally, difference } = await copyLog(source, target);
    expect({ events: tally.events, difference }).toEqual({ events: 6, difference: undefined });
    expect((await target.read(person(1))).revision).toBe('no-stream');
  });

  it('are left out while a server that was not scavenged still shows them', async () => {
    const [store, target] = [await aLog(), emptyLog()];
    const source = new OnlyThePort(store);
    source.read = async (stream) => {
      if (stream === person(1)) throw new StreamErased('');
      return store.read(stream);
    };
    expect((await copyLog(source, target)).source.events).toBe(6);
    expect((await target.read(person(1))).revision).toBe('no-stream');
  });

  it('are erased from the target too when that was copied before', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await copyLog(source, target);
    await source.erase(person(1));
    expect(await copyLog(source, target)).toMatchObject({ appended: 0, difference: undefined, target: { events: 6 } });
    await expect(target.read(person(1))).rejects.toThrow(StreamErased);
  });

  it('leave the hash of everything else as it was', async () => {
    const source = await aLog();
    const { lasting, sha256 } = (await copyLog(source, emptyLog())).source;
    await source.erase(person(1));
    const after = (await copyLog(source, emptyLog())).source;
    expect(after.lasting).toEqual(lasting);
    expect(after.sha256).not.toBe(sha256);
    expect(after.sha256).toBe(lasting.sha256);
  });

  it('are erased from the target also when that happens while it is filled', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    const erasing = new OnlyThePort(target, (through) => async (...given) => {
      if (given[0] === thing(2)) await source.erase(person(1));
      return through(...given);
    });
    expect(await copyLog(source, erasing)).toMatchObject({ difference: undefined, target: { events: 6 } });
    await expect(target.read(person(1))).rejects.toThrow(StreamErased);
  });
});

describe('a copy is refused', () => {
  const unchanged = async (source: EventStore, target: SqliteEventStore, words: string) => {
    const before = await rowsOf(target);
    await expect(copyLog(source, target)).rejects.toEqual(refusedWith(words));
    expect(await rowsOf(target)).toEqual(before);
  };

  it('when the target begins with anything else', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await target.append(thing(5), 'no-stream', [event(1)]);
    await unchanged(source, target, `Event 1 is ThingHappened at revision 0 of ${thing(1)} in the source, and`);
  });

  it('when one event of it has another id, type, text or metadata', async () => {
    const bend: [string, (one: RecordedEvent) => Partial<EventToAppend>][] = [
      ['another id', () => ({ id: id('f', 1) })],
      ['in the target', () => ({ type: 'ThingDreamt' })],
      ['another data', () => ({ data: {} })],
      ['another metadata', () => ({ metadata: {} })],
    ];
    for (const [words, change] of bend) {
      const [source, target] = [await aLog(), emptyLog()];
      const [first] = (await source.read(thing(1))).events as [RecordedEvent];
      await target.append(thing(1), 'no-stream', [{ ...first, ...change(first) }]);
      await unchanged(source, target, words);
    }
  });

  it('when the target goes on after all of it', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await copyLog(source, target);
    await target.append(thing(5), 'no-stream', [event(1)]);
    await unchanged(source, target, `Event 9, ThingHappened at revision 0 of ${thing(5)}, is in the target only.`);
  });

  it('when a person is in the target only, and was not erased from the source', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await copyLog(source, target);
    await target.append(person(7), 'no-stream', [event(1)]);
    await unchanged(source, target, 'is in the target only');
    const other = emptyLog();
    await other.append(person(7), 'no-stream', [event(1)]);
    await unchanged(source, other, `and ThingHappened at revision 0 of ${person(7)} in the target`);
  });

  it('when somebody records in the target meanwhile', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    const disturbed = new OnlyThePort(target, (through) => async (...given) => {
      if (given[0] === thing(2)) await target.append(thing(2), 'no-stream', [event(1)]);
      return through(...given);
    });
    await expect(copyLog(source, disturbed)).rejects.toEqual(refusedWith('that stream ends at revision 0 there'));
  });

  it('when both are one log', async () => {
    const source = await aLog();
    await expect(copyLog(source, source)).rejects.toEqual(refusedWith('the same log'));
  });

  it('when a person was erased from the target only', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    await target.erase(person(1));
    await expect(copyLog(source, target)).rejects.toEqual(refusedWith('was erased in the target'));
  });

  it('when a stored text would not be written the same again', async () => {
    for (const data of ['{"a": 1}', '{"a":1.0}', '{"cut', '7']) {
      const source = await aLog();
      const rows = source.rows.bind(source);
      source.rows = async function* () {
        for await (const row of rows()) yield row.revision === 1 && row.stream === thing(1) ? { ...row, data } : row;
      };
      const target = emptyLog();
      await expect(copyLog(source, target)).rejects.toEqual(
        refusedWith(`The data of ThingHappened at revision 1 of ${thing(1)}`),
      );
    }
  });

  it('when the target refuses an event, in its words', async () => {
    const source = await aLog();
    const rows = source.rows.bind(source);
    source.rows = async function* () {
      for await (const row of rows()) yield { ...row, type: '$ThingHappened' };
    };
    await expect(copyLog(source, emptyLog())).rejects.toEqual(refusedWith('is not the type of an event'));
  });
});

describe('a source that falls silent', () => {
  const silentFor = (log: SqliteEventStore, ms: number): OnlyThePort => {
    const source = new OnlyThePort(log);
    source.subscribe = async function* (...given) {
      await pause(ms, undefined, { ref: false });
      yield* log.subscribe(...given);
    };
    return source;
  };

  it('is waited for as long as it is there', async () => {
    expect((await copyLog(silentFor(await aLog(), 2_500), emptyLog())).difference).toBeUndefined();
  });

  it('ends the copy when it is not', async () => {
    const log = await aLog();
    const source = silentFor(log, 600_000);
    let isAsked = false;
    source.head = async () => {
      if (isAsked) throw new LogUnavailable('The event store can’t be used now.');
      isAsked = true;
      return log.head();
    };
    await expect(copyLog(source, emptyLog())).rejects.toThrow(LogUnavailable);
  });
});

describe('the comparison at the end', () => {
  it('names the first event that a target lost or changed after it had acknowledged it', async () => {
    const [source, target] = [await aLog(), emptyLog()];
    const lying = new OnlyThePort(target, (through) => async (stream, expected, events) => {
      if (stream === person(1)) return { outcome: 'appended', revision: 0, logPosition: '0' };
      const changed = expected === 1 ? events.map((one) => ({ ...one, data: {} })) : events;
      return through(stream, expected, changed);
    });
    const lost = await copyLog(source, lying);
    expect(lost.difference).toContain(`Event 2 is ThingHappened at revision 0 of ${person(1)} in the source`);
    expect([lost.source.events, lost.target.events]).toEqual([8, 6]);
    expect(lost.source.sha256).not.toBe(lost.target.sha256);
  });
});
