/** F03: the process that makes the lists is killed at each place in the way of a batch. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareWithRebuilt, makeSample } from '#application';
import { type Failpoint, PROJECTOR_POINTS } from './failpoint.ts';
import { type Fault, firstOf, PATIENCE_MS, type Run, type Seen, within } from './fault.ts';
import { environmentOf, type Kept, openKept, STORES } from './kept.ts';
import { failingNode } from './server.ts';

/** On a server in the short form only: there it takes a process longer to begin. */
const KILLS_EACH = { embedded: 10, server: 2 };
const ROUNDS = { short: 1, long: 4 };
const PROGRAM = fileURLToPath(new URL('./projecting.ts', import.meta.url));
/** What happens a few times in every event happens oftener than what happens once a batch. */
const TIMES_MAX: Partial<Record<Failpoint['at'], number>> = { 'projector.amongRows': 60 };

export const projectorKilled: Fault = {
  id: 'F03',
  fault: 'The process that makes the lists dies in the middle of a batch',
  injected: 'kill -9 at each of five places between the first row and after the commit, ten times running',
  criterion: 'the same hash of every table as when rebuilt, 100 %',
  stores: STORES,
  async run({ form, random, store, place, say }: Run): Promise<Seen> {
    const record = await place('record');
    await makeSample(record.folder, { eventStore: record.node?.url });
    const killsEach = form === 'short' ? KILLS_EACH[store] : KILLS_EACH.embedded;
    const wrong: string[] = [];
    let [kills, compared, tables] = [0, 0, 0];
    for (let round = 0; round < ROUNDS[form]; round += 1) {
      for (const at of PROJECTOR_POINTS) {
        rmSync(join(record.folder, 'views'), { recursive: true, force: true });
        for (let kill = 1; kill <= killsEach; kill += 1) {
          // Far enough apart to get on a little, and near enough that ten of them fit in before the end.
          const from = random.between(1, TIMES_MAX[at] ?? 3);
          const signal = await project(record, [{ at, from, do: 'kill' }], random.between(3, 6));
          if (signal === 'SIGKILL') kills += 1;
          else
            wrong.push(`The ${String(kill)}th time nothing came to ${at}: the process ended with ${String(signal)}.`);
          say(`killed ${String(kills)} times`);
        }
        const ended = await project(record, [], 200);
        if (ended !== 0) wrong.push(`After the kills at ${at} the process ended with ${String(ended)}.`);
        const { different, tables: count } = await compare(record);
        tables = count;
        compared += 1;
        for (const table of different) wrong.push(`After the kills at ${at}, ${table} is not what a rebuild makes.`);
      }
    }
    return {
      times: kills,
      figures: `${String(compared)} comparisons of ${String(tables)} tables each, ${String(wrong.length)} different`,
      wrong: firstOf(wrong),
    };
  },
};

/** Answers how it ended. */
async function project(
  record: Kept,
  points: readonly Failpoint[],
  size: number,
): Promise<number | NodeJS.Signals | null> {
  const { nodeArguments, environment } = failingNode({ points, log: `${record.folder}.failpoints` });
  const child = spawn(process.execPath, [...nodeArguments, PROGRAM, record.folder, String(size)], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: `${record.folder}.compiled`,
      ...environment,
      ...environmentOf(record),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const [code, signal] = (await within(PATIENCE_MS, 'Making the lists', once(child, 'exit'))) as [
      number | null,
      NodeJS.Signals | null,
    ];
    return code ?? signal;
  } finally {
    process.off('exit', kill);
    kill();
  }
}

async function compare(kept: Kept): Promise<{ different: readonly string[]; tables: number }> {
  const record = await openKept(kept);
  try {
    return await compareWithRebuilt(record);
  } finally {
    await record.close();
  }
}
