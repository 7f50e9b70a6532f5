/** F35, where one process has the log in a file: it is restarted again and again while people work. */

import { setTimeout as pause } from 'node:timers/promises';
import { Visitor } from '../support/visitor.ts';
import { type Fault, firstOf, milliseconds, type Run, type Seen } from './fault.ts';
import { check } from './history.ts';
import { beginOffice, quiet, readLog, SECRETARY, whatIsWrongWith } from './office.ts';
import { browserOn, Server } from './server.ts';
import { Users } from './users.ts';

const DRAIN_MS_MAX = 10_000;
const USERS = 8;

export const restarted: Fault = {
  id: 'F35',
  fault: 'The process is restarted',
  injected: 'SIGTERM under load, and a start',
  criterion:
    '0 requests fail that are sent again when they are cut off; 0 people have to say anew who they are; drain ≤ 10 s',
  stores: ['embedded'],
  async run({ form, random, place, say }: Run): Promise<Seen> {
    const restarts = form === 'short' ? 5 : 20;
    const office = await beginOffice(await place('office'), 4);
    const before = (await readLog(office)).length;
    const server = new Server(office);
    await server.start();
    const visitor = new Visitor(browserOn(server));
    await visitor.actAs(SECRETARY);
    const users = new Users(server, office.items);
    const wrong: string[] = [];
    const drains: number[] = [];
    let signedOut = 0;
    users.begin(USERS, random);
    for (let restart = 1; restart <= restarts; restart += 1) {
      await pause(random.between(100, 600));
      const begun = performance.now();
      await server.stop();
      drains.push(performance.now() - begun);
      await server.start();
      const { text } = await visitor.open('/');
      if (!text.includes(SECRETARY)) signedOut += 1;
      say(`restarted ${String(restart)} of ${String(restarts)} times`);
    }
    await users.end();
    const cut = users.journal.entries.filter(({ type }) => type === 'unknown').length;
    await users.settle();
    await quiet(office);
    await server.stop();

    const checked = check(users.journal.entries, await readLog(office), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
    if (checked.unknown > 0) wrong.push(`Of ${String(checked.unknown)} commands nobody knows the end.`);
    if (users.unsure > 0) wrong.push(`${String(users.unsure)} times it answered that it does not know, or can’t.`);
    if (signedOut > 0) wrong.push(`${String(signedOut)} times somebody had to say anew who they are.`);
    const slowest = Math.max(...drains);
    if (slowest > DRAIN_MS_MAX) wrong.push(`It took ${milliseconds(slowest)} to stop.`);
    return {
      times: restarts,
      figures:
        `${String(checked.acknowledged)} commands acknowledged, ${String(checked.lost)} lost, ${String(checked.doubled)} doubled, ` +
        `${String(cut)} cut off and sent again, ${String(checked.unknown)} of unknown end; ${String(signedOut)} signed out; drain at most ${milliseconds(slowest)}`,
      wrong: firstOf(wrong),
    };
  },
};
