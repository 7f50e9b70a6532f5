/** People at work on an office: each has a connection of their own, and asks for the next thing when the last is answered. */

import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.ts';
import { type Answer, Client, NoAnswer } from './client.ts';
import { type Invocation, Journal } from './history.ts';
import { BODIES, type Item, SECRETARY } from './office.ts';
import type { Server } from './server.ts';

export interface Sent {
  readonly name: string;
  readonly path: string;
  /** The category of the stream it is decided in. */
  readonly category: string;
  readonly fields: object;
  readonly commandId: string;
  /** How many events it makes when it makes any. */
  readonly events: number;
  readonly expected?: number;
  /** It comes to nothing, and rightly so. */
  readonly isRefused?: boolean;
}

/** Where they send what they record: a server, or what stands before several. */
export type Served = Pick<Server, 'url' | 'up' | 'isUp'>;

const WAIT_FOR_LISTS_MS_MAX = 1_500;

/** How many times a client asks that was not told the end of its command, before it gives up. */
const TRIES_MAX = 5;

export class Users {
  readonly journal: Journal;
  /** How long each command took that was answered, in milliseconds. */
  readonly waits: number[] = [];
  /** Answers that nobody should see: what went wrong in the server. */
  readonly defects: string[] = [];
  /** How often somebody was told that it is not known whether it was recorded, or that it can't be. */
  unsure = 0;
  readonly served: Served;
  private readonly items: readonly Item[];
  private isOver = false;
  private working: Promise<void>[] = [];
  private findings = 0;
  /** Commands nobody was told the end of, by their ids. */
  private readonly unsettled = new Map<string, Sent>();

  constructor(served: Served, items: readonly Item[], journal = new Journal()) {
    this.served = served;
    this.items = items;
    this.journal = journal;
  }

  begin(count: number, random: Random): void {
    for (let user = 1; user <= count; user += 1) this.working.push(this.work(user, random.for(`user ${String(user)}`)));
  }

  /** Lets each finish what it is at. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.working);
  }

  /** Sends what nobody knows the end of once more, under the same ids, in the order it was sent. Answers how many those were. */
  async settle(): Promise<number> {
    const unsettled = [...this.unsettled.values()];
    const client = new Client(() => this.served.url);
    for (const sent of unsettled) await this.send(0, client, sent, 1);
    client.close();
    return unsettled.length;
  }

  private async work(user: number, random: Random): Promise<void> {
    const client = new Client(() => this.served.url);
    while (!this.isOver) {
      await this.served.up();
      if (!this.served.isUp) break;
      if (random.chance(0.15)) await this.look(user, client, random);
      else if (random.chance(0.03)) for (const sent of this.fanOut(random.uuid())) await this.send(user, client, sent);
      else await this.send(user, client, this.something(random), random.chance(0.6) ? TRIES_MAX : 1);
    }
    client.close();
  }

  /** Something that people record in an office. */
  something(random: Random): Sent {
    const item = random.pick(this.items);
    const commandId = random.uuid();
    const on = (name: string, fields: object): Sent => ({
      ...{ name, fields, commandId, category: 'recommendation', events: 1 },
      path: `/api/recommendations/${item.id}/${name}`,
    });
    const words = `What was done, as told by ${commandId}.`;
    const kind = random.weighted([
      [50, 'progress'],
      [12, 'action'],
      [10, 'due'],
      [12, 'report'],
      [6, 'finding'],
      [10, 'position'],
      [5, 'closure'],
    ] as const);
    switch (kind) {
      case 'progress':
        return on('report-progress', { action: item.action, words });
      case 'action':
        return on('assign-action', { title: words, leadNotNamed: true, dueOn: '30 April 2026' });
      case 'due':
        return on('change-due-date', { action: item.action, dueOn: `2026-06-${day(random)}`, reason: words });
      case 'position':
        return on('record-position', {
          layer: 'chiefOfficer',
          code: 'accepted',
          words,
          decidedByBody: item.reference.split('/')[1],
        });
      case 'closure':
        return {
          ...on('close-recommendation', {
            ...{ level: 'reported', layer: 'force', code: 'implemented', reason: words },
            decidedByBody: item.reference.split('/')[1],
          }),
          ...{ events: 0, isRefused: true },
        };
      case 'finding':
        return {
          ...{ name: 'register-finding', path: '/api/reports/OFF/register-finding', category: 'report', commandId },
          fields: { code: `X${commandId.slice(0, 8).toUpperCase()}`, findingKind: 'areaForImprovement', text: words },
          events: 1,
        };
      case 'report':
        return {
          ...{ name: 'record-report', path: '/api/reports/record-report', category: 'report', commandId },
          // A code that must be its own, and a publication beside the report: a claim, then two events together.
          fields: { code: `C${commandId.slice(0, 8).toUpperCase()}`, title: words, publishedOn: '16 May 2025' },
          events: 2,
        };
    }
  }

