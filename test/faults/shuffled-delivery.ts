/** F22: events reach the lists twice, and out of order. */

import { openReadModel, type LogEvent } from '#read-model';
import { comparePositions, type LogOfEvents } from '../support/log-of-events.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { randomBatches, randomLog } from './random-log.ts';
import type { Random } from './random.ts';
import { whatDiffers } from './incremental-and-rebuilt.ts';

/** An event is at most so many places from its own. */
const WINDOW = 10;

export const shuffledDelivery: Fault = {
  id: 'F22',
  fault: 'Events are delivered twice and out of order',
  injected: `each batch shuffled within ${String(WINDOW)} events, every event up to three times, whole batches again; and, apart, events in the wrong batch`,
  criterion:
    'the same final rows; what comes before its predecessor is held back visibly, and after a retry the rows are the same',
  stores: ['embedded'],
  async run({ form, random, say }: Run): Promise<Seen> {
    const histories = form === 'short' ? 200 : 1_000;
    const wrong: string[] = [];
    let [delivered, events, heldBack] = [0, 0, 0];
    for (let history = 1; history <= histories; history += 1) {
      const own = random.for(`history ${String(history)}`);
      const log = randomLog(own);
      events += log.events.length;
      delivered += repeatedInBatches(own, log, `History ${String(history)}`, wrong);
      if (history % 2 === 0) heldBack += acrossBatches(own, log, `History ${String(history)}`, wrong);
      if (history % 50 === 0) say(`${String(history)} of ${String(histories)} histories`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return {
      times: histories,
      figures: `${String(delivered)} deliveries of ${String(events)} events: ${String(wrong.length)} different; ${String(heldBack)} streams held back by events in the wrong batch, all the same after a retry`,
      wrong: firstOf(wrong),
    };
  },
};

/** What reaches a reader that has to begin again, or two readers at once. Answers how many events were delivered. */
function repeatedInBatches(random: Random, log: LogOfEvents, which: string, wrong: string[]): number {
  const readModel = openReadModel(':memory:', comparePositions);
  readModel.begin();
  let delivered = 0;
  const batches = randomBatches(random, log.events, 60);
  for (const [index, batch] of batches.entries()) {
    const repeated = batch.flatMap((event) => Array.from({ length: random.between(1, 3) }, () => event));
    const again = index > 0 && random.chance(0.3) ? (batches[index - random.between(1, Math.min(index, 3))] ?? []) : [];
    for (const events of random.shuffled([repeated, again])) {
      const sent = shuffledWithin(random, events).slice(0, 200);
      // A batch that was cut off is delivered whole before the next.
      for (const part of events.length > 200 ? [sent, batch] : [sent]) {
        delivered += part.length;
        if (part.length > 0) readModel.project(log.batch(part));
      }
    }
  }
  for (const { stream, reason } of readModel.parked()) wrong.push(`${which}: ${stream} is held back: ${reason}`);
  for (const table of whatDiffers(readModel, log)) wrong.push(`${which}: ${table} is not what a rebuild makes.`);
  readModel.close();
  return delivered;
}

/** An event that comes in a later batch than its successor. Answers how many streams were held back. */
function acrossBatches(random: Random, log: LogOfEvents, which: string, wrong: string[]): number {
  const readModel = openReadModel(':memory:', comparePositions);
  readModel.begin();
  for (const events of randomBatches(random, shuffledWithin(random, log.events), 8))
    readModel.project(log.batch(events));
  const parked = readModel.parked();
  for (const { stream } of parked) {
    const still = readModel.retry(stream, log.of(stream));
    if (still) wrong.push(`${which}: ${stream} is still held back after a retry: ${still.reason}`);
  }
  for (const table of whatDiffers(readModel, log))
    wrong.push(`${which}, across batches: ${table} is not what a rebuild makes.`);
  readModel.close();
  return parked.length;
}

function shuffledWithin(random: Random, events: readonly LogEvent[]): LogEvent[] {
  const shuffled: LogEvent[] = [];
  for (let start = 0; start < events.length; start += WINDOW) {
    shuffled.push(...random.shuffled(events.slice(start, start + WINDOW)));
  }
  return shuffled;
}
