/** Takes up a stream again that was held back, after what was wrong with it or with this program has been mended. */

import type { StreamName } from '#event-store';
import type { Parked } from '#read-model';
import type { OpenRecord } from '../record.ts';

/** Answers with what still holds it back, or nothing when its events are in the lists now. */
export async function retryStream({ store, readModel }: OpenRecord, stream: StreamName): Promise<Parked | undefined> {
  const { events } = await store.read(stream);
  return readModel.retry(stream, events);
}
