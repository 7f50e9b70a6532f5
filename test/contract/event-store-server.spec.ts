/** Our side of what a server, a network and the vendor's client do when they fail. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  LogUnavailable,
  NotThisLog,
  openEventStoreDb,
  OutcomeUnknown,
  StreamErased,
  type Batch,
  type Checkpoint,
  type EventStore,
  type EventToAppend,
  type JsonObject,
  type RawEvent,
  type RawLog,
  type RecordedEvent,
  type StreamName,
} from '#event-store';
import { selfSigned } from '../support/event-store-server/certificate.ts';
import { KeptLog } from '../support/event-store-server/kept-log.ts';
import { EventStoreServer, failure, type ServerOptions } from '../support/event-store-server/server.ts';

type Options = Parameters<typeof openEventStoreDb>[2];

const patience = { deadlineMs: 1_000, patienceMs: 2_000, watchMs: 200 };
/** So long the client itself takes to find a connection dead. */
const pingsMs = 20_000;
const aborted = 10;
const opened: { close(): Promise<void> }[] = [];
const started: EventStoreServer[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const server of started.splice(0)) await server.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function start(options?: ServerOptions): Promise<EventStoreServer> {
  const server = await EventStoreServer.start(options);
  started.push(server);
  return server;
}

async function open(server: EventStoreServer, options: Options = patience, environment = {}): Promise<EventStore> {
  const store = await openEventStoreDb(server.url, environment, options);
  opened.push(store);
  return store;
}

const newStream = (category = 'thing'): StreamName => `${category}-${randomUUID()}`;
const newPerson = () => `person-${randomUUID()}` as const;

function newEvent(data: JsonObject = {}): EventToAppend {
  return { id: randomUUID(), type: 'ThingHappened', data, metadata: { commandId: randomUUID() } };
}

/** Reads on until it is stopped, and keeps what it has read. */
function follow(store: EventStore, after?: Checkpoint, categories: string[] = []) {
  const stopping = new AbortController();
  const events: RecordedEvent[] = [];
  const batches: Batch[] = [];
  const ended = (async () => {
    for await (const batch of store.subscribe(after, categories, stopping.signal)) {
      events.push(...batch.events);
      batches.push(batch);
    }
  })();
  ended.catch(() => {});
  return {
    events,
    batches,
    ended,
    until: (isSo: () => boolean) => until(isSo),
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  for (const begun = performance.now(); !isSo(); await pause(5)) {
    if (performance.now() - begun > 60_000) throw new Error('What was waited for did not come.');
  }
}

const numbersOf = (events: readonly RecordedEvent[]) => events.map(({ data }) => data['number']);
const countTo = (count: number) => Array.from({ length: count }, (_, number) => number);

async function appendOneByOne(store: EventStore, stream: StreamName, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number++) {
    const answer = await store.append(stream, number === 0 ? 'no-stream' : number - 1, [newEvent({ number })]);
    expect(answer.outcome).toBe('appended');
  }
}

