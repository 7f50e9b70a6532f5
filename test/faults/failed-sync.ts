/** F42: the disk says that it could not keep what was written. Trying again would lie: the pages are marked as clean by then. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, firstOf, PATIENCE_MS, type Run, type Seen, within } from './fault.ts';
import { check } from './history.ts';
import { beginOffice, copyOf, type Office, quiet, readLog, whatIsWrongWith } from './office.ts';
import { Server } from './server.ts';
import { Users } from './users.ts';
import type { Random } from './random.ts';

const USERS = 8;
/** What the server ends with when its log can be trusted no longer. */
const UNAVAILABLE = 3;

export const failedSync: Fault = {
  id: 'F42',
  fault: 'The sync of a commit fails',
  injected: 'an I/O error in place of a commit under load, after which the commit stands or does not',
  criterion: 'the process stops with exit code 3 and commits nothing more; 0 acknowledged events lost',
  stores: ['embedded'],
  async run({ form, random, folder, place, say }: Run): Promise<Seen> {
    const rounds = form === 'short' ? 2 : 20;
    const office = await beginOffice(await place('office'), 4);
    const wrong: string[] = [];
    let [acknowledged, unknown, again] = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const victim = await copyOf(office, join(folder, `office-${String(round)}`));
      const seen = await fail(victim, round % 2 === 0, random.for(String(round)), wrong);
      acknowledged += seen.acknowledged;
      unknown += seen.unknown;
      again += seen.again;
      say(`failed ${String(round + 1)} of ${String(rounds)} times`);
    }
    let byKernel = 0;
    if (form === 'long' && existsSync(STRACE))
      byKernel = await failInTheKernel(await copyOf(office, join(folder, 'kernel')), wrong);
    return {
      times: rounds + byKernel,
      figures:
        `stopped ${String(rounds + byKernel)} times${byKernel > 0 ? ' (once by an error of the kernel)' : ''}, ${String(again)} commits tried again; ` +
        `${String(acknowledged)} acknowledged, ${String(unknown)} unknown, ${String(wrong.length)} wrong`,
      wrong: firstOf(wrong),
    };
  },
};

async function fail(
  office: Office,
  isWritten: boolean,
  random: Random,
  wrong: string[],
): Promise<{ acknowledged: number; unknown: number; again: number }> {
  const before = (await readLog(office)).length;
  const server = new Server(office);
  await server.start({ points: [{ at: 'append.fsync', from: random.between(2, 40), do: 'ioError', isWritten }] });
  const users = new Users(server, office.items);
  users.begin(USERS, random);
  const { code, signal } = await server.gone();
  if (code !== UNAVAILABLE) wrong.push(`It ended with ${String(code ?? signal)}.`);
  server.leaveDown();
  await users.end();
  const acted = server.acted();
  const again = acted.filter(({ did }) => did === 'committedAgain').length;
  if (again > 0) wrong.push(`After the failed sync it committed ${String(again)} times more.`);
  if (!acted.some(({ at }) => at === 'append.fsync')) wrong.push('No sync failed.');

  await server.start();
  await quiet(office);
  await server.stop();
  const checked = check(users.journal.entries, await readLog(office), before);
  wrong.push(...checked.wrong, ...(await whatIsWrongWith(office)));
  return { ...checked, again };
}

// The same by the kernel's own hand, where the tool for it is installed: the error then comes through SQLite itself.

const STRACE = '/usr/bin/strace';
const MAIN = fileURLToPath(new URL('../../dist/apps/web/src/main.js', import.meta.url));

async function failInTheKernel(office: Office, wrong: string[]): Promise<number> {
  const child = spawn(
    STRACE,
    [
      ...[
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        'trace=fdatasync,fsync',
        '-e',
        'inject=fdatasync,fsync:error=EIO:when=8+',
      ],
      ...[process.execPath, MAIN, '--data', office.folder],
    ],
    { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const url = await within(PATIENCE_MS, 'Starting under strace', listening(child));
  const gone = once(child, 'exit') as Promise<[number | null, string | null]>;
  let isGone = false;
  void gone.then(() => (isGone = true));
  const [item] = office.items;
  let acknowledged = 0;
  for (let note = 0; note < 200 && !isGone; note += 1) {
    const answer = await fetch(`${url}/api/recommendations/${item?.id ?? ''}/report-progress`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-acting-as': 'SYMCA/SEC' },
      body: JSON.stringify({ action: item?.action, words: `Note ${String(note)}.` }),
    }).catch(() => undefined);
    if (answer?.ok === true) acknowledged += 1;
    await pause(5);
  }
  const [code, signal] = await within(PATIENCE_MS, 'The end after a failed sync', gone);
  if (code !== UNAVAILABLE) wrong.push(`After the kernel refused to sync it ended with ${String(code ?? signal)}.`);
  const notes = (await readLog(office)).filter(({ type }) => type === 'ProgressReported').length;
  if (notes < acknowledged)
    wrong.push(`The kernel refused to sync: ${String(acknowledged - notes)} acknowledged events are lost.`);
  return 1;
}

async function listening(child: ChildProcess): Promise<string> {
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString();
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (url !== undefined && said.includes('Ctrl+C')) return url;
  }
  throw new Error(`It ended instead: ${said}`);
}
