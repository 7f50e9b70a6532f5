/** F17: the subscription that the lists follow falls silent, and nobody is told that it is over. */

import { type OpenRecord, Projection } from '#application';
import type { EventStore } from '#event-store';
import { type Fault, firstOf, milliseconds, PATIENCE_MS, type Run, type Seen } from './fault.ts';
import { type Kept, type LogOptions, openKept, openLog, STORES } from './kept.ts';
import { addNote, beginOffice, copyOf, type Office, whatIsWrongWith } from './office.ts';
import type { Random } from './random.ts';

const DETECTED_MS_MAX = 30_000;
/** How many follow the log when it falls silent, each with a connection of its own. */
const FOLLOWERS = 5;
const NOTES = 10;
/** In the short form it is looked sooner whether something is amiss than by a server in use. */
const WATCH = { short: { watchMs: 500, deadlineMs: 1_000 }, long: {} };

export const silentSubscription: Fault = {
  id: 'F17',
  fault: 'The subscription to the log falls silent',
  injected:
    'what is on its way on every connection swallowed, and none closed, while another process records; in a file, a process that tells nobody',
  criterion: 'the lists go on after ≤ 30 s; 0 events missed',
  stores: STORES,
  async run({ form, random, place, say }: Run): Promise<Seen> {
    const rounds = form === 'short' ? 1 : 5;
    const wrong: string[] = [];
    let [slowest, missed] = [0, 0];
    for (let round = 1; round <= rounds; round += 1) {
      const office = await beginOffice(await place(`office-${String(round)}`), 2);
      const seen = await follow(office, WATCH[form], random, wrong);
      slowest = Math.max(slowest, seen.slowest);
      missed += seen.missed;
      say(`fell silent ${String(round)} of ${String(rounds)} times`);
    }
    if (form === 'long' && slowest > DETECTED_MS_MAX)
      wrong.push(`It took ${milliseconds(slowest)} until all lists went on.`);
    return {
      times: rounds * FOLLOWERS,
      figures: `${String(missed)} of ${String(rounds * FOLLOWERS)} lists stood still; the others went on after at most ${milliseconds(slowest)}; ${String(wrong.length)} wrong`,
      wrong: firstOf(wrong),
    };
  },
};

interface Follower {
  readonly kept: Kept;
  readonly record: OpenRecord;
  readonly store: EventStore;
  readonly projection: Projection;
}

/** Lets them follow one log each, makes all fall silent at once, and records something that they should hear of. */
async function follow(
  office: Office,
  watch: LogOptions,
  random: Random,
  wrong: string[],
): Promise<{ missed: number; slowest: number }> {
  const followers = await Promise.all(
    Array.from({ length: FOLLOWERS }, (_unused, at) => begin(office, `${office.folder}-${String(at)}`, watch)),
  );
  office.node?.swallow();
  const begun = performance.now();
  const writers = office.node === undefined ? followers.map(({ kept }) => kept) : [office];
  for (const writer of writers) {
    const log = await openLog(writer, { isDirect: true });
    for (let note = 0; note < NOTES; note += 1) await addNote(log, random.pick(office.items), random);
    await log.close();
  }
  let [missed, slowest] = [0, 0];
  await Promise.all(
    followers.map(async ({ kept, projection }) => {
      const log = await openLog(kept, { readOnly: true, isDirect: true });
      const { logPosition } = await log.head();
      await log.close();
      if (await projection.reached(logPosition, PATIENCE_MS)) slowest = Math.max(slowest, performance.now() - begun);
      else {
        missed += 1;
        wrong.push(`Lists stood still: ${(await projection.status()).failure ?? 'nobody knows why.'}`);
      }
    }),
  );
  for (const { kept, record, store, projection } of followers) {
    await projection.stop();
    await store.close();
    await record.close();
    wrong.push(...(await whatIsWrongWith(kept)));
  }
  return { missed, slowest };
}

/** With lists of its own. A file has but one place for them: there each follows a copy. */
async function begin(office: Office, folder: string, watch: LogOptions): Promise<Follower> {
  const kept = office.node === undefined ? await copyOf(office, folder) : { ...office, folder };
  const record = await openKept(kept);
  const store = await openLog(kept, { readOnly: true, ...watch });
  const projection = new Projection(store, { ...record, store }, { publish: () => undefined } as never);
  await projection.start();
  return { kept, record, store, projection };
}