describe('a subscription', () => {
  it('goes on by itself when the server was killed and is back', async () => {
    const server = await start();
    const store = await open(server);
    const stream = newStream();
    const reader = follow(store);
    await appendOneByOne(store, stream, 0, 20);
    for (let kills = 1; kills <= 3; kills++) {
      await reader.until(() => reader.events.length >= 20 * kills - 10);
      await server.kill();
      await server.restart();
      await appendOneByOne(store, stream, 20 * kills, 20 * kills + 20);
    }
    await reader.until(() => reader.events.length >= 80);
    expect(numbersOf(reader.events)).toEqual(countTo(80));
    await reader.stop();
  });

  it.each<[string, Error | undefined]>([
    ['ends it as if all were well', undefined],
    ['finds it too slow', failure(aborted, undefined, {}, 'Consumer too slow to handle event while live.')],
    ['has an error of its own', failure(13, undefined, {}, 'Received RST_STREAM with code 2')],
    ['shuts down', failure(1, undefined, {}, 'Cancelled')],
  ])('goes on where it was when the server %s', async (_, error) => {
    const server = await start();
    // Not because nothing comes, but because it was told.
    const store = await open(server, { ...patience, watchMs: 60_000 });
    const stream = newStream();
    const reader = follow(store);
    for (let drops = 0; drops < 3; drops++) {
      await appendOneByOne(store, stream, 10 * drops, 10 * drops + 10);
      await reader.until(() => reader.events.length >= 10 * drops + 5);
      server.dropSubscriptions(error);
    }
    await reader.until(() => reader.events.length >= 30);
    expect(numbersOf(reader.events)).toEqual(countTo(30));
    await reader.stop();
    await until(() => server.openReads === 0);
  });

  it('notices that nothing comes any more, and takes another connection', async () => {
    const server = await start();
    const [store, other] = [await open(server), await open(server)];
    const stream = newStream();
    const reader = follow(store);
    await appendOneByOne(other, stream, 0, 5);
    await reader.until(() => reader.events.length === 5);
    server.blackHole();
    server.endBlackHole();
    // Whoever connects now is served; the reader waits at a connection that is dead without a word.
    await appendOneByOne(await open(server), stream, 5, 10);
    const begun = performance.now();
    await reader.until(() => reader.events.length === 10);
    expect(performance.now() - begun).toBeLessThan(pingsMs);
    expect(numbersOf(reader.events)).toEqual(countTo(10));
    await reader.stop();
  });

  it('is left alone while the log rests', async () => {
    const server = await start();
    const store = await open(server, { ...patience, watchMs: 20 });
    const reader = follow(store);
    await appendOneByOne(store, newStream(), 0, 3);
    await reader.until(() => reader.events.length === 3);
    const before = server.calls['subscribe'];
    await pause(300);
    expect(server.calls['subscribe']).toBe(before);
    await reader.stop();
  });

  it('goes on over many marks of the server where nothing is of its categories', async () => {
    const server = await start();
    const store = await open(server);
    const other = newStream('other');
    for (let number = 0; number < 3_000; number += 100) {
      const events = Array.from({ length: 100 }, () => newEvent());
      await store.append(other, number === 0 ? 'no-stream' : number - 1, events);
    }
    const stream = newStream('wanted');
    const reader = follow(store, undefined, ['wanted']);
    await appendOneByOne(store, stream, 0, 3);
    await reader.until(() => reader.events.length === 3);
    expect(numbersOf(reader.events)).toEqual(countTo(3));
    await reader.stop();
  });

  it('leaves no call behind, however it is left', async () => {
    const server = await start();
    const store = await open(server);
    await appendOneByOne(store, newStream(), 0, 300);
    for (let times = 0; times < 5; times++) {
      for await (const batch of store.subscribe(undefined, [], new AbortController().signal)) {
        if (batch.events.length > 0) break;
      }
      await expect(
        (async () => {
          for await (const _ of store.subscribe(undefined, [], new AbortController().signal))
            throw new Error('no more');
        })(),
      ).rejects.toThrow('no more');
      await store.head();
    }
    await until(() => server.openReads === 0);
  });

  it('lets a slow reader leave what it has not asked for with the server', async () => {
    const server = await start();
    const store = await open(server);
    const words = 'w'.repeat(1_000);
    const stream = newStream();
    for (let number = 0; number < 10_000; number += 500) {
      const events = Array.from({ length: 500 }, () => newEvent({ words }));
      await store.append(stream, number === 0 ? 'no-stream' : number - 1, events);
    }
    const batches = store.subscribe(undefined, [], new AbortController().signal)[Symbol.asyncIterator]();
    expect((await batches.next()).value.events).toHaveLength(200);
    for (let sent = -1; sent !== server.sent; await pause(500)) sent = server.sent;
    expect(server.sent).toBeLessThan(1_000);
    await batches.return?.();
  });

  it('says so when another log answers at the address', async () => {
    const server = await start();
    const store = await open(server);
    const reader = follow(store);
    await reader.until(() => reader.batches.length > 0);
    await server.kill();
    const stranger = await start({ port: server.port });
    await open(stranger);
    await expect(reader.ended).rejects.toThrow(NotThisLog);
  });

  it('says so when an older copy of its log answers at the address', async () => {
    const log = new KeptLog();
    const server = await start({ log });
    const store = await open(server);
    await appendOneByOne(store, newStream(), 0, 3);
    const older = log.copy();
    await appendOneByOne(store, newStream(), 0, 3);
    const reader = follow(store);
    await reader.until(() => reader.events.length === 6);
    const checkpoint = await store.head();
    await server.kill();
    const restored = await start({ port: server.port, log: older });
    await expect(reader.ended).rejects.toThrow(NotThisLog);
    // It went on by itself and has come further than the other ever was.
    const successor = await open(restored);
    await appendOneByOne(successor, newStream(), 0, 9);
    await expect(follow(successor, checkpoint).ended).rejects.toThrow(NotThisLog);
  });

  it('gives a checkpoint that is text throughout, with both numbers of the place', async () => {
    const store = await open(await start());
    await appendOneByOne(store, newStream(), 0, 1);
    const checkpoint = JSON.parse(JSON.stringify(await store.head())) as Checkpoint;
    expect(checkpoint).toEqual(await store.head());
    expect(checkpoint.logPosition).toMatch(/^\d+\/\d+$/);
  });

  it('hands an event that is no JSON on as one that can’t be read, and goes on', async () => {
    const server = await start();
    const store = await open(server);
    const stream = newStream();
    const damaged = { id: randomUUID(), type: 'ThingHappened', contentType: 'application/json' };
    server.log.append(stream, -1n, [{ ...damaged, data: Buffer.from('{"number":'), metadata: Buffer.from('{}') }]);
    server.log.append(stream, 0n, [
      { ...damaged, id: randomUUID(), data: Buffer.from('{}'), metadata: Buffer.from('~') },
    ]);
    await store.append(stream, 1, [newEvent({ number: 2 })]);
    const { events } = await store.read(stream);
    expect(events.map(({ type }) => type)).toEqual(['$unreadable', '$unreadable', 'ThingHappened']);
    expect(events[0]?.data).toEqual({ type: 'ThingHappened', data: '{"number":', metadata: '{}' });
    const reader = follow(store);
    await reader.until(() => reader.events.length === 3);
    expect(reader.events).toEqual(events);
    await reader.stop();
  });
});

