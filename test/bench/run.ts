/**
 * `npm run bench`: what Minutebook does, as ratios to peers and limits measured in the same run, because machines differ
 * and are noisy. Prints a table, writes the same as JSON, and ends with 1 when a demand is missed.
 *
 *     npm run bench [-- --quick] [-- --only commands,log,…] [-- --json FILE]
 *
 * The part `eventStore` needs a server that holds nothing yet, named by EVENTSTORE_TEST_URL.
 */

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commands } from './commands.ts';
import { eventStore } from './event-store.ts';
import { growth } from './growth.ts';
import { log } from './log.ts';
import { reading } from './reading.ts';
import { rebuilding } from './rebuilding.ts';
import { starting } from './starting.ts';
import { print, type Row } from './table.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
});
const quick = values.quick === true;
const url = process.env['EVENTSTORE_TEST_URL'];

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  commands: () =>
    commands(quick ? { streams: 50, perRound: 200, rounds: 1 } : { streams: 2_000, perRound: 4_000, rounds: 10 }),
  log: () => log(quick ? { appends: 2_000, rounds: 1 } : { appends: 30_000, rounds: 5 }),
  rebuild: () => rebuilding(quick ? { recommendations: 50, notes: 17 } : { recommendations: 5_000, notes: 17 }),
  reading: () =>
    reading(quick ? { events: 50, register: 100, rounds: 3 } : { events: 500, register: 5_000, rounds: 41 }),
  start: () => starting({ rounds: quick ? 1 : 5 }),
  growth: () =>
    growth(
      quick
        ? { recommendations: [150, 300], appends: { alone: 5, inFlight: 64 }, rounds: 1, perRound: 5 }
        : {
            recommendations: [1_000, 10_000, 100_000],
            appends: { alone: 100, inFlight: 256 },
            rounds: 18,
            perRound: 25,
          },
    ),
  ...(url !== undefined && {
    eventStore: () =>
      eventStore(
        url,
        quick
          ? {
              recommendations: 50,
              notes: 3,
              events: 50,
              commands: { perRound: 100, rounds: 1 },
              appends: { alone: 20, inFlight: 200 },
              rounds: 1,
            }
          : {
              recommendations: 1_000,
              notes: 7,
              events: 500,
              commands: { perRound: 1_000, rounds: 10 },
              appends: { alone: 200, inFlight: 3_000 },
              rounds: 7,
            },
      ),
  }),
};

const only = values.only?.split(',');
const unknown = only?.filter((name) => !(name in parts)) ?? [];
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.`);
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only && !only.includes(name)) continue;
  process.stderr.write(`Measuring ${name}…\n`);
  rows.push(...(await measure()));
}
print(rows);
const file = values.json ?? join(tmpdir(), 'minutebook-bench.json');
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), quick, rows }, undefined, 2)}\n`);
process.stdout.write(`\nThe same as JSON: ${file}\n`);
process.exitCode = quick || rows.every(({ reached }) => reached !== false) ? 0 : 1;