  /** A finding that falls on all bodies: what follows is recorded by a policy, in streams of their own. */
  fanOut(commandId: string): Sent[] {
    const code = `F${String((this.findings += 1))}`;
    const on = { category: 'report', events: 1 };
    return [
      {
        ...{ ...on, name: 'register-finding', path: '/api/reports/OFF/register-finding', commandId },
        fields: { code, findingKind: 'recommendation', text: 'Do it.' },
      },
      {
        ...{ ...on, name: 'fan-out-finding', path: '/api/reports/OFF/fan-out-finding' },
        commandId: commandId.replace(/^./, (digit) => (Number.parseInt(digit, 16) ^ 1).toString(16)),
        fields: { finding: `OFF-${code}`, bodies: [...BODIES] },
      },
    ];
  }

  /**
   * Sends a command, and again with the same id as long as nobody knows what came of it.
   * @param tries how often at most
   */
  async send(
    user: number,
    client: Client,
    sent: Sent,
    tries = TRIES_MAX,
    cutsOff = false,
  ): Promise<Answer | undefined> {
    const { name, commandId, events, path, fields, category, expected } = sent;
    for (let left = tries; left > 0;) {
      await this.served.up();
      if (!this.served.isUp || (this.isOver && left < tries)) return undefined;
      const invocation = this.journal.invoke(user, { kind: 'command', commandId, name, events });
      const begun = performance.now();
      try {
        const answer = await client.ask({
          ...{ method: 'POST', path, body: JSON.stringify(fields), cutsOff: cutsOff && left === tries },
          headers: {
            ...{ 'content-type': 'application/json', 'x-acting-as': SECRETARY, 'idempotency-key': commandId },
            ...(expected === undefined ? {} : { 'if-match': `"${String(expected)}"` }),
          },
        });
        this.waits.push(performance.now() - begun);
        const isKnown = this.isKnown(invocation, answer, category);
        if (isKnown || answer.body?.code === 'log-unavailable') this.unsettled.delete(commandId);
        else this.unsettled.set(commandId, sent);
        if (isKnown) return answer;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (error.mayHaveArrived) {
          invocation.unknown(error.message);
          this.unsettled.set(commandId, sent);
        } else {
          // It is gone, and nobody has noticed yet.
          invocation.unsent(error.message);
          await pause(10);
          continue;
        }
      }
      left -= 1;
    }
    return undefined;
  }

  /** Whether the end of the command is known. */
  private isKnown(invocation: Invocation, { status, body, text }: Answer, category: string): boolean {
    if (status < 300) {
      invocation.ok({
        stream: `${category}-${String(body.id)}`,
        revision: body.revision,
        events: body.events.map(({ id }: { id: string }) => id),
      });
      return true;
    }
    if (status < 500) {
      invocation.fail(`${String(status)} ${String(body?.code)}`);
      return true;
    }
    this.unsure += 1;
    if (body?.code === 'outcome-unknown') {
      invocation.unknown(text);
      return false;
    }
    if (body?.code === 'log-unavailable') {
      invocation.fail(text);
      return false;
    }
    this.defects.push(text);
    invocation.unknown(text);
    return true;
  }

  private async look(user: number, client: Client, random: Random): Promise<void> {
    const item = random.pick(this.items);
    const stream = `recommendation-${item.id}`;
    const isItem = random.chance(0.5);
    const invocation = this.journal.invoke(user, { kind: 'read', of: isItem ? stream : 'lists' });
    const begun = performance.now();
    try {
      const { status, body, text } = await client.get(
        isItem ? `/api/recommendations/${item.id}` : '/api/recommendations?pageSize=5',
      );
      if (status !== 200) {
        if (body?.code !== 'log-unavailable') this.defects.push(`${String(status)} ${text}`);
        invocation.fail(text);
      } else if (!isItem && body.behind === true && performance.now() - begun >= WAIT_FOR_LISTS_MS_MAX) {
        // Waited for as long as it is promised, and told that more was recorded.
        invocation.ok({});
      } else {
        const place = isItem ? body.revision : placeOf(body.logPosition);
        invocation.ok({ ...(isItem ? { stream } : {}), place });
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      invocation.fail(error.message);
    }
  }
}

function day(random: Random): string {
  return String(random.between(1, 28)).padStart(2, '0');
}

/** A place in the log as a number: that of a server is written as two, alike. */
function placeOf(logPosition: string): number {
  return Number.parseInt(logPosition, 10);
}