describe('an append', () => {
  it.each(['written, no answer', 'not written, no answer'] as const)(
    'whose answer never comes (%s) is told as unknown in time, and settled by repeating it',
    async (lie) => {
      const server = await start();
      const store = await open(server);
      const stream = newStream();
      await appendOneByOne(store, stream, 0, 1);
      const event = newEvent({ number: 1 });
      server.lie(lie);
      const begun = performance.now();
      await expect(store.append(stream, 0, [event])).rejects.toThrow(OutcomeUnknown);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(patience.deadlineMs - 1);
      expect(performance.now() - begun).toBeLessThan(pingsMs);
      expect((await store.read(stream)).revision).toBe(lie === 'written, no answer' ? 1 : 0);
      expect(await store.append(stream, 0, [event])).toMatchObject({ outcome: 'appended', revision: 1 });
      expect(numbersOf((await store.read(stream)).events)).toEqual([0, 1]);
    },
  );

  it.each([
    'written, answered as timed out',
    'not written, answered as timed out',
    'not written, answered as not ready',
  ] as const)('that the server could not vouch for (%s) is settled without a word', async (lie) => {
    const server = await start();
    const store = await open(server);
    const stream = newStream();
    server.lie(lie);
    const event = newEvent({ number: 0 });
    const answer = await store.append(stream, 'no-stream', [event]);
    expect(answer).toMatchObject({ outcome: 'appended', revision: 0 });
    expect((await store.read(stream)).events.map(({ id }) => id)).toEqual([event.id]);
  });

  it('during which the server dies is settled when it is back, and stands once', async () => {
    const server = await start();
    const store = await open(server, { ...patience, deadlineMs: 20_000, patienceMs: 20_000 });
    const stream = newStream();
    server.lie('written, then killed');
    const answers = Promise.all(
      Array.from({ length: 20 }, (_, lane) => store.append(`${stream}${lane}`, 'no-stream', [newEvent()])),
    );
    await until(() => server.log.events.length > 1);
    await pause(50);
    await server.restart();
    for (const answer of await answers) expect(answer.outcome).toBe('appended');
    for (let lane = 0; lane < 20; lane++) expect((await store.read(`${stream}${lane}`)).events).toHaveLength(1);
  });

  it('is not harmed by the death of another server, nor kills the process by an answer that comes late', async () => {
    const [server, doomed] = [await start(), await start()];
    const [store, other] = [await open(server), await open(doomed)];
    await other.append(newStream(), 'no-stream', [newEvent()]);
    await store.append(newStream(), 'no-stream', [newEvent()]);
    const rejections: unknown[] = [];
    const notice = (reason: unknown): void => void rejections.push(reason);
    process.on('unhandledRejection', notice);
    server.lie('written, answered late');
    doomed.lie('not written, no answer');
    const batches = server.calls['batchAppend'];
    const slow = store.append(newStream(), 'no-stream', [newEvent()]);
    const lost = other.append(newStream(), 'no-stream', [newEvent()]);
    lost.catch(() => {});
    await pause(50);
    await doomed.kill();
    expect(await slow).toMatchObject({ outcome: 'appended', revision: 0 });
    await expect(lost).rejects.toThrow(OutcomeUnknown);
    await pause(server.lateMs);
    process.off('unhandledRejection', notice);
    expect(rejections).toEqual([]);
    expect(server.calls['batchAppend']).toBe(batches);
  });

  it('that was answered too late leaves the next ones alone', async () => {
    const server = await start();
    server.lateMs = patience.deadlineMs + 300;
    const store = await open(server);
    const stream = newStream();
    server.lie('written, answered late');
    await expect(store.append(stream, 'no-stream', [newEvent({ number: 0 })])).rejects.toThrow(OutcomeUnknown);
    await appendOneByOne(store, newStream(), 0, 5);
    await pause(400);
    await appendOneByOne(store, newStream(), 0, 5);
    expect((await store.read(stream)).revision).toBe(0);
  });

  it('does not depend on the clock of the server', async () => {
    const store = await open(await start({ clockAheadMs: 3_600_000 }));
    await appendOneByOne(store, newStream(), 0, 2);
  });

  it('tells how far the stream has come, whatever the number', async () => {
    const store = await open(await start());
    const stream = newStream();
    await appendOneByOne(store, stream, 0, 5);
    expect(await store.append(stream, 1, [newEvent()])).toEqual({ outcome: 'conflict', actual: 4 });
  });

  it('to a server that is not there writes nothing and says so, and works when it is back', async () => {
    const server = await start();
    const store = await open(server, { ...patience, patienceMs: 200 });
    await appendOneByOne(store, newStream(), 0, 1);
    await server.kill();
    const stream = newStream();
    // The first may have been under way when the connection broke.
    await expect(store.append(stream, 'no-stream', [newEvent()])).rejects.toThrow(/try again\.$/);
    const append = store.append(stream, 'no-stream', [newEvent()]);
    await expect(append).rejects.toThrow('Nothing was written: try again.');
    await expect(append).rejects.toThrow(LogUnavailable);
    await expect(store.read(stream)).rejects.toThrow(LogUnavailable);
    await expect(store.head()).rejects.toThrow(LogUnavailable);
    await server.restart();
    await appendOneByOne(store, stream, 0, 1);
  });

  it('is told as unknown when the network swallows everything, and the next takes another connection', async () => {
    const server = await start();
    const store = await open(server);
    await appendOneByOne(store, newStream(), 0, 1);
    server.blackHole();
    const [stream, begun] = [newStream(), performance.now()];
    await expect(store.append(stream, 'no-stream', [newEvent()])).rejects.toThrow(OutcomeUnknown);
    server.endBlackHole();
    await appendOneByOne(store, stream, 0, 1);
    expect(performance.now() - begun).toBeLessThan(pingsMs);
  });

  it('is not made in another log that answers at the address', async () => {
    const server = await start();
    const store = await open(server);
    await appendOneByOne(store, newStream(), 0, 1);
    await server.kill();
    const stranger = await start({ port: server.port });
    await open(stranger);
    const before = stranger.log.events.length;
    const append = store.append(newStream(), 'no-stream', [newEvent()]);
    await expect(append).rejects.toThrow(/now holds the log .+ Nothing was written: start the process again\.$/);
    await expect(append).rejects.toThrow(LogUnavailable);
    expect(stranger.log.events).toHaveLength(before);
  });

  it('finds another connection after a read that nobody answered', async () => {
    const server = await start();
    const store = await open(server);
    await appendOneByOne(store, newStream(), 0, 1);
    server.blackHole();
    const begun = performance.now();
    await expect(store.read(newStream())).rejects.toThrow('The event store did not answer in time. Try again.');
    server.endBlackHole();
    await appendOneByOne(store, newStream(), 0, 1);
    expect(performance.now() - begun).toBeLessThan(pingsMs);
  });

  it('leaves no call behind when it fails again and again', async () => {
    const server = await start();
    const store = await open(server, { ...patience, patienceMs: 10, deadlineMs: 200 });
    for (let times = 0; times < 10; times++) {
      await server.kill();
      await expect(store.append(newStream(), 'no-stream', [newEvent()])).rejects.toThrow(/try again\.$/);
      await server.restart();
      await appendOneByOne(store, newStream(), 0, 1);
    }
    await until(() => server.openReads === 0);
  });
});

