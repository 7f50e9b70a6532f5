/** F30: an older copy of the log, or another one, lies under lists that have seen more. */

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runToTheEnd } from '../support/built-server.ts';
import type { Fault, Run, Seen } from './fault.ts';
import { environmentOf, type Kept, openLog, STORES } from './kept.ts';
import { addNote, beginOffice, copyOf, type Office } from './office.ts';
import { QUIET, Server } from './server.ts';
import type { Random } from './random.ts';

/** Of a record's folder. */
const LISTS = 'views';

export const olderLog: Fault = {
  id: 'F30',
  fault: 'An old log is put under newer lists',
  injected: 'an older copy; one that went on by itself, to as far and further; another office’s; an empty one',
  criterion: 'it refuses to start, with the reason',
  stores: STORES,
  async run({ folder, random, place, say }: Run): Promise<Seen> {
    const older = await beginOffice(await place('older'), 1);
    const newer = await copyOf(older, join(folder, 'newer'));
    await goOn(newer, 20, random);
    await openedOnce(newer);
    const wrong: string[] = [];
    let times = 0;
    for (const [name, log] of Object.entries(ways(older, place, random))) {
      say(name);
      const victim = await log(join(folder, `victim-${String(times)}`));
      rmSync(join(victim.folder, LISTS), { recursive: true, force: true });
      cpSync(join(newer.folder, LISTS), join(victim.folder, LISTS), { recursive: true });
      const { code, stdout, stderr } = await runToTheEnd({
        ...{ args: ['--data', victim.folder], nodeArguments: [QUIET] },
        environment: environmentOf(victim),
      });
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

/** Each makes the log that the newer lists are then put on. */
function ways(older: Office, place: Run['place'], random: Random): Record<string, (folder: string) => Promise<Kept>> {
  const wentOn = async (folder: string, notes: number): Promise<Kept> => {
    const copy = await copyOf(older, folder);
    await goOn(copy, notes, random);
    return copy;
  };
  return {
    'an older copy': (folder) => copyOf(older, folder),
    'an older copy that went on by itself to as far': (folder) => wentOn(folder, 20),
    'an older copy that went on by itself further': (folder) => wentOn(folder, 60),
    'the log of another office': async () => beginOffice(await place('other'), 2),
    'an empty log': async () => {
      const empty = await place('empty');
      mkdirSync(empty.folder);
      await (await openLog(empty)).close();
      return empty;
    },
  };
}

/** Adds notes of progress to a log nobody has open. */
async function goOn(office: Office, count: number, random: Random): Promise<void> {
  const store = await openLog(office);
  const [item] = office.items;
  if (!item) throw new Error('The office has no recommendation.');
  for (let added = 0; added < count; added += 1) await addNote(store, item, random);
  await store.close();
}

/** The lists come to hold what the log holds. */
async function openedOnce(kept: Kept): Promise<void> {
  const server = new Server(kept);
  await server.start();
  await server.stop();
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
