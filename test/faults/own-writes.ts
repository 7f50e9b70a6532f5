/** F26: the lists come late, and whoever has just recorded something looks for it. */

import { Client } from './client.ts';
import { type Fault, firstOf, milliseconds, percentile, type Run, type Seen } from './fault.ts';
import { STORES } from './kept.ts';
import { check } from './history.ts';
import { beginOffice, type Item, type Office, readLog, whatIsWrongWith } from './office.ts';
import { Server } from './server.ts';
import { type Sent, Users } from './users.ts';
import type { Random } from './random.ts';

const LATE_MS_MAX = 5_000;
/** How long a write may take altogether. The short form runs beside other tests, where everything takes several times as long. */
const ADDED_MS_MAX = 300;
/** The longest a page or an answer waits for lists that are late. */
const WAIT_MS_MAX = 1_500;
/** In the short form most posts meet lists that are not late: a post whose lists are late waits for them. */
const POSTS = {
  short: { embedded: { prompt: 1_760, late: 240 }, server: { prompt: 200, late: 60 } },
  long: { prompt: 2_000, late: 2_000 },
};
const PEOPLE = { prompt: 8, late: 60 };
/** So many batches are late. */
const BATCHES_LATE = 0.6;

interface Looked {
  posts: number;
  /** Times the list held what had just been recorded, and times it said that it is behind. */
  shown: number;
  bannered: number;
  waits: number[];
}

export const ownWrites: Fault = {
  id: 'F26',
  fault: 'The lists are late',
  injected: `batches up to ${String(LATE_MS_MAX / 1_000)} s late, and lists that are not`,
  criterion: `the item’s page is right 100 %, the list is right or says that it is behind; added wait p95 ≤ ${String(ADDED_MS_MAX)} ms without lag`,
  stores: STORES,
  async run({ form, random, store, place, say }: Run): Promise<Seen> {
    const office = await beginOffice(await place('office'), 12);
    const before = (await readLog(office)).length;
    const server = new Server(office);
    const users = new Users(server, office.items);
    const wrong: string[] = [];
    const posts = form === 'short' ? POSTS.short[store] : POSTS.long;

    await server.start();
    const prompt = await look(server, users, office, random.for('prompt'), posts.prompt, PEOPLE.prompt, wrong, say);
    await server.stop();
    await server.start({
      points: [
        {
          at: 'projector.beforeBatch',
          do: 'wait',
          msMax: LATE_MS_MAX,
          share: BATCHES_LATE,
          from: 2,
          seed: random.between(0, 9_999),
        },
      ],
    });
    const late = await look(server, users, office, random.for('late'), posts.late, PEOPLE.late, wrong, say);
    const waited = server.acted().length;
    await server.stop();

    const checked = check(users.journal.entries, await readLog(office), before);
    wrong.push(...checked.wrong, ...users.defects, ...(await whatIsWrongWith(office)));
    const [added, latest] = [percentile(prompt.waits, 0.95), Math.max(...late.waits)];
    if (form === 'long' && added > ADDED_MS_MAX) wrong.push(`Without lag a post took p95 ${milliseconds(added)}.`);
    if (form === 'long' && prompt.bannered > prompt.posts * 0.05)
      wrong.push(`Without lag ${String(prompt.bannered)} lists said that they were behind.`);
    if (waited === 0) wrong.push('Nothing was late.');
    return {
      times: prompt.posts + late.posts,
      figures:
        `without lag ${String(prompt.shown)} of ${String(prompt.posts)} lists right, post p95 ${milliseconds(added)}; ` +
        `with ${String(waited)} batches late ${String(late.shown)} right and ${String(late.bannered)} said to be behind of ${String(late.posts)}, ` +
        `the longest post ${milliseconds(latest)} (it waits at most ${milliseconds(WAIT_MS_MAX)}); ${String(wrong.length)} wrong`,
      wrong: firstOf(wrong),
    };
  },
};

async function look(
  server: Server,
  users: Users,
  office: Office,
  random: Random,
  posts: number,
  people: number,
  wrong: string[],
  say: (progress: string) => void,
): Promise<Looked> {
  const looked: Looked = { posts: 0, shown: 0, bannered: 0, waits: [] };
  const work = async (user: number): Promise<void> => {
    const client = new Client(() => server.url);
    const own = random.for(String(user));
    for (let post = user; post < posts; post += people) {
      await postAndLook(client, users, user, own.pick(office.items), own.uuid(), looked, wrong);
      say(`${String(looked.posts)} posts`);
    }
    client.close();
  };
  await Promise.all(Array.from({ length: people }, (_unused, user) => work(user)));
  return looked;
}

/** Assigns an action, then looks for it on the item's page, in the item and in the list of actions. */
async function postAndLook(
  client: Client,
  users: Users,
  user: number,
  item: Item,
  commandId: string,
  looked: Looked,
  wrong: string[],
): Promise<void> {
  const title = `Action ${commandId}`;
  const sent: Sent = {
    ...{ name: 'assign-action', category: 'recommendation', events: 1, commandId },
    path: `/api/recommendations/${item.id}/assign-action`,
    fields: { title, leadNotNamed: true, dueOn: '30 April 2026' },
  };
  const begun = performance.now();
  const answer = await users.send(user, client, sent);
  looked.waits.push(performance.now() - begun);
  looked.posts += 1;
  if (answer?.status !== 200) {
    wrong.push(`${title} was answered ${String(answer?.status)}: ${answer?.text ?? ''}`);
    return;
  }
  const list = await client.get(`/api/actions?recommendation=${item.id}&pageSize=200`);
  const isListed = list.text.includes(title);
  if (isListed) looked.shown += 1;
  else if (list.body?.behind === true) looked.bannered += 1;
  else wrong.push(`${title} is missing from a list that does not say that it is behind: ${list.text.slice(0, 200)}`);
  if (answer.headers['recorded-in-lists'] === 'true' && !isListed)
    wrong.push(`${title} was said to be in the lists, and is not.`);

  const page = await client.ask({
    ...{ method: 'GET', path: `/recommendations/${encodeURIComponent(item.reference)}` },
    headers: { accept: 'text/html' },
  });
  if (page.status !== 200 || !page.text.includes(title)) {
    wrong.push(`The page of ${item.reference} does not show ${title}: ${String(page.status)}.`);
  }
}