describe('a server', () => {
  it.each([
    ['$maxAge', '{"$maxAge":86400}'],
    ['$maxCount', '{"$maxCount":10}'],
    ['$tb', '{"$tb":3}'],
  ])('that is told to forget by %s is refused', async (limit, data) => {
    const server = await start();
    const store = await open(server);
    const stream = newStream('recommendation');
    await appendOneByOne(store, stream, 0, 1);
    const metadata = {
      id: randomUUID(),
      type: '$metadata',
      contentType: 'application/json',
      metadata: Buffer.alloc(0),
    };
    server.log.append(`$$${stream}`, -1n, [{ ...metadata, data: Buffer.from(data) }]);
    await expect(open(server)).rejects.toThrow(`the stream ${stream} has ${limit} in its metadata`);
    server.log.append(`$$${stream}`, 0n, [{ ...metadata, id: randomUUID(), data: Buffer.from('{}') }]);
    await open(server);
  });

  it('from which somebody deleted a stream is refused', async () => {
    const server = await start();
    const stream = newStream('recommendation');
    await appendOneByOne(await open(server), stream, 0, 1);
    server.log.delete(stream);
    await expect(open(server)).rejects.toThrow(`the stream ${stream} has $tb`);
  });

  it('may limit its own streams', async () => {
    const server = await start();
    const metadata = {
      id: randomUUID(),
      type: '$metadata',
      contentType: 'application/json',
      metadata: Buffer.alloc(0),
    };
    server.log.append('$$$stats-127.0.0.1:2113', -1n, [{ ...metadata, data: Buffer.from('{"$maxAge":86400}') }]);
    await open(server);
  });

  it('holds one log, whoever opens it first', async () => {
    const server = await start();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(server)));
    const heads = await Promise.all(stores.map((store) => store.head()));
    expect(new Set(heads.map(({ logId }) => logId)).size).toBe(1);
    expect(heads[0]).toMatchObject({ eventId: undefined });
    await server.kill();
    await server.restart();
    expect((await (await open(server)).head()).logId).toBe(heads[0]?.logId);
  });

  it('that holds no log is not given one by who only reads', async () => {
    const server = await start();
    await expect(open(server, { ...patience, readOnly: true })).rejects.toThrow('holds no log of Minutebook');
    expect(server.log.events).toEqual([]);
  });

  it('is found by asking its cluster', async () => {
    const server = await start();
    const store = await openEventStoreDb(server.url.replace('esdb:', 'esdb+discover:'));
    opened.push(store);
    await appendOneByOne(store, newStream(), 0, 2);
    const person = newPerson();
    await store.erase(person);
    expect(server.calls['GET /gossip']).toBe(1);
  });

  it('that is not the leader is left for the one that is', async () => {
    const leader = await start();
    const follower = await start({ leader });
    const store = await open(follower);
    const stream = newStream();
    await appendOneByOne(store, stream, 0, 3);
    expect((await store.read(stream)).revision).toBe(2);
    expect(follower.log.events).toEqual([]);
    const reader = follow(store);
    await reader.until(() => reader.events.length === 3);
    await reader.stop();
  });

  it('that is closed is used no more', async () => {
    const store = await open(await start());
    const reader = follow(store);
    await reader.until(() => reader.batches.length > 0);
    await store.close();
    await expect(reader.ended).rejects.toThrow('The log is closed.');
    await expect(store.read(newStream())).rejects.toThrow('The log is closed.');
    await expect(store.append(newStream(), 'no-stream', [newEvent()])).rejects.toThrow('The log is closed.');
  });
});

