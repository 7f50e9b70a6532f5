/** F35: web and worker processes share one event store; some are killed and each is restarted in turn, while people work. */

import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '#event-store';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import { Balancer } from './balancer.ts';
import { Client } from './client.ts';
import { type Fault, firstOf, milliseconds, PATIENCE_MS, type Run, type Seen, within } from './fault.ts';
import { check } from './history.ts';
import { environmentOf, type Kept } from './kept.ts';
import { beginOffice, type Item, logged, quiet, readEvents, whatIsWrongWith } from './office.ts';
import type { Random } from './random.ts';
import { QUIET } from './server.ts';
import { type Sent, Users } from './users.ts';

const DRAIN_MS_MAX = 10_000;
const USERS = 6;
/** Beside them, so many record decisions, which policies carry out. */
const DECIDERS = 2;

/** A web or worker process on the event store, with lists of its own. */
class Process {
  readonly kept: Kept;
  private readonly app: 'web' | 'worker';
  private readonly balancer: Balancer;
  private readonly copies: string;
  private current: BuiltServer | undefined;

  constructor(app: 'web' | 'worker', kept: Kept, copies: string, balancer: Balancer) {
    this.app = app;
    this.kept = kept;
    this.copies = copies;
    this.balancer = balancer;
  }

  async start(): Promise<void> {
    const environment = { ...environmentOf(this.kept), MINUTEBOOK_COPIES: this.copies };
    const args = ['--data', this.kept.folder];
    const starting = startBuiltServer({ app: this.app, args, environment, nodeArguments: [QUIET] });
    this.current = await within(PATIENCE_MS, `Starting a ${this.app} process`, starting);
    const { process: child, url } = this.current;
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    if (this.app === 'web') await this.balancer.add(url);
  }

  /** Its lists are lost with it. */
  async kill(): Promise<void> {
    const { process: child, url } = this.current as BuiltServer;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.balancer.remove(url);
    rmSync(this.kept.folder, { recursive: true });
  }

