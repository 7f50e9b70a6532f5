/** F25: it is recorded, and who asked for it never hears so: on the way from the log to the server, or to the client. */

import { join } from 'node:path';
import { Client } from './client.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { check } from './history.ts';
import { beginOffice, readLog, whatIsWrongWith } from './office.ts';
import { Server } from './server.ts';
import { Users } from './users.ts';

const USERS = 10;
/** So often the answer of the log is lost after the commit, the question before it, and the answer to the client. */
const SHARES = { after: 0.2, before: 0.1, toClient: 0.15 };

export const lostReplies: Fault = {
  id: 'F25',
  fault: 'It is recorded and the reply is lost',
  injected:
    'the answer of the log lost after its commit, or the question before it; the connection cut when the answer comes',
  criterion: '0 doubled, 0 failures shown that are none',
  async run({ form, random, folder, say }: Run): Promise<Seen> {
    const injections = form === 'short' ? 50 : 500;
    const office = await beginOffice(join(folder, 'office'), 4);
    const before = (await readLog(office.folder)).length;
    const server = new Server(office.folder);
    await server.start({
      points: [
        { at: 'append.afterCommitBeforeReply', do: 'lose', share: SHARES.after, seed: random.between(0, 9_999) },
        { at: 'append.beforeTry', do: 'lose', share: SHARES.before, seed: random.between(0, 9_999) },
      ],
    });
    const users = new Users(server, office.items);
    const wrong: string[] = [];
    let [cut, failures] = [0, 0];
    const lostByLog = (): number => server.acted().filter(({ at }) => at === 'append.afterCommitBeforeReply').length;
    const work = async (user: number): Promise<void> => {
      const own = random.for(`user ${String(user)}`);
      const client = new Client(() => server.url);
      for (
        let commands = 0;
        commands < injections * 4 && (lostByLog() < injections || cut < injections);
        commands += 1
      ) {
        const isCut = own.chance(SHARES.toClient);
        if (isCut) cut += 1;
        const sent = users.something(own);
        const answer = await users.send(user, client, sent, 8, isCut);
        const isRight = answer && (sent.isRefused === true ? answer.status === 409 : answer.status < 300);
        if (!isRight) {
          failures += 1;
          wrong.push(`${sent.name} ${sent.commandId} was shown as ${answer ? answer.text : 'unknown to the end'}.`);
        }
        say(`lost ${String(lostByLog())} answers of the log and ${String(cut)} to clients`);
      }
      client.close();
    };
    await Promise.all(Array.from({ length: USERS }, (_unused, user) => work(user)));
    const [lost, never] = [lostByLog(), server.acted().length - lostByLog()];
    await server.stop();
    const checked = check(users.journal.entries, await readLog(office.folder), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office.folder)));
    if (lost < injections || cut < injections) wrong.push(`Only ${String(lost)} and ${String(cut)} answers were lost.`);
    return {
      times: lost + cut + never,
      figures:
        `${String(lost)} lost after the commit, ${String(never)} before it, ${String(cut)} cut off; ` +
        `${String(checked.doubled)} doubled of ${String(checked.acknowledged)}, ${String(failures)} shown as failures`,
      wrong: firstOf(wrong),
    };
  },
};