describe('what the server keeps', () => {
  async function rowsOf(store: EventStore): Promise<RawEvent[]> {
    const rows: RawEvent[] = [];
    for await (const row of (store as unknown as RawLog).rows()) rows.push(row);
    return rows;
  }

  it('is given out to the byte, in the order of the log', async () => {
    const server = await start();
    const store = await open(server);
    const data = { z: 'é\u2028𝔐 "\\', a: [1e21, 0.1, { '': null }], 1: '\u0000' };
    const [stream, other] = [newStream(), newStream('other')];
    const event = newEvent(data);
    await store.append(stream, 'no-stream', [event]);
    for (let number = 0; number < 1_100; number += 100) {
      const events = Array.from({ length: 100 }, () => newEvent());
      await store.append(other, number === 0 ? 'no-stream' : number - 1, events);
    }
    const rows = await rowsOf(store);
    const { logPosition, storedAt } = (await store.read(stream)).events[0]!;
    expect(rows[0]).toEqual({
      ...{ stream, revision: 0, id: event.id, type: event.type, logPosition, storedAt },
      ...{ data: JSON.stringify(data), metadata: JSON.stringify(event.metadata) },
    });
    expect(server.log.bytes().includes(JSON.stringify(data))).toBe(true);
    expect(rows.slice(1).map(({ revision }) => revision)).toEqual(countTo(1_100));
    expect((store as unknown as RawLog).losses()).toEqual([]);
  });

  it('is given out without the erased, also before they are gone', async () => {
    const server = await start();
    const store = await open(server);
    const [person, friend] = [newPerson(), newPerson()];
    for (const stream of [person, friend]) await appendOneByOne(store, stream, 0, 3);
    server.log.tombstone(person, 'any');
    expect((await rowsOf(store)).map(({ stream }) => stream)).toEqual([friend, friend, friend]);
  });

  it('is told to be less when somebody deleted a stream for good', async () => {
    const server = await start();
    const store = await open(server);
    const stream = newStream('recommendation');
    await appendOneByOne(store, stream, 0, 3);
    server.log.tombstone(stream, 'any');
    await rowsOf(store);
    expect((store as unknown as RawLog).losses()).toEqual([`${stream} was deleted in the event store.`]);
  });
});