  /** Asks it to stop, and answers with the milliseconds that took and what it said that was no request. */
  async stop(): Promise<{ ms: number; code: number | null; hasBegunWithCopy: boolean; complaints: string[] }> {
    const begun = performance.now();
    const { url } = this.current as BuiltServer;
    const { code, stderr } = await within(PATIENCE_MS, 'The end of a process', (this.current as BuiltServer).stop());
    this.balancer.remove(url);
    const complaints = stderr.split('\n').filter((line) => /"level":"(warn|error)"|^[^{]/.test(line));
    const hasBegunWithCopy = stderr.includes('The lists begin with the copy');
    return { ms: performance.now() - begun, code, hasBegunWithCopy, complaints };
  }
}

export const manyProcesses: Fault = {
  id: 'F35',
  fault: 'Processes beside each other die or are restarted',
  injected: 'kill -9 of a web and a worker process at once, then SIGTERM to one of each and to the others, under load',
  criterion: '0 failed requests after the balancer’s retry, 0 policies carried out twice or not at all; drain ≤ 10 s',
  stores: ['server'],
  async run({ form, random, folder, place, say }: Run): Promise<Seen> {
    let begunWithCopy = 0;
    const rounds = form === 'short' ? 1 : 10;
    const office = await beginOffice(await place('office'), form === 'short' ? 4 : 40);
    const { items } = office;
    const before = (await readEvents(office)).length;

    const balancer = await Balancer.open();
    const named = (app: 'web' | 'worker') =>
      ['a', 'b'].map(
        (name) =>
          new Process(app, { ...office, folder: join(folder, `${app}-${name}`) }, join(folder, 'copies'), balancer),
      );
    const [webs, workers] = [named('web'), named('worker')];
    const all = [...webs, ...workers];
    await Promise.all(all.map((one) => one.start()));

    const users = new Users({ url: balancer.url, isUp: true, up: () => Promise.resolve() }, items);
    const wrong: string[] = [];
    const drains: number[] = [];
    users.begin(USERS, random);
    const deciding = new AbortController();
    const deciders = Array.from({ length: DECIDERS }, (_unused, decider) =>
      decide(users, USERS + 1 + decider, items, random.for(`decider ${String(decider)}`), deciding.signal),
    );
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${String(round)} of ${String(rounds)}`);
      await pause(random.between(300, 800));
      const pair = [random.pick(webs), random.pick(workers)];
      await Promise.all(pair.map((one) => one.kill()));
      await pause(random.between(0, 300));
      await Promise.all(pair.map((one) => one.start()));
      // One of each kind goes on while the other is restarted.
      const pairs = [0, 1].map((at) => [webs[at], workers[at]] as [Process, Process]);
      for (const [web, worker] of form === 'short' ? pairs.slice(0, 1) : pairs) {
        const stopped = await Promise.all([web.stop(), worker.stop()]);
        for (const { ms, code, hasBegunWithCopy, complaints } of stopped) {
          drains.push(ms);
          if (hasBegunWithCopy) begunWithCopy += 1;
          if (code !== 0) wrong.push(`A process that was asked to stop ended with ${String(code)}.`);
          if (ms > DRAIN_MS_MAX) wrong.push(`A process took ${milliseconds(ms)} to stop.`);
          wrong.push(...complaints);
        }
        await Promise.all([web.start(), worker.start()]);
      }
    }
    deciding.abort();
    await users.end();
    await Promise.all(deciders);
    await quiet(office);
    const last = await Promise.all(all.map((one) => one.stop()));
    balancer.close();
    begunWithCopy += last.filter(({ hasBegunWithCopy }) => hasBegunWithCopy).length;
    if (begunWithCopy < rounds * 2)
      wrong.push('A process whose lists were lost did not begin with the published copy.');

    const events = await readEvents(office);
    const checked = check(users.journal.entries, events.map(logged), before);
    const policies = checkPolicies(events, wrong);
    wrong.push(...checked.wrong, ...users.defects);
    const unanswered = users.journal.entries.filter(({ type }) => type === 'unknown' || type === 'unsent').length;
    const failed = users.unsure + unanswered + balancer.failed;
    if (failed > 0) wrong.push(`${String(failed)} requests failed.`);
    for (const { kept } of all) wrong.push(...(await whatIsWrongWith(kept)));
    return {
      times: rounds * 2 + drains.length,
      figures:
        `${String(checked.acknowledged)} commands acknowledged, ${String(checked.lost)} lost, ${String(checked.doubled)} doubled, ` +
        `${String(failed)} failed, ${String(balancer.retried)} sent again by the balancer; ${String(policies)} changes of ` +
        `decisions, each carried out once; drain at most ${milliseconds(Math.max(...drains))}`,
      wrong: firstOf(wrong),
    };
  },
};

/** Records decisions one after another. Each assigns an action under words of its own. */
async function decide(
  users: Users,
  user: number,
  items: readonly Item[],
  random: Random,
  signal: AbortSignal,
): Promise<void> {
  const { url } = users.served;
  const client = new Client(() => url);
  while (!signal.aborted) {
    const commandId = random.uuid();
    const { reference } = random.pick(items);
    const title = `As decided in ${commandId}`;
    const change = { version: 1, kind: 'assignAction', recommendation: reference, leadNotNamed: true, title };
    const sent: Sent = {
      ...{ name: 'record-decision', path: '/api/decisions/record-decision', category: 'decision', commandId },
      fields: {
        ...{ number: `D-${commandId.slice(0, 13).toUpperCase()}`, outcome: 'It is assigned.', deciderNotKnown: true },
        changes: [{ ...change, dueOn: '30 April 2026' }],
      },
      events: 1,
    };
    await users.send(user, client, sent, 1);
  }
  client.close();
}

/** How many changes were decided on, each of which must have been carried out exactly once. */
function checkPolicies(events: readonly RecordedEvent[], wrong: string[]): number {
  const count = (isSo: (event: RecordedEvent) => boolean): number => events.filter(isSo).length;
  const decisions = events.filter(({ type }) => type === 'DecisionRecorded');
  for (const { stream, data } of decisions) {
    const outcomes = count(({ stream: of, type }) => of === stream && type === 'ChangeCarriedOut');
    const [{ title }] = (data as unknown as { changes: [{ title: string }] }).changes;
    const actions = count(({ type, data: of }) => type === 'ActionAssigned' && of['title'] === title);
    if (outcomes !== 1 || actions !== 1) {
      wrong.push(`${stream} was carried out ${String(outcomes)} times, and made ${String(actions)} actions.`);
    }
  }
  for (const fannedOut of events.filter(({ type }) => type === 'FindingFannedOut')) {
    const { finding, addressees } = fannedOut.data as { finding: string; addressees: { body: string }[] };
    for (const { body } of addressees) {
      const isIt = ({ type, data }: RecordedEvent): boolean =>
        type === 'RecommendationRaised' && data['finding'] === finding && data['body'] === body;
      if (count(isIt) !== 1) wrong.push(`The finding ${finding} was raised to ${body} ${String(count(isIt))} times.`);
    }
  }
  return decisions.length;
}
