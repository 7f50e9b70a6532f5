/** The event store's own client and nothing around it: the same appends and reads, used as its documentation shows. */

import { EventStoreDBClient, eventTypeFilter, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { EventToAppend, StreamName } from '#event-store';

/** Readers of the record are not given types that begin so: what a peer writes beside it stays out of its lists. */
export const APART = '$Bare';

export class BareClient {
  private readonly client: EventStoreDBClient;

  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  async append(stream: StreamName, expected: number | 'no-stream', events: readonly EventToAppend[]): Promise<number> {
    const made = events.map((event) => jsonEvent({ ...event }));
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const { nextExpectedRevision } = await this.client.appendToStream(stream, made, { expectedRevision });
    return Number(nextExpectedRevision);
  }

  /** How many events the stream holds, each of them read and parsed. */
  async read(stream: StreamName): Promise<number> {
    let count = 0;
    for await (const { event } of this.client.readStream(stream)) if (event !== undefined) count += 1;
    return count;
  }

  /** Every event of the record, in order, each read and parsed; ends when the server has told so many. */
  async everyEvent(total: number, onEvent: (count: number) => void): Promise<void> {
    const subscription = this.client.subscribeToAll({ filter: eventTypeFilter({ regex: '^[^$]' }) });
    let count = 0;
    await new Promise<void>((resolve, reject) => {
      subscription.on('error', reject);
      subscription.on('data', () => {
        count += 1;
        onEvent(count);
        if (count === total) resolve();
      });
    });
    await subscription.unsubscribe();
  }

  /** Takes what peers write from now on, as the lists of a web process take what is recorded. */
  follow(): void {
    const filter = eventTypeFilter({ prefixes: [APART] });
    this.client.subscribeToAll({ fromPosition: 'end', filter }).on('data', () => undefined);
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}
