/** F24: the same thing is sent again: by a double click, by a client that waited too long, after the server was killed. */

import { itemIdOf, makeSample, USE_CASES } from '#application';
import { hiddenFieldsIn, Visitor } from '../support/visitor.ts';
import { type Answer, Client } from './client.ts';
import { ERASED, EVERY_USE_CASE, type Step } from './every-use-case.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { STORES } from './kept.ts';
import { quiet, readLog, SECRETARY, whatIsWrongWith } from './office.ts';
import { browserOn, Server } from './server.ts';

const AT_ONCE = 5;
const FORM = '/recommendations/REP-R2%2FXYP/close-recommendation';
const CLOSURE = {
  ...{ level: 'reported', layer: 'force', code: 'implemented', reason: 'It is done.' },
  decidedByBody: 'XYP',
};

interface Sent {
  readonly step: Step;
  readonly path: string;
  readonly fields: object;
  readonly commandId: string;
  readonly first: Answer;
}

export const repeatedPosts: Fault = {
  id: 'F24',
  fault: 'The same command is sent again and again',
  injected: `every use case ${String(AT_ONCE)} times at once, the server killed, and every one of them once more; a form of a page the same way`,
  criterion: 'one effect; the same answer, the same page to land on',
  stores: STORES,
  async run({ random, place, say }: Run): Promise<Seen> {
    const record = await place('record');
    await makeSample(record.folder, { eventStore: record.node?.url });
    const server = new Server(record);
    await server.start();
    const clients = Array.from({ length: AT_ONCE }, () => new Client(() => server.url));
    const wrong: string[] = [];
    const ids = new Map<string, string>();
    const sent: Sent[] = [];
    for (const step of EVERY_USE_CASE) {
      const commandId = random.uuid();
      const path = pathOf(step, ids);
      const fields = named(step.fields, ids) as object;
      const answers = await Promise.all(clients.map((client) => post(client, path, fields, commandId)));
      const [first] = answers as [Answer];
      if (first.status >= 300) {
        wrong.push(`${step.name} was answered ${String(first.status)}: ${first.text}`);
        continue;
      }
      for (const answer of answers.slice(1)) {
        if (landing(answer) !== landing(first))
          wrong.push(`${step.name}, at once: ${landing(answer)} and not ${landing(first)}`);
      }
      // What changes nothing can be repeated without harm in any case.
      if (first.body.events.length === 0) wrong.push(`${step.name} had no effect.`);
      if (step.key !== undefined) {
        ids.set(step.key, first.body.id);
        for (const item of ['holding', 'position', 'progress'])
          ids.set(`${step.key}.${item}`, itemIdOf(commandId, item));
      }
      sent.push({ step, path, fields, commandId, first });
      say(step.name);
    }
    const page = await closeFromPage(server, wrong);
    await quiet(record);
    const before = await readLog(record);

    await server.kill();
    await server.start();
    for (const { step, path, fields, commandId, first } of sent) {
      const answer = await post(clients[0] as Client, path, fields, commandId);
      // Of somebody who was erased meanwhile nothing more is told.
      if (step.key === ERASED && answer.status === 410) continue;
      if (landing(answer) !== landing(first)) {
        wrong.push(`${step.name}, after the restart: ${landing(answer)} and not ${landing(first)}`);
      }
    }
    await page.again('after the restart');
    for (const client of clients) client.close();
    await quiet(record);
    await server.stop();

    const log = await readLog(record);
    if (log.length !== before.length) wrong.push(`The repeats added ${String(log.length - before.length)} events.`);
    const done = new Set(sent.map(({ step }) => step.name));
    for (const name of USE_CASES.keys()) if (!done.has(name)) wrong.push(`${name} was not tried.`);
    for (const { step, commandId, first } of sent) {
      if (step.key === ERASED) continue;
      const recorded = log.filter((event) => event.commandId === commandId && !event.stream.startsWith('code-')).length;
      if (recorded !== first.body.events.length) {
        wrong.push(
          `${step.name} told ${String(first.body.events.length)} events, and the log holds ${String(recorded)}.`,
        );
      }
    }
    wrong.push(...(await whatIsWrongWith(record)));
    return {
      times: sent.length * AT_ONCE + page.times,
      figures: `${String(done.size)} of ${String(USE_CASES.size)} use cases, ${String(sent.length * (AT_ONCE + 1) + page.times)} posts, ${String(wrong.length)} with another effect or answer`,
      wrong: firstOf(wrong),
    };
  },
};

/** What the client is led to: whether it was done, where, and with which events. */
function landing({ status, headers, body }: Answer): string {
  return JSON.stringify([
    status,
    headers['location'],
    headers['etag'],
    body?.id,
    body?.revision,
    body?.events,
    body?.code,
  ]);
}

async function post(client: Client, path: string, fields: object, commandId: string): Promise<Answer> {
  return client.ask({
    ...{ method: 'POST', path, body: JSON.stringify(fields) },
    headers: { 'content-type': 'application/json', 'x-acting-as': SECRETARY, 'idempotency-key': commandId },
  });
}

function pathOf({ collection, target, name }: Step, ids: ReadonlyMap<string, string>): string {
  const item = target === undefined ? [] : [encodeURIComponent(named(target, ids) as string)];
  return ['/api', collection, ...item, name].join('/');
}

function named(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? (ids.get(value.slice(1)) ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => named(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, named(item, ids)]));
}

/** A form is sent five times at once, as by somebody who is impatient. */
async function closeFromPage(
  server: Server,
  wrong: string[],
): Promise<{ times: number; again: (when: string) => Promise<void> }> {
  const browser = new Visitor(browserOn(server));
  const client = new Client(() => server.url);
  const withdrawn = await post(client, '/api/recommendations/REP-R2%2FXYP/withdraw-action', WITHDRAWAL, WITHDRAWN_BY);
  client.close();
  if (withdrawn.status >= 300) wrong.push(`The action could not be withdrawn: ${withdrawn.text}`);
  await browser.actAs(SECRETARY);
  const hidden = hiddenFieldsIn((await browser.open(FORM)).text);
  const send = (): Promise<Answer> => browser.send(FORM, { ...hidden, ...CLOSURE });
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, send));
  const first = answers[0] as Answer;
  if (first.status !== 303) wrong.push(`The form was answered ${String(first.status)}.`);
  const compare = (answer: Answer, when: string): void => {
    if (landing(answer) !== landing(first))
      wrong.push(`The form, ${when}: ${landing(answer)} and not ${landing(first)}`);
  };
  for (const answer of answers) compare(answer, 'at once');
  return { times: AT_ONCE + 1, again: async (when) => compare(await send(), when) };
}

const WITHDRAWAL = { action: 'REP-R2/XYP/1', reason: 'It is not needed.' };
const WITHDRAWN_BY = '6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e11';
