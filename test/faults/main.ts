/**
 * `npm run faults`: makes Minutebook fail in every way of the catalogue, and tells whether it kept its word. Ends with a
 * table, which is written as JSON too, and with exit code 1 when a figure is missed.
 *
 *     npm run faults [-- --form short] [-- --only F01,F16] [-- --store embedded] [-- --seed N] [-- --json FILE]
 *
 * The seed stands above the table and below it; with it the same faults come in the same order. When a process is killed at a place
 * by name it is the same place again; what the other processes were at just then is up to the system.
 */

import { randomInt } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOGUE } from './catalogue.ts';
import { type Fault, type Form, type Seen, within } from './fault.ts';
import { type Kept, type StoreKind, STORES } from './kept.ts';
import { EventStoreNode } from './node.ts';
import { Random } from './random.ts';

/** Before it is given up: no measure of speed either. */
const FAULT_MS_MAX = { short: 600_000, long: 2_400_000 };
const SEED_MAX = 2 ** 32 - 1;

interface Row {
  readonly id: string;
  readonly store: StoreKind;
  readonly fault: string;
  readonly injected: string;
  readonly times: number;
  readonly criterion: string;
  readonly figures: string;
  readonly wrong: readonly string[];
  readonly passed: boolean;
  readonly seconds: number;
}

const { values } = parseArgs({
  options: {
    form: { type: 'string', default: 'long' },
    only: { type: 'string' },
    store: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
  },
});
if (values.form !== 'short' && values.form !== 'long') {
  process.stderr.write(`The form is short or long, and not “${values.form}”.\n`);
  process.exit(2);
}
const form: Form = values.form;
const seed = values.seed === undefined ? randomInt(SEED_MAX) : Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0 || seed > SEED_MAX) {
  process.stderr.write(`The seed “${String(values.seed)}” is not a whole number from 0 to ${String(SEED_MAX)}.\n`);
  process.exit(2);
}
const wanted = values.only?.split(',');
const unknown = wanted?.filter((id) => !CATALOGUE.some((fault) => fault.id === id)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: there are ${CATALOGUE.map(({ id }) => id).join(', ')}.\n`);
  process.exit(2);
}
const stores = STORES.filter((store) => values.store === undefined || values.store === store);
if (stores.length === 0) {
  process.stderr.write(`The store is ${STORES.join(' or ')}, and not “${String(values.store)}”.\n`);
  process.exit(2);
}

// What was started ends with this process, also when somebody stops it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

// Processes that live for a second are started by the dozen: what they run need not be compiled each time. Where the time
// to start is what counts, it is.
if (form === 'short') process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'minutebook-compiled');

async function measure(fault: Fault, store: StoreKind): Promise<Row> {
  const { id, injected, criterion } = fault;
  const folder = mkdtempSync(join(tmpdir(), `minutebook-${id.toLowerCase()}-${store}-`));
  const nodes: EventStoreNode[] = [];
  const place = async (name: string): Promise<Kept> => {
    if (store === 'embedded') return { folder: join(folder, name) };
    const node = await EventStoreNode.start();
    nodes.push(node);
    return { folder: join(folder, name), node };
  };
  const begun = performance.now();
  let seen: Seen;
  try {
    const say = (progress: string): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${id} ${store}: ${progress}`);
    };
    mkdirSync(folder, { recursive: true });
    const run = fault.run({ form, random: new Random(seed).for(id), folder, store, place, say });
    seen = await within(FAULT_MS_MAX[form], fault.fault, run);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    seen = { times: 0, figures: 'It could not be carried through.', wrong: [what] };
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  await Promise.all(nodes.map((node) => node.end()));
  const passed = seen.wrong.length === 0 && seen.times > 0;
  // What went wrong can be looked at; what did not is not kept.
  if (passed) rmSync(folder, { recursive: true, force: true });
  else process.stderr.write(`${id} ${store}: what it left is in ${folder}\n`);
  return {
    id,
    store,
    fault: fault.fault,
    injected,
    criterion,
    ...seen,
    passed,
    seconds: (performance.now() - begun) / 1_000,
  };
}

function print(rows: readonly Row[]): void {
  for (const { id, store, fault, injected, times, criterion, figures, passed, wrong, seconds } of rows) {
    process.stdout.write(
      `${passed ? 'reached' : 'MISSED '}  ${id}  ${store.padEnd(8)}  ${fault} (${seconds.toFixed(1)} s)\n`,
    );
    process.stdout.write(`         injected   ${String(times)} ×  ${injected}\n`);
    process.stdout.write(`         criterion  ${criterion}\n`);
    process.stdout.write(`         seen       ${figures}\n`);
    for (const sentence of wrong) process.stdout.write(`         wrong      ${sentence}\n`);
  }
}

function announce({ id, store, passed, wrong, seconds }: Row): void {
  process.stdout.write(`${id} ${store} ${passed ? 'reached' : 'MISSED'} in ${seconds.toFixed(0)} s\n`);
  for (const sentence of wrong) process.stdout.write(`    ${sentence}\n`);
}

const again = `npm run faults -- --form ${form} --seed ${String(seed)}`;
process.stdout.write(`Seed ${String(seed)}. The same again: ${again}\n\n`);
const file = values.json ?? join(tmpdir(), 'minutebook-faults.json');
const rows: Row[] = [];
for (const fault of CATALOGUE) {
  if (wanted && !wanted.includes(fault.id)) continue;
  for (const store of stores.filter((one) => fault.stores.includes(one))) {
    const row = await measure(fault, store);
    rows.push(row);
    announce(row);
    // Written after each, so that of a run that is stopped something is left.
    writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), form, seed, rows }, undefined, 2)}\n`);
  }
}
process.stdout.write('\n');
print(rows);
const missed = rows.filter(({ passed }) => !passed);
process.stdout.write(
  `\n${String(rows.length - missed.length)} of ${String(rows.length)} reached, with the seed ${String(seed)}. The same as JSON: ${file}\n`,
);
if (missed.length > 0)
  process.stdout.write(`To see it again: ${again} --only ${[...new Set(missed.map(({ id }) => id))].join(',')}\n`);
process.exit(missed.length > 0 ? 1 : 0);
