/** F23: a hundred people change the same thing at the same moment, each from what all of them saw. */

import { Client } from './client.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { STORES } from './kept.ts';
import { check } from './history.ts';
import { beginOffice, readLog, SECRETARY, whatIsWrongWith } from './office.ts';
import { Server } from './server.ts';
import { Users } from './users.ts';

const WRITERS = 100;
const ROUNDS = 50;
/** In the short form on a server. */
const FEW_ROUNDS = 5;

export const concurrentEdits: Fault = {
  id: 'F23',
  fault: 'Many change one recommendation at once',
  injected: `${String(WRITERS)} writers at the same revision, ${String(ROUNDS)} rounds`,
  criterion: 'one winner a revision; every loser is told who did what; 0 lost updates',
  stores: STORES,
  async run({ form, random, store, place, say }: Run): Promise<Seen> {
    const office = await beginOffice(await place('office'), 1);
    const before = (await readLog(office)).length;
    const [item] = office.items;
    if (!item) throw new Error('The office has no recommendation.');
    const server = new Server(office);
    await server.start();
    const users = new Users(server, office.items);
    const clients = Array.from({ length: WRITERS }, () => new Client(() => server.url));
    const wrong: string[] = [];
    const rounds = form === 'short' && store === 'server' ? FEW_ROUNDS : ROUNDS;
    let [winners, losers, told] = [0, 0, 0];
    let { revision } = (await clients[0]?.get(`/api/recommendations/${item.id}`))?.body as { revision: number };
    for (let round = 1; round <= rounds; round += 1) {
      const words = (writer: number): string => `Writer ${String(writer)} of round ${String(round)}.`;
      const answers = await Promise.all(
        clients.map((client, writer) =>
          users.send(writer, client, {
            ...{
              name: 'report-progress',
              category: 'recommendation',
              events: 1,
              commandId: random.uuid(),
              expected: revision,
            },
            path: `/api/recommendations/${item.id}/report-progress`,
            fields: { action: item.action, words: words(writer) },
          }),
        ),
      );
      const won = answers.flatMap((answer, writer) => (answer?.status === 200 ? [writer] : []));
      winners += won.length;
      if (won.length !== 1) wrong.push(`Round ${String(round)} has ${String(won.length)} winners.`);
      for (const [writer, answer] of answers.entries()) {
        if (answer?.status === 200) continue;
        losers += 1;
        const [since] = answer?.body?.since ?? [];
        if (answer?.status !== 412)
          wrong.push(`Writer ${String(writer)} was answered ${String(answer?.status)}: ${answer?.text ?? ''}`);
        else if (since?.recorder && String(since.sentence).includes(words(won[0] ?? -1)) && since.recordedAt) told += 1;
        else wrong.push(`Writer ${String(writer)} was not told who was faster: ${answer.text}`);
      }
      revision += 1;
      say(`round ${String(round)} of ${String(rounds)}`);
    }
    const seen = (await clients[0]?.get(`/api/recommendations/${item.id}`))?.body.revision as number;
    if (seen !== revision)
      wrong.push(
        `After ${String(rounds)} winners it stands at revision ${String(seen)} and not at ${String(revision)}.`,
      );
    for (const client of clients) client.close();
    await server.stop();
    const checked = check(users.journal.entries, await readLog(office), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
    return {
      times: winners + losers,
      figures: `${String(winners)} winners in ${String(rounds)} rounds, ${String(told)} of ${String(losers)} losers told what ${SECRETARY} recorded, ${String(checked.lost)} lost`,
      wrong: firstOf(wrong),
    };
  },
};
