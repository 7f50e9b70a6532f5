/**
 * The record on an event store server, beside the server's own client used directly: the same appends and reads, on the
 * same server, in turns.
 */

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { isEmptyLog, type OpenRecord, openServedRecord, readable, rebuild } from '#application';
import { recommendation } from '#domain';
import type { EventStore, StreamName } from '#event-store';
import { start } from './children.ts';
import { measured, refuseLost, requestsFor, stopAll, takeTurns } from './commands.ts';
import { freshFolder } from './folders.ts';
import { eventLike, IN_FLIGHT } from './log.ts';
import { BareClient } from './peers/bare-client.ts';
import { BATCH, SameRows } from './peers/same-rows.ts';
import { appendRecommendations, begunRecord, countEvents, type Item, project } from './record.ts';
import { atLeast, beside, type Row } from './table.ts';

const PORT = 4_714;
const CLIENT = 'bare client';

export interface Size {
  readonly recommendations: number;
  readonly notes: number;
  /** Of the one item that is replayed. */
  readonly events: number;
  readonly commands: { readonly perRound: number; readonly rounds: number };
  readonly appends: { readonly alone: number; readonly inFlight: number };
  readonly rounds: number;
}

export async function eventStore(url: string, size: Size): Promise<Row[]> {
  await refuseUsed(url);
  const folder = freshFolder();
  const record = await begunRecord(folder, url);
  const bare = new BareClient(url);
  try {
    const items = await appendRecommendations(record, size.recommendations, size.notes);
    const [long] = await appendRecommendations(record, 1, size.events - 3, { from: size.recommendations });
    await project(record);
    return [
      ...(await catchingUp(record, folder, bare, size)),
      await replay(record.store, bare, `recommendation-${long?.id ?? ''}`, size),
      ...(await commands(url, record.store, items, size)),
      await appends('Appends, one at a time', record.store, bare, 1, size.appends.alone, size.rounds, 0.8),
      await appends('Appends, 64 in flight', record.store, bare, IN_FLIGHT, size.appends.inFlight, size.rounds, 0.7),
    ];
  } finally {
    await bare.close();
    await record.close();
  }
}

/** What is measured would be what others left there. */
async function refuseUsed(url: string): Promise<void> {
  const record = await openServedRecord(url, freshFolder());
  const isEmpty = await isEmptyLog(record.store);
  await record.close();
  if (!isEmpty)
    throw new Error('The event store of EVENTSTORE_TEST_URL holds events: the bench needs one that holds nothing.');
}

async function catchingUp(record: OpenRecord, folder: string, bare: BareClient, { rounds }: Size): Promise<Row[]> {
  const total = await countEvents(record.store);
  const batches = Math.ceil(total / BATCH);
  const [ours, same, read]: number[][] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    let began = performance.now();
    await rebuild(record);
    const took = performance.now() - began;

    const rows = new SameRows(folder, `${folder}-${String(round)}.db`);
    began = performance.now();
    let batch = 0;
    await bare.everyEvent(total, (count) => {
      if (count % BATCH === 0 || count === total) rows.write(batch++, batches);
    });
    const sameTook = performance.now() - began;
    rows.close();

    began = performance.now();
    await bare.everyEvent(total, () => undefined);
    const readTook = performance.now() - began;
    if (round === 0) continue;
    ours?.push((total / took) * 1_000);
    same?.push((total / sameTook) * 1_000);
    read?.push((total / readTook) * 1_000);
  }
  const what = 'Event store: catch-up of all views';
  return [
    atLeast(what, ours ?? [], same ?? [], 0.6, 'events a second', `${CLIENT}, same rows by bare statements`),
    beside(what, ours ?? [], read ?? [], 'events a second', `${CLIENT}, reading only`),
  ];
}

async function replay(store: EventStore, bare: BareClient, stream: StreamName, { events, rounds }: Size): Promise<Row> {
  const ours: number[] = [];
  const peers: number[] = [];
  // The first rounds warm both up.
  for (let round = -10 * rounds; round < 10 * rounds; round += 1) {
    let began = performance.now();
    const history = await store.read(stream);
    history.events.reduce(
      (state, event) => recommendation.evolve(state, readable(event) as never, event.id),
      recommendation.initial,
    );
    const took = performance.now() - began;
    began = performance.now();
    const count = await bare.read(stream);
    const bareTook = performance.now() - began;
    if (history.events.length !== events || count !== events)
      throw new Error(`${String(history.events.length)} and ${String(count)} of ${String(events)} events were read.`);
    if (round < 0) continue;
    ours.push((events / took) * 1_000);
    peers.push((events / bareTook) * 1_000);
  }
  const what = `Event store: replay of an item of ${String(events)}`;
  return atLeast(what, ours, peers, 0.8, 'events a second', `${CLIENT}, reading it`);
}

async function commands(url: string, store: EventStore, items: readonly Item[], size: Size): Promise<Row[]> {
  const before = await countEvents(store);
  const served = { EVENTSTORE_URL: url, MINUTEBOOK_DATA: freshFolder(), PORT: String(PORT) };
  const ours = measured(PORT, await start('../../dist/apps/web/src/main.js', [], /Ctrl\+C/, served));
  const peer = await start('./peers/bare-client-server.ts', [url], /\n/);
  const bare = measured(Number(peer.said.trim()), peer);
  const both = [ours, bare];
  const sent = await takeTurns(both, size.commands.rounds, (round) =>
    requestsFor(items, size.commands.perRound, round),
  ).finally(() => stopAll(both));
  refuseLost(sent, (await countEvents(store)) - before);
  const name = `bare server on the ${CLIENT}`;
  return [
    atLeast('Event store: commands over HTTP', ours.commands, bare.commands, 0.6, 'a second', name),
    beside('Event store: computing a command', ours.computing, bare.computing, 'µs', name),
  ];
}

/** Streams of their own, each with one append under way at a time. */
async function appends(
  what: string,
  store: EventStore,
  bare: BareClient,
  inFlight: number,
  count: number,
  rounds: number,
  share: number,
): Promise<Row> {
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const both = [
      { append: store.append.bind(store), figures: ours },
      { append: bare.append.bind(bare), figures: peers },
    ];
    // Each goes first as often as the other.
    for (const { append, figures } of round % 2 === 0 ? both : both.reverse()) {
      const events = Array.from({ length: count }, eventLike);
      let next = 0;
      const began = performance.now();
      await Promise.all(
        Array.from({ length: inFlight }, async () => {
          const stream: StreamName = `recommendation-${randomUUID()}`;
          for (let revision = -1; ; revision += 1) {
            const event = events[next];
            next += 1;
            if (event === undefined) return;
            await append(stream, revision < 0 ? 'no-stream' : revision, [event]);
          }
        }),
      );
      if (round >= 0) figures.push((count / (performance.now() - began)) * 1_000);
    }
  }
  return atLeast(`Event store: ${what.toLowerCase()}`, ours, peers, share, 'a second', CLIENT);
}