describe('erasing', () => {
  it('is done once, whoever asks for it again', async () => {
    const server = await start();
    const person = newPerson();
    await (await open(server)).erase(person);
    for (let times = 0; times < 3; times++) await (await open(server)).erase(person);
    expect(server.calls['POST /admin/scavenge']).toBe(1);
  });

  it('ends when the scavenge has, and not before', async () => {
    const server = await start({ scavengeMs: 400 });
    const store = await open(server);
    const person = newPerson();
    const name = `Placeholder ${randomUUID()}`;
    await store.append(person, 'no-stream', [newEvent({ name })]);
    const begun = performance.now();
    await store.erase(person);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(399);
    expect(server.log.bytes().includes(name)).toBe(false);
  });

  it('waits for a scavenge that runs, and begins another', async () => {
    const server = await start({ scavengeMs: 50 });
    const store = await open(server);
    const person = newPerson();
    const name = `Placeholder ${randomUUID()}`;
    await store.append(person, 'no-stream', [newEvent({ name })]);
    expect(server.log.scavenge(300)).toBeDefined();
    await store.erase(person);
    expect(server.log.bytes().includes(name)).toBe(false);
  });

  it('shares a scavenge with others that wait for one', async () => {
    const server = await start({ scavengeMs: 100 });
    const store = await open(server);
    const persons = Array.from({ length: 10 }, newPerson);
    for (const person of persons) await store.append(person, 'no-stream', [newEvent()]);
    await Promise.all(persons.map((person) => store.erase(person)));
    expect(server.calls['POST /admin/scavenge']).toBeLessThan(5);
    for (const person of persons) await expect(store.read(person)).rejects.toThrow(StreamErased);
  });

  it('says so when the scavenge failed, and can be repeated', async () => {
    const server = await start();
    const store = await open(server);
    const person = newPerson();
    await store.append(person, 'no-stream', [newEvent({ name: 'Nobody Placeholder' })]);
    server.scavengeResult = 'Failed';
    await expect(store.erase(person)).rejects.toThrow('may still be in its files. Erase it again.');
    server.scavengeResult = 'Success';
    await store.erase(person);
    expect(server.log.bytes().includes('Nobody Placeholder')).toBe(false);
  });
});

