/** What a record of many recommendations costs more than a small one, on the embedded log. */

import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenRecord, readable } from '#application';
import { recommendation } from '#domain';
import { type Child, mostResidentMB, start } from './children.ts';
import { CONNECTIONS, type Measured, measured, requestsFor, takeTurns, WARMING } from './commands.ts';
import { freshFolder } from './folders.ts';
import { IN_FLIGHT } from './log.ts';
import { appendRecommendations, begunRecord, countEvents, type Item, project } from './record.ts';
import { atMost, beside, type Row } from './table.ts';

const SERVER = '../../dist/apps/web/src/main.js';
const PORT = 4_720;
const MEMORY_MB_MAX = 300;
/** Events of the one item that is replayed, and how often it is. */
const LONG = 500;
const REPLAYS = 20;
/** Items that commands go to again and again. */
const USED = 64;
const PAGES = 20;
const TIMES_MAX = 1.2;

export interface Size {
  /** The least first: the others are compared with it. */
  readonly recommendations: readonly number[];
  /** Of so many recommendations each. */
  readonly appends: { readonly alone: number; readonly inFlight: number };
  readonly rounds: number;
  /** Commands one after another in a round, each on an item that was not used before. */
  readonly perRound: number;
}

interface Grown {
  readonly folder: string;
  readonly items: readonly Item[];
  readonly recommendations: number;
  readonly alone: number;
  readonly inFlight: number;
  readonly caughtUp: number;
  readonly replayed: number;
}

export async function growth(size: Size): Promise<Row[]> {
  const grown: Grown[] = [];
  for (const recommendations of size.recommendations) grown.push(await grow(recommendations, size));
  const [least, ...others] = grown as [Grown, ...Grown[]];
  const beneath = named(least);
  const rows = others.flatMap((one) => [
    beside(`Appends one at a time ${named(one)}`, [one.alone], [least.alone], 'a second', beneath),
    beside(`Appends 64 in flight ${named(one)}`, [one.inFlight], [least.inFlight], 'a second', beneath),
    beside(`Catch-up of all views ${named(one)}`, [one.caughtUp], [least.caughtUp], 'events a second', beneath),
    beside(`Replay of an item of ${String(LONG)} ${named(one)}`, [one.replayed], [least.replayed], 'ms', beneath),
  ]);
  return [...rows, ...(await commands(grown, size)), await memoryWithoutLists(grown.at(-1) as Grown)];
}

/** A record of that many, of which the last are measured as they come. */
async function grow(recommendations: number, { appends }: Size): Promise<Grown> {
  const folder = freshFolder();
  const record = await begunRecord(folder);
  const many = recommendations - appends.alone - appends.inFlight - 1;
  const items = await appendRecommendations(record, many, 0);
  const alone = await appending(record, appends.alone, many, 1);
  const inFlight = await appending(record, appends.inFlight, many + appends.alone, IN_FLIGHT);
  const [long] = await appendRecommendations(record, 1, LONG - 3, { from: recommendations });
  const events = await countEvents(record.store);
  const began = performance.now();
  await project(record);
  const caughtUp = (events / (performance.now() - began)) * 1_000;
  const replayed = await replay(record, long as Item);
  await record.close();
  return { folder, items, recommendations, alone, inFlight, caughtUp, replayed };
}

async function appending(record: OpenRecord, count: number, from: number, atOnce: number): Promise<number> {
  const began = performance.now();
  await appendRecommendations(record, count, 0, { from, atOnce });
  return (count / (performance.now() - began)) * 1_000;
}

async function replay({ store }: OpenRecord, { id }: Item): Promise<number> {
  let took = 0;
  for (let round = -REPLAYS; round < REPLAYS; round += 1) {
    const began = performance.now();
    const { events } = await store.read(`recommendation-${id}`);
    events.reduce(
      (state, event) => recommendation.evolve(state, readable(event) as never, event.id),
      recommendation.initial,
    );
    if (round >= 0) took += performance.now() - began;
  }
  return took / REPLAYS;
}

/** Each size by turns: one command after another, on items that are not in memory and on such that are; and many at once. */
async function commands(grown: readonly Grown[], { rounds, perRound }: Size): Promise<Row[]> {
  const servers: Child[] = [];
  for (const [at, { folder }] of grown.entries()) servers.push(await serve(folder, PORT + at));
  const all = () => servers.map((child, at) => measured(PORT + at, child));
  try {
    const [many, used, fresh] = [all(), all(), all()];
    const count = (WARMING + rounds) * perRound;
    const items = grown.map((one) => spread(one.items, USED + count));
    const usedItems = (at: number) => (items[at] ?? []).slice(0, USED);
    await takeTurns(many, rounds, (round, at) => requestsFor(usedItems(at), CONNECTIONS * perRound, round));
    await takeTurns(used, rounds, (round, at) => requestsFor(usedItems(at), perRound, round), 1);
    const freshItems = (at: number, round: number) => (items[at] ?? []).slice(USED + round * perRound);
    await takeTurns(fresh, rounds, (round, at) => requestsFor(freshItems(at, round), perRound, round), 1);
    for (const at of grown.keys()) {
      for (let page = 1; page <= PAGES; page += 1) await ask(PORT + at, `/api/recommendations?page=${String(page)}`);
    }
    const [least] = grown as [Grown];
    return grown.slice(1).flatMap((one, index) => {
      const at = index + 1;
      // What is demanded is demanded of the largest.
      const row = one === grown.at(-1) ? atMostTimes : beside;
      const compared = (what: string, measured: readonly Measured[], compare: typeof beside) =>
        compare(`${what} ${named(one)}`, msEach(measured[at]), msEach(measured[0]), 'ms', named(least));
      return [
        compared('A command on an item just used', used, row),
        compared('A command on an item not used before', fresh, row),
        compared('A command, 32 at once', many, beside),
        memory(`Memory of the web process ${named(one)}`, servers[at]),
      ];
    });
  } finally {
    await Promise.all(servers.map((child) => child.stop()));
  }
}

const atMostTimes: typeof beside = (what, ours, peers, unit, peerName) =>
  atMost(what, ours, peers, TIMES_MAX, unit, peerName);

/** A process that finds no lists and makes them while it serves. */
async function memoryWithoutLists(one: Grown): Promise<Row> {
  rmSync(join(one.folder, 'views'), { recursive: true });
  const server = await serve(one.folder, PORT);
  try {
    while ((await ask(PORT, '/health/ready')) !== 200) await pause(100);
    return memory(`Memory of the web process ${named(one)}, its lists made anew`, server);
  } finally {
    await server.stop();
  }
}

/** The most it has held, for whoever gives it a limit. */
function memory(what: string, server: Child | undefined): Row {
  return atMost(what, [mostResidentMB(server?.process.pid)], [MEMORY_MB_MAX], 1, 'MB', 'limit');
}

function serve(folder: string, port: number): Promise<Child> {
  return start(SERVER, [], /Ctrl\+C/, { MINUTEBOOK_DATA: folder, PORT: String(port) });
}

function ask(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
}

/** So many, from the whole length of the list. */
function spread(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_unused, n) => items[Math.floor((n * items.length) / count)] as Item);
}

function msEach(one: Measured | undefined): number[] {
  return (one?.commands ?? []).map((perSecond) => 1_000 / perSecond);
}

function named({ recommendations }: Grown): string {
  return `at ${recommendations.toLocaleString('en-GB')}`;
}
