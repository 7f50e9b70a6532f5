/** F41: the restore drill. A record is backed up while people work on it, and put back elsewhere. */

import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Fault, firstOf, milliseconds, type Run, type Seen } from './fault.ts';
import { check, type Entry, type Invocation, Journal, type Logged, type Operation } from './history.ts';
import { beginOffice, type Office, quiet, readLog, whatIsWrongWith } from './office.ts';
import type { Random } from './random.ts';
import { QUIET, Server } from './server.ts';
import { Users } from './users.ts';

const CLI = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const READY_MS_MAX = 300_000;
const USERS = 20;

export const restoreDrill: Fault = {
  id: 'F41',
  fault: 'A record is lost and put back from a backup',
  injected: '`minutebook backup` under load, and its copy served elsewhere',
  criterion: '0 lost of what was acknowledged before the mark, 0 half-done; sound; served again in ≤ 5 min',
  stores: ['embedded'],
  async run({ form, random, folder, place, say }: Run): Promise<Seen> {
    const backups = form === 'short' ? 2 : 10;
    const office = await beginOffice(await place('office'), form === 'short' ? 4 : 100);
    const before = (await readLog(office)).length;
    const server = new Server(office);
    const journal = new TimedJournal();
    const users = new Users(server, office.items, journal);
    await server.start();
    users.begin(USERS, random);
    const copies: { readonly folder: string; readonly mark: number }[] = [];
    const wrong: string[] = [];
    for (let backup = 0; backup < backups; backup += 1) {
      await pause(random.between(200, 800));
      const copy = join(folder, `copy-${String(backup)}`);
      copies.push({ folder: copy, mark: await backUp(office.folder, copy, wrong) });
      say(`backed up ${String(backup + 1)} of ${String(backups)} times`);
    }
    await users.end();
    await quiet(office);
    await server.stop();
    wrong.push(...users.defects);

    const whole = await readLog(office);
    let [lost, halfDone, acknowledged, readyMs] = [0, 0, 0, 0];
    for (const { folder: copy, mark } of copies) {
      const log = await readLog({ folder: copy });
      if (log.length >= whole.length) wrong.push('Nothing was recorded while or after it was backed up.');
      if (!isBeginning(log, whole)) wrong.push('The copy is not the beginning of the log it was made of.');
      const checked = check(journal.asKnownAt(mark), log, before);
      lost += checked.lost;
      halfDone += checked.halfDone;
      acknowledged += checked.acknowledged;
      wrong.push(...checked.wrong);

      const elsewhere = `${copy}-elsewhere`;
      cpSync(copy, elsewhere, { recursive: true });
      readyMs = Math.max(readyMs, await workOn({ ...office, folder: elsewhere }, random, wrong));
      say(`restored ${String(copies.length)} copies`);
    }
    if (form === 'long' && readyMs > READY_MS_MAX) wrong.push(`It took ${milliseconds(readyMs)} until it was served.`);
    return {
      times: backups,
      figures:
        `${String(lost)} lost, ${String(halfDone)} half done of ${String(acknowledged)} acknowledged before the mark; ` +
        `served again after at most ${milliseconds(readyMs)}`,
      wrong: firstOf(wrong),
    };
  },
};

/** Knows when each command was acknowledged, as whoever asked for it was told. */
class TimedJournal extends Journal {
  private readonly acknowledgedAt = new Map<Entry, number>();

  override invoke(client: number, operation: Operation): Invocation {
    const invocation = super.invoke(client, operation);
    return {
      ...invocation,
      ok: (told) => {
        invocation.ok(told);
        const entry = this.entries.at(-1);
        if (entry) this.acknowledgedAt.set(entry, Date.now());
      },
    };
  }

  /** What was acknowledged afterwards is not known to have been done; it may have been. */
  asKnownAt(mark: number): Entry[] {
    return this.entries.filter((entry) => (this.acknowledgedAt.get(entry) ?? 0) < mark);
  }
}

/** As an operator does it. Answers with the mark, in milliseconds. */
async function backUp(folder: string, into: string, wrong: string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [QUIET, CLI, 'backup', into, '--data', folder]);
  const mark = Date.parse(/acknowledged before (\S+) is among them\./.exec(stdout)?.[1] ?? '');
  if (!stdout.endsWith('\nsound\n')) wrong.push(`The backup did not end as it should: ${stdout}`);
  if (Number.isNaN(mark)) throw new Error(`The backup told no mark: ${stdout}`);
  return mark;
}

function isBeginning(part: readonly Logged[], whole: readonly Logged[]): boolean {
  return part.every(({ id, stream }, at) => whole[at]?.id === id && whole[at].stream === stream);
}

/** People go on with it where it was put back. Answers how many milliseconds it took until they could. */
async function workOn(office: Office, random: Random, wrong: string[]): Promise<number> {
  const before = (await readLog(office)).length;
  const server = new Server(office);
  const readyMs = (await server.start()) ?? 0;
  await quiet(office);
  const users = new Users(server, office.items);
  users.begin(2, random);
  await pause(300);
  await users.end();
  await quiet(office);
  await server.stop();
  const checked = check(users.journal.entries, await readLog(office), before);
  if (checked.acknowledged === 0) wrong.push('Nobody could record anything where it was put back.');
  wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
  return readyMs;
}