describe('accounts', () => {
  const accounts = {
    minutebook: { password: 'p:ss wörd%1' },
    keeper: { password: 'other', isOperator: true },
    admin: { password: 'changeit', isOperator: true },
  };

  /** A server that asks for an account, and the environment of who may use it. */
  async function guarded() {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-accounts-'));
    folders.push(folder);
    const tls = selfSigned();
    const server = await start({ tls, accounts });
    const keep = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const authority = keep('ca.crt', tls.certificate);
    const account = {
      EVENTSTORE_USER_FILE: keep('user', 'minutebook\n'),
      EVENTSTORE_PASSWORD_FILE: keep('password', 'p:ss wörd%1\n'),
    };
    const operator = {
      EVENTSTORE_OPERATOR_USER_FILE: keep('keeper', 'keeper'),
      EVENTSTORE_OPERATOR_PASSWORD_FILE: keep('keepers-password', 'other'),
    };
    const url = `${server.url}?tlsCAFile=${authority}`;
    const openAs = async (environment: Record<string, string>) => {
      const store = await openEventStoreDb(url, environment, { ...patience, patienceMs: 100 });
      opened.push(store);
      return store;
    };
    return { server, url, keep, account, operator, openAs };
  }

  it('let the web and the worker read everything and append, over TLS, and not erase', async () => {
    const { account, operator, openAs, server } = await guarded();
    const store = await openAs(account);
    const person = newPerson();
    await appendOneByOne(store, person, 0, 2);
    const reader = follow(store);
    await reader.until(() => reader.events.length === 2);
    await reader.stop();
    await expect(store.erase(person)).rejects.toThrow('Only the operator of the event store may erase.');
    expect(server.calls['tombstone']).toBeUndefined();
    // Given out as the operator's, its own account is still refused by the server.
    const pretending = await openAs({
      ...account,
      EVENTSTORE_OPERATOR_USER_FILE: account.EVENTSTORE_USER_FILE,
      EVENTSTORE_OPERATOR_PASSWORD_FILE: account.EVENTSTORE_PASSWORD_FILE,
    });
    await expect(pretending.erase(person)).rejects.toThrow('The event store does not let its account do this');
    // What was begun counts, and is completed by whoever may.
    await expect(store.read(person)).rejects.toThrow(StreamErased);
    expect(server.log.read(person)).toHaveLength(3);
    await (await openAs({ ...account, ...operator })).erase(person);
    expect(server.log.read(person)).toBe('deleted');
    // What is complete is asked of nobody.
    await store.erase(person);
  });

  it('that are not known are refused without repeating a password', async () => {
    const { account, keep, openAs } = await guarded();
    const wrong = { ...account, EVENTSTORE_PASSWORD_FILE: keep('wrong', 'a wrong secret') };
    const refusal = await openAs(wrong).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LogUnavailable);
    expect(String(refusal)).toContain('does not know this account, or knows it by another password');
    expect(JSON.stringify([refusal, (refusal as Error).message, (refusal as Error).stack])).not.toContain('secret');
  });

  it('are not trusted to a server that its authority does not vouch for', async () => {
    const { account, server } = await guarded();
    const opening = openEventStoreDb(server.url, account, { ...patience, patienceMs: 100 });
    await expect(opening).rejects.toThrow(LogUnavailable);
    expect(server.calls['readStream']).toBeUndefined();
  });

  it('are never printed, even when the client tells all it does', async () => {
    const { account, operator, url } = await guarded();
    const library = new URL('../../libs/event-store/src/index.ts', import.meta.url).href;
    const script = `
      const { openEventStoreDb } = await import(${JSON.stringify(library)});
      const store = await openEventStoreDb(process.argv[1], process.env);
      await store.append('thing-1', 'no-stream', [{ id: crypto.randomUUID(), type: 'T', data: {}, metadata: {} }]);
      await store.erase('person-1').catch((error) => console.log(error));
      await store.close();
      console.log('done');`;
    const options = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--input-type=module'];
    // The server runs in this process, so the other one must not be waited for without letting it answer.
    const child = spawn(process.execPath, [...options, '--eval', script, url], {
      env: { ...process.env, ...account, ...operator, DEBUG: 'esdb:*' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    await new Promise((resolve) => child.once('close', resolve));
    expect(said).toContain('done');
    expect(said).toContain('esdb:');
    for (const secret of ['p:ss', 'other\n', Buffer.from('minutebook:p:ss wörd%1').toString('base64')]) {
      expect(said).not.toContain(secret);
    }
    expect(said).not.toContain(Buffer.from('keeper:other').toString('base64'));
  });
});
