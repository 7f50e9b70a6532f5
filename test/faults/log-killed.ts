/** F02: what keeps the log is killed while people work: the node of the event store, or the process that has the file open. */

import { setTimeout as pause } from 'node:timers/promises';
import { Client } from './client.ts';
import { type Fault, firstOf, milliseconds, PATIENCE_MS, percentile, type Run, type Seen, until } from './fault.ts';
import { check } from './history.ts';
import { STORES } from './kept.ts';
import { beginOffice, type Office, quiet, readLog, whatIsWrongWith } from './office.ts';
import { Server, startWorker } from './server.ts';
import { Users } from './users.ts';

const READY_MS_MAX = 3_000;
const USERS = 8;
/** In the short form. */
const KILLS = { embedded: 6, server: 20 };

export const logKilled: Fault = {
  id: 'F02',
  fault: 'What keeps the log dies under load',
  injected: 'kill -9 of the store’s node, or of the process that has the file open, at random moments',
  criterion:
    '0 acknowledged events lost, 0 doubled, 0 half-done commands; every command of unknown end has exactly one when it is sent again; lists catch up by themselves; ready again p95 ≤ 3 s',
  stores: STORES,
  async run({ form, random, store, place, say }: Run): Promise<Seen> {
    const kills = form === 'short' ? KILLS[store] : 200;
    const office = await beginOffice(await place('office'), 8);
    const before = (await readLog(office)).length;
    const server = new Server(office);
    let worker = await startWorker(office);
    await server.start();
    const users = new Users(server, office.items);
    const acknowledged = (): number => users.journal.entries.filter(({ type }) => type === 'ok').length;
    const wrong: string[] = [];
    const readyAgain: number[] = [];
    users.begin(USERS, random);
    for (let kill = 1; kill <= kills; kill += 1) {
      await pause(random.between(20, 300));
      await killed(office, server);
      await pause(random.between(0, 200));
      readyAgain.push(await startedAgain(office, server));
      // It is killed at work, and not while nobody has noticed yet that it is there again.
      const had = acknowledged();
      await until(PATIENCE_MS, 'Work after a kill', () => acknowledged() > had);
      say(`killed ${String(kill)} of ${String(kills)} times`);
    }
    await users.end();
    const settled = await users.settle();
    // What a policy could not do while the node was down is tried again after a minute, and at a start at once.
    await worker?.stop();
    worker = await startWorker(office);
    await quiet(office);
    const client = new Client(() => server.url);
    await until(PATIENCE_MS, 'The lists have caught up', async () => {
      const { status, body } = await client.get('/api/recommendations?pageSize=5');
      return status === 200 && body.behind !== true;
    });
    client.close();
    await server.stop();
    await worker?.stop();

    const checked = check(users.journal.entries, await readLog(office), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
    if (worker !== undefined) wrong.push(...(await whatIsWrongWith({ ...office, folder: `${office.folder}-worker` })));
    if (checked.unknown > 0) wrong.push(`Of ${String(checked.unknown)} commands nobody knows the end.`);
    const readyMs = percentile(readyAgain, 0.95);
    if (form === 'long' && readyMs > READY_MS_MAX)
      wrong.push(`It took ${milliseconds(readyMs)} until it was ready again.`);
    return {
      times: kills,
      figures:
        `${String(checked.lost)} lost, ${String(checked.doubled)} doubled, ${String(checked.halfDone)} half done of ` +
        `${String(checked.acknowledged)} acknowledged; ${String(settled)} of unknown end sent again, ` +
        `${String(checked.unknown)} still unknown; ready again p95 ${milliseconds(readyMs)}`,
      wrong: firstOf(wrong),
    };
  },
};

async function killed({ node }: Office, server: Server): Promise<void> {
  await (node ?? server).kill();
}

/** Answers how many milliseconds it took until commands are taken again. */
async function startedAgain({ node }: Office, server: Server): Promise<number> {
  const begun = performance.now();
  if (node === undefined) {
    await server.start();
    return performance.now() - begun;
  }
  await node.restart();
  const client = new Client(() => server.url);
  await until(PATIENCE_MS, 'Ready again', async () => (await client.get('/health/ready')).status === 200);
  client.close();
  return performance.now() - begun;
}
