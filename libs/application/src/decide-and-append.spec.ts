import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { directory } from '#domain';
import { type Appended, type Conflict, EventStore, OutcomeUnknown, SqliteEventStore } from '#event-store';
import { id, secretary } from '../../../test/support/given-when-then.ts';
import { type AnyDecider, type Commanded, decideAndAppend } from './decide-and-append.ts';
import { metadataOf } from './metadata.ts';
import { StateCache } from './state-cache.ts';
import { UnreadableEvent } from './readable.ts';

const decider = directory as unknown as AnyDecider;
const bodyId = id('c', 9);
const stream = `directory-${bodyId}` as const;

let store: SqliteEventStore;
let now: string;
const clock = () => now;

beforeEach(() => {
  store = SqliteEventStore.open(':memory:');
  now = '2026-02-10T09:00:00.000Z';
});
afterEach(() => store.close());

const recordBody = {
  kind: 'record-body',
  by: secretary,
  bodyId,
  code: 'SYP',
  name: 'South Yorkshire Police',
  bodyKind: 'force',
};
const rename = (name: string) => ({ kind: 'rename-body', by: secretary, name });

function send(command: object, options: Partial<Commanded> = {}, over: EventStore = store, states = new StateCache()) {
  const asCommand = command as Commanded['command'];
  return decideAndAppend(over, clock, states, {
    decider,
    id: bodyId,
    command: asCommand,
    commandId: randomUUID(),
    content: command,
    authentication: 'cli',
    ...options,
  });
}

/** A store whose appends reach the log while their answer is lost on the way, as often as told. */
class Forgetful extends EventStore {
  private readonly real: EventStore;
  private lossesLeft: number;
  private readonly reachesTheLog: boolean;
  constructor(real: EventStore, losses: number, reachesTheLog: boolean) {
    super();
    this.real = real;
    this.lossesLeft = losses;
    this.reachesTheLog = reachesTheLog;
  }
  override async append(...append: Parameters<EventStore['append']>): Promise<Appended | Conflict> {
    if (this.lossesLeft > 0) {
      this.lossesLeft -= 1;
      if (this.reachesTheLog) await this.real.append(...append);
      throw new OutcomeUnknown('The answer was lost.');
    }
    return this.real.append(...append);
  }
  override read: EventStore['read'] = (name) => this.real.read(name);
  override subscribe: EventStore['subscribe'] = (...from) => this.real.subscribe(...from);
  override head: EventStore['head'] = () => this.real.head();
  override compare: EventStore['compare'] = (a, b) => this.real.compare(a, b);
  override erase: EventStore['erase'] = (name) => this.real.erase(name);
  override close: EventStore['close'] = () => this.real.close();
}

describe('the shell around every decision', () => {
  it('appends what follows, with who recorded it, when, by which command', async () => {
    const commandId = randomUUID();
    expect(await send(recordBody, { commandId })).toMatchObject({ outcome: 'done', revision: 0 });
    const { events } = await store.read(stream);
    expect(events).toHaveLength(1);
    expect(events[0]?.metadata).toMatchObject({
      commandId,
      recordedAt: now,
      recordedBy: { person: id('a', 1), post: id('b', 1), body: id('c', 1) },
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
      authentication: 'cli',
    });
  });

  it('answers a repeated command with its first outcome, also after more has happened', async () => {
    const commandId = randomUUID();
    const first = await send(recordBody, { commandId });
    await send(rename('Police of South Yorkshire'));
    const again = await send(recordBody, { commandId });
    expect({ ...again, logPosition: undefined }).toEqual({ ...first, logPosition: undefined });
    expect((await store.read(stream)).events).toHaveLength(2);
  });

  it('refuses a command id that comes again with other content', async () => {
    const commandId = randomUUID();
    await send(recordBody, { commandId });
    expect(await send({ ...recordBody, name: 'Another' }, { commandId })).toEqual({ outcome: 'reused' });
    expect((await store.read(stream)).events).toHaveLength(1);
  });

  it('records the same command sent ten times at once only once, and gives ten equal answers', async () => {
    const commandId = randomUUID();
    const states = new StateCache();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(recordBody, { commandId }, store, states)));
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, logPosition: undefined }))).size).toBe(1);
    expect((await store.read(stream)).events).toHaveLength(1);
  });

  it('lets one of two writers at the same revision win and tells the other what happened since', async () => {
    await send(recordBody);
    const [first, second] = await Promise.all([
      send(rename('One'), { expected: 0 }),
      send(rename('Two'), { expected: 0 }),
    ]);
    expect([first.outcome, second.outcome].sort()).toEqual(['conflict', 'done']);
    const lost = first.outcome === 'conflict' ? first : second;
    expect(lost).toMatchObject({ outcome: 'conflict', actual: 1, since: [{ type: 'BodyRenamed', revision: 1 }] });
  });

  it('decides again on the newer state when no revision was sent', async () => {
    await send(recordBody);
    const states = new StateCache();
    const outcomes = await Promise.all([
      send(rename('One'), {}, store, states),
      send(rename('Two'), {}, store, states),
      send(rename('Three'), {}, store, states),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect((await store.read(stream)).events).toHaveLength(4);
  });

  it('does not say no on a remembered state that another process has overtaken', async () => {
    const states = new StateCache();
    await send(recordBody, {}, store, states);
    await send(rename('One'), {}, store, states);
    await send(rename('Two'));
    // Remembered, the body is still called One: renaming it so would add nothing.
    expect(await send(rename('One'), {}, store, states)).toMatchObject({ outcome: 'done', revision: 3 });
  });

  it('takes a lost answer for what the log says: recorded', async () => {
    const commandId = randomUUID();
    const outcome = await send(recordBody, { commandId }, new Forgetful(store, 1, true));
    expect(outcome).toMatchObject({ outcome: 'done', revision: 0 });
    expect((await store.read(stream)).events).toHaveLength(1);
  });

  it('takes a lost answer for what the log says: not recorded, and tries again', async () => {
    const outcome = await send(recordBody, {}, new Forgetful(store, 2, false));
    expect(outcome).toMatchObject({ outcome: 'done', revision: 0 });
    expect((await store.read(stream)).events).toHaveLength(1);
  });

  it('gives up after three tries and says that it does not know', async () => {
    const sent = send(recordBody, {}, new Forgetful(store, 9, false));
    await expect(sent).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(sent).rejects.toThrow('It is not known whether record-body was recorded. The answer was lost.');
  });

  it('never records earlier than the event before, whatever the clock says', async () => {
    await send(recordBody);
    now = '2026-02-10T08:00:00.000Z';
    await send(rename('One'));
    const { events } = await store.read(stream);
    expect(events.map((event) => metadataOf(event).recordedAt)).toEqual([
      '2026-02-10T09:00:00.000Z',
      '2026-02-10T09:00:00.000Z',
    ]);
  });

  it('decides nothing on a stream that holds what it cannot read', async () => {
    await send(recordBody);
    const metadata = { schemaVersion: 1, commandId: randomUUID(), recordedAt: now };
    await store.append(stream, 0, [{ id: randomUUID(), type: 'BodyAbducted', data: {}, metadata }]);
    await expect(send(rename('One'))).rejects.toBeInstanceOf(UnreadableEvent);
  });

  it('decides nothing on a newer form of an event than it knows', async () => {
    await send(recordBody);
    const metadata = { schemaVersion: 2, commandId: randomUUID(), recordedAt: now };
    await store.append(stream, 0, [{ id: randomUUID(), type: 'BodyRenamed', data: {}, metadata }]);
    await expect(send(rename('One'))).rejects.toThrow('a newer form of BodyRenamed');
  });
});
