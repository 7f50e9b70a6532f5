/** F25: it is recorded, and who asked for it never hears so: on the way from the log to the server, or to the client. */

import { Client } from './client.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { STORES } from './kept.ts';
import { check } from './history.ts';
import { beginOffice, readLog, whatIsWrongWith } from './office.ts';
import { Server } from './server.ts';
import { Users } from './users.ts';

const USERS = 10;
/** In the short form. */
const INJECTIONS = { embedded: 50, server: 20 };
/** So often the answer of the log is lost after the commit, the question before it, and the answer to the client. */
const SHARES = { after: 0.2, before: 0.1, toClient: 0.15 };
/** For each user, after that: enough that some questions are lost several times running. */
const COMMANDS_LOST_BEFORE = 20;

export const lostReplies: Fault = {
  id: 'F25',
  fault: 'It is recorded and the reply is lost',
  injected:
    'the answer of the log lost after its commit, or the question before it; the connection cut when the answer comes',
  criterion: '0 doubled, 0 failures shown that are none',
  stores: STORES,
  async run({ form, random, store, place, say }: Run): Promise<Seen> {
    const injections = form === 'short' ? INJECTIONS[store] : 500;
    const office = await beginOffice(await place('office'), 4);
    const before = (await readLog(office)).length;
    const server = new Server(office);
    const users = new Users(server, office.items);
    const wrong: string[] = [];
    let [cut, failures] = [0, 0];
    const lost = (): number => server.acted().length;
    /** Each sends one thing after another until enough went wrong. */
    const work = async (
      user: number,
      name: string,
      isEnough: (sent: number) => boolean,
      cutShare: number,
    ): Promise<void> => {
      const own = random.for(`${name} ${String(user)}`);
      const client = new Client(() => server.url);
      for (let commands = 0; commands < injections * 4 && !isEnough(commands); commands += 1) {
        const isCut = own.chance(cutShare);
        if (isCut) cut += 1;
        const sent = users.something(own);
        const answer = await users.send(user, client, sent, 8, isCut);
        const isRight = answer && (sent.isRefused === true ? answer.status === 409 : answer.status < 300);
        if (!isRight) {
          failures += 1;
          wrong.push(`${sent.name} ${sent.commandId} was shown as ${answer ? answer.text : 'unknown to the end'}.`);
        }
        say(`lost ${String(lost())} answers of the log and ${String(cut)} to clients`);
      }
      client.close();
    };
    const everybody = (name: string, isEnough: (sent: number) => boolean, cutShare: number): Promise<unknown> =>
      Promise.all(Array.from({ length: USERS }, (_unused, user) => work(user, name, isEnough, cutShare)));
    const seed = random.between(0, 9_999);

    await server.start({ points: [{ at: 'append.afterCommitBeforeReply', do: 'lose', share: SHARES.after, seed }] });
    await everybody('after', () => lost() >= injections && cut >= injections, SHARES.toClient);
    const lostAfter = lost();
    if (lostAfter < injections || cut < injections)
      wrong.push(`Only ${String(lostAfter)} and ${String(cut)} answers were lost.`);
    // What was recorded is told as recorded, and not as a riddle.
    const { unsure } = users;
    if (unsure > 0) wrong.push(`${String(unsure)} times it was recorded, and the server said that it does not know.`);
    await server.stop();

    await server.start({ points: [{ at: 'append.beforeTry', do: 'lose', share: SHARES.before, seed }] });
    await everybody('before', (commands) => commands >= COMMANDS_LOST_BEFORE, 0);
    const lostBefore = lost();
    await server.stop();
    const checked = check(users.journal.entries, await readLog(office), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
    return {
      times: lostAfter + cut + lostBefore,
      figures:
        `${String(lostAfter)} lost after the commit, ${String(lostBefore)} before it, ${String(cut)} cut off; ` +
        `${String(checked.doubled)} doubled of ${String(checked.acknowledged)}, ${String(failures + unsure)} shown as failures`,
      wrong: firstOf(wrong),
    };
  },
};
