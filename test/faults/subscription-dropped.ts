/** F16: the subscription that the lists follow breaks off. */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Projection } from '#application';
import { type Batch, EventStore, LogUnavailable } from '#event-store';
import { type Fault, firstOf, milliseconds, PATIENCE_MS, percentile, type Run, type Seen, until } from './fault.ts';
import { openKept, STORES } from './kept.ts';
import { addNote, beginOffice, copyOf, type Office, readEvents, whatIsWrongWith } from './office.ts';
import type { Random } from './random.ts';

const RESUME_MS_MAX = 2_000;
/** Each with a copy of the office: nodes of a server are not had by the dozen. */
const AT_ONCE = { embedded: 10, server: 2 };
/** In the short form. */
const DROPS = { embedded: 100, server: 20 };

export const subscriptionDropped: Fault = {
  id: 'F16',
  fault: 'The subscription to the log breaks off',
  injected: 'an error before a batch, an error after it, or the end of the subscription, at random batches',
  criterion: '0 events missed, 0 applied twice; the lists go on after p95 ≤ 2 s',
  stores: STORES,
  async run({ form, random, folder, store, place, say }: Run): Promise<Seen> {
    const drops = form === 'short' ? DROPS[store] : 1_000;
    const atOnce = AT_ONCE[store];
    const office = await beginOffice(await place('office'), 4);
    const followed = await Promise.all(
      Array.from({ length: atOnce }, async (_unused, at) =>
        follow(await copyOf(office, join(folder, `office-${String(at)}`)), drops / atOnce, random.for(String(at)), say),
      ),
    );
    const wrong = followed.flatMap((each) => each.wrong);
    const resumed = followed.flatMap((each) => each.resumed);
    const sum = (of: (each: Followed) => number): number => followed.reduce((total, each) => total + of(each), 0);
    const missed = sum((each) => each.missed);
    if (missed !== 0) wrong.push(`${String(missed)} events were never handed on.`);
    const p95 = percentile(resumed, 0.95);
    if (form === 'long' && p95 > RESUME_MS_MAX)
      wrong.push(`After a drop it took p95 ${milliseconds(p95)} until the lists went on.`);
    return {
      times: sum((each) => each.dropped),
      figures: `${String(missed)} missed of ${String(sum((each) => each.events))}, ${String(wrong.length)} wrong; goes on after p95 ${milliseconds(p95)}`,
      wrong: firstOf(wrong),
    };
  },
};

interface Followed {
  readonly dropped: number;
  readonly events: number;
  readonly missed: number;
  readonly resumed: readonly number[];
  readonly wrong: readonly string[];
}

/** Follows one log while it grows, and drops the subscription so often. */
async function follow(
  office: Office,
  drops: number,
  random: Random,
  say: (progress: string) => void,
): Promise<Followed> {
  const before = (await readEvents(office)).length;
  const record = await openKept(office);
  const dropping = new DroppingStore(record.store, random);
  const projection = new Projection(dropping, { ...record, store: dropping }, { publish: () => undefined } as never);
  const wrong: string[] = [];
  await projection.start();
  try {
    while (dropping.dropped < drops) {
      const before = dropping.dropped;
      dropping.dropSoon();
      await addNote(record.store, random.pick(office.items), random);
      // A subscription at rest has nothing to break off at: it is given something until it has.
      await until(PATIENCE_MS, 'A drop', async () => {
        if (dropping.dropped > before) return true;
        await addNote(record.store, random.pick(office.items), random);
        return false;
      });
      await addNote(record.store, random.pick(office.items), random);
      const head = await record.store.head();
      if (!(await projection.reached(head.logPosition, PATIENCE_MS))) {
        const { failure } = await projection.status();
        wrong.push(`After drop ${String(dropping.dropped)} the lists stood still: ${failure ?? 'nobody knows why.'}`);
        break;
      }
      say(`dropped ${String(dropping.dropped)} times`);
    }
  } finally {
    await Promise.race([projection.stop(), pause(2_000)]);
    await record.close();
  }
  const log = await readEvents(office);
  wrong.push(...(await whatIsWrongWith(office)));
  return {
    dropped: dropping.dropped,
    events: log.length,
    missed: log.slice(before).filter(({ logPosition }) => !dropping.delivered.has(logPosition)).length,
    resumed: dropping.resumed,
    wrong,
  };
}

/** A store whose subscriptions break off when they are told to. */
class DroppingStore extends EventStore {
  dropped = 0;
  /** The places of all events that were handed on. */
  readonly delivered = new Set<string>();
  /** How long it took from each drop until the next batch was handed on, in milliseconds. */
  readonly resumed: number[] = [];
  private readonly store: EventStore;
  private readonly random: Random;
  private isDue = false;
  private droppedAt: number | undefined;

  constructor(store: EventStore, random: Random) {
    super();
    this.store = store;
    this.random = random;
  }

  dropSoon(): void {
    this.isDue = true;
  }

  async *subscribe(...given: Parameters<EventStore['subscribe']>): AsyncGenerator<Batch, void, undefined> {
    for await (const batch of this.store.subscribe(...given)) {
      const how = this.isDue ? this.random.pick(['before', 'after', 'end', 'endAfter'] as const) : undefined;
      if (how === 'before' || how === 'end') this.drop();
      if (how === 'before') throw new LogUnavailable('The subscription broke off.');
      if (how === 'end') return;
      for (const { logPosition } of batch.events) this.delivered.add(logPosition);
      if (this.droppedAt !== undefined) this.resumed.push(performance.now() - this.droppedAt);
      this.droppedAt = undefined;
      yield batch;
      if (how !== undefined) this.drop();
      if (how === 'after') throw new LogUnavailable('The subscription broke off.');
      if (how === 'endAfter') return;
    }
  }

  private drop(): void {
    this.isDue = false;
    this.dropped += 1;
    this.droppedAt = performance.now();
  }

  read(...given: Parameters<EventStore['read']>): ReturnType<EventStore['read']> {
    return this.store.read(...given);
  }
  append(...given: Parameters<EventStore['append']>): ReturnType<EventStore['append']> {
    return this.store.append(...given);
  }
  head(): ReturnType<EventStore['head']> {
    return this.store.head();
  }
  compare(a: string, b: string): number {
    return this.store.compare(a, b);
  }
  erase(...given: Parameters<EventStore['erase']>): Promise<void> {
    return this.store.erase(...given);
  }
  close(): Promise<void> {
    return this.store.close();
  }
}
