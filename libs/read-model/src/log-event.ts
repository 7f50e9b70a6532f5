/**
 * What the read model needs to know of the log: the form of an event, of a place and of a batch. They are told here by
 * structure, so that nothing in this library can read the log by itself.
 */

import type { DomainEvent } from '#domain';

export interface LogEvent {
  readonly stream: string;
  /** Place in the stream, counted from 0. */
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
  /** Opaque: only {@link ComparePositions} knows which of two lies before the other. */
  readonly logPosition: string;
  /** When the store itself says it was written, ISO 8601 in UTC. */
  readonly storedAt: string;
}

/** A place in one particular log. Kept and handed back, never looked into but for its position. */
export interface Checkpoint {
  readonly logId: string;
  readonly logPosition: string;
  readonly eventId: string | undefined;
}

export interface Batch {
  /** At most {@link BATCH_SIZE_MAX}. */
  readonly events: readonly LogEvent[];
  /** After the last event of the batch. */
  readonly checkpoint: Checkpoint;
}

/** So that a batch never keeps a page waiting for long. */
export const BATCH_SIZE_MAX = 200;

/** Negative when `a` lies before `b` in the log, 0 when they are the same place. */
export type ComparePositions = (a: string, b: string) => number;

/** By the category of its streams, each event type that can be read, with its newest form (`metadata.schemaVersion`). */
export type KnownForms = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** An event as a view takes it: what happened, where it stands in its stream, and when it was recorded. */
export type Recorded<Event extends DomainEvent> = Event & {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  /** `metadata.recordedAt`, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly metadata: object;
};
