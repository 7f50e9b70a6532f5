/**
 * A process that follows a log into lists until they have caught up, in small batches, so that there are many moments to
 * kill it at. It is started with failpoints.ts before it.
 *
 *     node --import failpoints.ts projecting.ts <folder of the record> <events a batch at most>
 *
 * EVENTSTORE_URL names the server that keeps the log, when one does.
 */

import { join } from 'node:path';
import { type Batch, openEventStoreDb, SqliteEventStore } from '#event-store';
import { openReadModel } from '#read-model';

const [folder = '', size = '5'] = process.argv.slice(2);
const sizeMax = Number(size);

/** The batch in parts, each with the checkpoint that a reader would have after it. */
function* parts({ events, checkpoint, isCaughtUp }: Batch): Generator<Batch> {
  let eventId: string | undefined;
  for (let start = 0; start + sizeMax < events.length; start += sizeMax) {
    const part = events.slice(start, start + sizeMax);
    const { logPosition } = part.at(-1) as Batch['events'][number];
    eventId = part.findLast(({ stream }) => !stream.startsWith('person-'))?.id ?? eventId;
    if (eventId !== undefined)
      yield { events: part, checkpoint: { ...checkpoint, logPosition, eventId }, isCaughtUp: false };
  }
  // What is left, and once more what a part without a lasting event could not be told apart from: repeats do nothing.
  yield { events, checkpoint, isCaughtUp };
}

const eventStore = process.env['EVENTSTORE_URL'];
const store =
  eventStore === undefined
    ? SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true })
    : await openEventStoreDb(eventStore, process.env, { readOnly: true });
const readModel = openReadModel(join(folder, 'views'), (a, b) => store.compare(a, b));
const done = new AbortController();
for await (const batch of store.subscribe(readModel.begin(), [], done.signal)) {
  for (const part of parts(batch)) readModel.project(part);
  if (batch.isCaughtUp) break;
}
readModel.close();
await store.close();
