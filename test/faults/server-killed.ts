/** F01: the server is killed while people work, again and again, at any moment and at the worst ones. */

import { setTimeout as pause } from 'node:timers/promises';
import { APPEND_POINTS, type Failpoint, SERVED_APPEND_POINTS } from './failpoint.ts';
import { type Fault, firstOf, milliseconds, percentile, type Run, type Seen } from './fault.ts';
import { STORES } from './kept.ts';
import { check } from './history.ts';
import { beginOffice, quiet, readLog, whatIsWrongWith } from './office.ts';
import { Server, startWorker } from './server.ts';
import type { Random } from './random.ts';
import { Users } from './users.ts';

/** The short form runs beside other tests, where everything takes several times as long. */
const READY_MS_MAX = 3_000;
const USERS = 20;
/** In the short form. */
const KILLS = { embedded: 20, server: 6 };

/** Few commands make several events. */
const TIMES_MAX: Partial<Record<Failpoint['at'], number>> = { 'append.betweenRows': 3 };

function killAt(at: Failpoint['at'], random: Random): Failpoint {
  return { at, from: random.between(1, TIMES_MAX[at] ?? 60), do: 'kill' };
}

export const serverKilled: Fault = {
  id: 'F01',
  fault: 'The server dies under load',
  injected: 'kill -9, at random moments and at each place in the way of an append',
  criterion: '0 acknowledged events lost, 0 doubled, 0 half-done commands; ready again p95 ≤ 3 s',
  stores: STORES,
  async run({ form, random, store, place, say }: Run): Promise<Seen> {
    const kills = form === 'short' ? KILLS[store] : 200;
    const points = store === 'server' ? SERVED_APPEND_POINTS : APPEND_POINTS;
    const office = await beginOffice(await place('office'), form === 'short' ? 8 : 400);
    const before = (await readLog(office)).length;
    const server = new Server(office);
    const users = new Users(server, office.items);
    const starts: number[] = [];
    const wrong: string[] = [];
    const atPlaces = new Map<string, number>();

    // Every other kill is at a place that is named, and of those each in its turn.
    const planned = Array.from({ length: kills }, (_unused, kill): Failpoint | undefined =>
      kill % 2 === 0 ? undefined : killAt(points[(kill >> 1) % points.length] ?? 'append.beforeTry', random),
    );
    const worker = await startWorker(office);
    await server.start(planned[0] && { points: [planned[0]] });
    users.begin(USERS, random);
    for (const [kill, point] of planned.entries()) {
      if (point === undefined) {
        await pause(random.between(20, 500));
        await server.kill();
      } else {
        const { signal } = await server.gone();
        if (signal !== 'SIGKILL') wrong.push(`Nothing came to ${point.at}.`);
        atPlaces.set(point.at, (atPlaces.get(point.at) ?? 0) + 1);
      }
      say(`killed ${String(kill + 1)} of ${String(kills)} times`);
      const next = planned[kill + 1];
      const readyMs = await server.start(next && { points: [next] });
      if (readyMs !== undefined) starts.push(readyMs);
    }
    await pause(200);
    await users.end();
    await quiet(office);
    await server.stop();
    await worker?.stop();

    const checked = check(users.journal.entries, await readLog(office), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
    const readyMs = percentile(starts, 0.95);
    if (form === 'long' && readyMs > READY_MS_MAX)
      wrong.push(`It took ${milliseconds(readyMs)} until it was ready again.`);
    return {
      times: kills,
      figures:
        `${String(checked.lost)} lost, ${String(checked.doubled)} doubled, ${String(checked.halfDone)} half done of ` +
        `${String(checked.acknowledged)} acknowledged; ${String(checked.unknown)} unknown, ${String(checked.unknownRecorded)} of them recorded; ` +
        `${String(checked.reads)} reads; ready again p95 ${milliseconds(readyMs)}`,
      wrong: firstOf(wrong),
    };
  },
};
