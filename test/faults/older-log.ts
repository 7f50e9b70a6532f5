/** F30: an older copy of the log, or another one, lies under lists that have seen more. */

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { runToTheEnd } from '../support/built-server.ts';
import type { Fault, Run, Seen } from './fault.ts';
import { addNote, beginOffice, copyOf, type Office } from './office.ts';
import { QUIET, Server } from './server.ts';
import type { Random } from './random.ts';

export const olderLog: Fault = {
  id: 'F30',
  fault: 'An old log is put under newer lists',
  injected: 'an older copy; one that went on by itself, to as far and further; another office’s; an empty one',
  criterion: 'it refuses to start, with the reason',
  async run({ folder, random, say }: Run): Promise<Seen> {
    const older = await beginOffice(join(folder, 'older'), 1);
    const newer = copyOf(older, join(folder, 'newer'));
    await goOn(newer, 20, random);
    await openedOnce(newer.folder);
    const wrong: string[] = [];
    let times = 0;
    for (const [name, put] of Object.entries(ways(older, random))) {
      say(name);
      const victim = copyOf(newer, join(folder, `under-${String(times)}`)).folder;
      for (const file of ['log.db', 'log.db-wal', 'log.db-shm']) rmSync(join(victim, file), { force: true });
      await put(victim);
      const { code, stdout, stderr } = await runToTheEnd({ args: ['--data', victim], nodeArguments: [QUIET] });
      times += 1;
      if (code === 0 || code === null) wrong.push(`${name}: it ended with ${String(code)}.`);
      if (stdout.includes('Ctrl+C')) wrong.push(`${name}: it started.`);
      if (!/^The log is not the one its lists were made from\. .+\. Put the right log back\./.test(stderr))
        wrong.push(`${name}: it did not say why: ${stderr.slice(0, 300)}`);
      if (/\n\s+at /.test(stderr))
        wrong.push(`${name}: it said why with a stack, as of a defect: ${firstLine(stderr)}`);
    }
    return { times, figures: `${String(times)} of ${String(times)} tried, ${String(wrong.length)} wrong`, wrong };
  },
};

function ways(older: Office, random: Random): Record<string, (victim: string) => Promise<void>> {
  const put = (victim: string, from = older.folder): void => cpSync(join(from, 'log.db'), join(victim, 'log.db'));
  return {
    'an older copy': async (victim) => put(victim),
    'an older copy that went on by itself to as far': async (victim) => {
      put(victim);
      await goOn({ ...older, folder: victim }, 20, random);
    },
    'an older copy that went on by itself further': async (victim) => {
      put(victim);
      await goOn({ ...older, folder: victim }, 60, random);
    },
    'the log of another office': async (victim) => {
      const other = join(victim, 'other');
      mkdirSync(other);
      await beginOffice(join(other, 'office'), 2);
      put(victim, join(other, 'office'));
    },
    'an empty log': async (victim) => {
      await SqliteEventStore.open(join(victim, 'log.db')).close();
    },
  };
}

/** Adds notes of progress to a log nobody has open. */
async function goOn(office: Office, count: number, random: Random): Promise<void> {
  const store = SqliteEventStore.open(join(office.folder, 'log.db'));
  const [item] = office.items;
  if (!item) throw new Error('The office has no recommendation.');
  for (let added = 0; added < count; added += 1) await addNote(store, item, random);
  await store.close();
}

/** The lists come to hold what the log holds. */
async function openedOnce(folder: string): Promise<void> {
  const server = new Server(folder);
  await server.start();
  await server.stop();
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
