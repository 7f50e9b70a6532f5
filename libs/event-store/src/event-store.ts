/**
 * The log, as the rest of Minutebook sees it.
 *
 * Shaped by what both an embedded file and an event store server can promise: streams with contiguous revisions from 0,
 * appends at an explicit expected revision, one order over everything, and a subscription that resumes where its reader
 * stopped. There is no way to edit, and only a person's stream can be erased.
 */

/** `<category>-<uuid>`. A category holds no hyphen, so that a prefix filter is exact. */
export type StreamName = `${string}-${string}`;
export type PersonStreamName = `person-${string}`;

/** Place of an event in its stream, counted from 0. */
export type Revision = number;

/** JSON and nothing else: what does not survive `JSON.parse(JSON.stringify(x))` unchanged is refused at the door. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface EventToAppend {
  /** A UUID. The same id appended again at the same expected revision is a repeat, not a second event. */
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export interface RecordedEvent extends EventToAppend {
  readonly stream: StreamName;
  readonly revision: Revision;
  /** Opaque to all but the adapter that made it; comparable only by {@link EventStore.compare}. */
  readonly logPosition: string;
  /** When the store itself says it was written, ISO 8601 in UTC: a second witness beside `metadata.recordedAt`. */
  readonly storedAt: string;
}

/**
 * The type given to an event whose stored text is damaged, with that text as its data. Nothing can be appended under it,
 * so that it parks its stream as every unknown type does, and other streams go on.
 */
export const unreadableType = '$unreadable';

export interface History {
  readonly events: readonly RecordedEvent[];
  /** The revision of the last event, or `'no-stream'` when there is none. What the next append may expect. */
  readonly revision: Revision | 'no-stream';
}

export interface Appended {
  readonly outcome: 'appended';
  /** The revision of the last event appended. */
  readonly revision: Revision;
  /** The place in the log of the last event appended: what a reader waits for to see its own write. */
  readonly logPosition: string;
}

/** Somebody else wrote first. */
export interface Conflict {
  readonly outcome: 'conflict';
  readonly actual: Revision | 'no-stream';
}

/** A place in one particular log. A reader checks it before it goes on. */
export interface Checkpoint {
  /** Which log: a UUID made when the log was. */
  readonly logId: string;
  readonly logPosition: string;
  /** The last event at or before the position that cannot be erased, if there is one. */
  readonly eventId: string | undefined;
}

export interface Batch {
  /** In the order of the log; at most 200. Empty when the batch only tells how far the reader has come. */
  readonly events: readonly RecordedEvent[];
  /** After the last event of the batch. Hand it to `subscribe` to go on from there. */
  readonly checkpoint: Checkpoint;
  /** Whether the log held nothing more when the batch was made. */
  readonly isCaughtUp: boolean;
}

export abstract class EventStore {
  /** All events of a stream, oldest first. An absent stream is an empty history. @throws {StreamErased} */
  abstract read(stream: StreamName): Promise<History>;

  /**
   * Appends all of the events or none, and answers only when they are durable.
   * Repeating the same ids at the same expected revision answers with the first result and writes nothing.
   * @throws {OutcomeUnknown} the answer was lost: read the stream back before you decide
   * @throws {StreamErased} the person's stream was erased: it takes nothing more
   * @throws {EventRefused} an event is too large, not plain JSON, or not well-formed
   */
  abstract append(
    stream: StreamName,
    expected: Revision | 'no-stream',
    events: readonly EventToAppend[],
  ): Promise<Appended | Conflict>;

  /**
   * Everything of the given categories after the checkpoint, then what is appended from now on. It resumes by itself
   * after a lost connection and ends only by the signal. Reading everything once is a subscription that stops when
   * `isCaughtUp`. A slow reader is never overrun: the next batch is read when it is asked for.
   * The first batch always comes, even when it is empty.
   * @param categories all categories when empty
   * @throws {NotThisLog} the checkpoint is of another log, beyond its head, or its event is not there
   */
  abstract subscribe(
    after: Checkpoint | undefined,
    categories: readonly string[],
    signal: AbortSignal,
  ): AsyncIterable<Batch>;

  /** The checkpoint after the last event of the log. */
  abstract head(): Promise<Checkpoint>;

  /** Negative when `a` lies before `b`, 0 when they are the same place. */
  abstract compare(a: string, b: string): number;

  /**
   * Removes a person's stream for good, physically; the stream refuses appends ever after. Repeating it is harmless.
   * @throws {ErasureRefused} the stream is not a person's
   */
  abstract erase(stream: PersonStreamName): Promise<void>;

  /** Lets go of files and connections. */
  abstract close(): Promise<void>;
}

/** An event exactly as it is kept, for those who check the log itself. */
export interface RawEvent extends Omit<RecordedEvent, 'data' | 'metadata'> {
  /** The stored text: what `JSON.stringify` once gave. */
  readonly data: string;
  readonly metadata: string;
}

/** A log that gives out its events as stored, in the order of the log, once through. */
export interface RawLog {
  /** @throws {LogUnavailable} after the last event, when the file as a whole is damaged */
  rows(): AsyncIterable<RawEvent>;
  /** What was taken out of the log by hand, as sentences. Ask after the rows. */
  losses(): readonly string[];
}

/** The append may or may not have happened. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

export class StreamErased extends Error {
  override readonly name = 'StreamErased';
}

export class ErasureRefused extends Error {
  override readonly name = 'ErasureRefused';
}

export class EventRefused extends Error {
  override readonly name = 'EventRefused';
}

/** The checkpoint does not belong to this log: the reader must say so instead of going on. */
export class NotThisLog extends Error {
  override readonly name = 'NotThisLog';
}

/** The log cannot be reached or used now. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}
