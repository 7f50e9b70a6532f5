/** A log in memory for specs of what reads one: events of any stream in the order they were recorded. */

import type { DomainEvent } from '#domain';
import type { Batch, Checkpoint, LogEvent } from '#read-model';
import { eventId, id } from './ids.ts';

export interface RecordingOptions {
  /** ISO 8601 in UTC; a minute after the last event unless given. */
  readonly at?: string;
  readonly schemaVersion?: number;
}

export const comparePositions = (a: string, b: string): number => Number(a) - Number(b);

export class LogOfEvents {
  readonly logId: string;
  readonly events: LogEvent[] = [];
  #now = Date.parse('2026-01-01T09:00:00.000Z');

  constructor(logId = id('f', 1)) {
    this.logId = logId;
  }

  /** Records events at the end of a stream. What corrects one of the same stream names it by the id it has here. */
  record(stream: string, events: readonly DomainEvent[], options: RecordingOptions = {}): this {
    for (const { type, data } of events) {
      this.#now = options.at === undefined ? this.#now + 60_000 : Date.parse(options.at);
      const recordedAt = new Date(this.#now).toISOString();
      const position = this.events.length + 1;
      this.events.push({
        stream,
        revision: this.of(stream).length,
        id: id('e', position),
        type,
        data: this.#named(stream, data),
        metadata: {
          recordedAt,
          recordedBy: { body: id('c', 1) },
          commandId: id('d', position),
          schemaVersion: options.schemaVersion ?? 1,
          authentication: 'cli',
        },
        logPosition: String(position),
        storedAt: recordedAt,
      });
    }
    return this;
  }

  #named(stream: string, data: object): object {
    const { corrects } = data as { corrects?: string };
    const corrected = this.of(stream).find((_event, revision) => eventId(revision) === corrects);
    return corrected === undefined ? data : { ...data, corrects: corrected.id };
  }

  of(stream: string): LogEvent[] {
    return this.events.filter((event) => event.stream === stream);
  }

  /** What a reader gets after a checkpoint, in batches of at most so many events. */
  batches(after?: Checkpoint, size = 200): Batch[] {
    const rest = this.events.slice(after === undefined ? 0 : Number(after.logPosition));
    const batches: Batch[] = [];
    for (let start = 0; start < rest.length; start += size) batches.push(this.batch(rest.slice(start, start + size)));
    return batches;
  }

  /** These events as one batch, with the checkpoint after the last of them. */
  batch(events: readonly LogEvent[]): Batch {
    const logPosition = String(Math.max(0, ...events.map((event) => Number(event.logPosition))));
    return { events, checkpoint: { logId: this.logId, logPosition, eventId: events.at(-1)?.id } };
  }
}
