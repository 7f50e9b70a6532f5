/**
 * The log on an EventStoreDB or KurrentDB server. The only file that knows the vendor's client.
 *
 * Three things are done here and not by the client, because its own way of doing them loses or hides something:
 * appends are written to the server's append call directly, so that each has a deadline and an answer that comes late or
 * never harms no other; a subscription is taken up again where its reader stands; and what was heard of a call that
 * failed is told in the port's own words.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  AccessDeniedError,
  convertToCommandError,
  eventTypeFilter,
  EventStoreDBClient,
  jsonEvent,
  NotLeaderError,
  StreamDeletedError,
  streamNameFilter,
  StreamNotFoundError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type Filter,
  type Position,
  type ResolvedEvent,
  type SingleNodeOptions,
  type StreamingRead,
} from '@eventstore/db-client';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsCalls from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import { InvariantBroken } from '#domain';
import { admit, type AdmittedEvent } from './door.ts';
import {
  ErasureRefused,
  EventRefused,
  EventStore,
  LogUnavailable,
  NotThisLog,
  OutcomeUnknown,
  StreamErased,
  unreadableType,
  type Appended,
  type Batch,
  type Checkpoint,
  type Conflict,
  type EventToAppend,
  type History,
  type JsonObject,
  type PersonStreamName,
  type RawEvent,
  type RawLog,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from './event-store.ts';
import { accessByDefault, accessToAll, makeAccount } from './eventstoredb-access.ts';
import { Feed, type Source, type Taken } from './eventstoredb-feed.ts';
import { scavenge, type Telling } from './eventstoredb-scavenge.ts';
import type { Credentials, EventStoreDbSettings } from './eventstoredb-settings.ts';
import { categoryOf, isPersonStream, isStreamName } from './stream-name.ts';

export interface EventStoreDbOptions {
  /** Opens an existing log and writes nothing. */
  readonly readOnly?: boolean;
  /** It was opened by this process before, which found that nothing in it is told to forget: that takes a look at all of it. */
  readonly isChecked?: boolean;
  /** So long an append or a silent read is waited for. */
  readonly deadlineMs?: number;
  /** So long a call that could not be made, or was refused for now, is tried again. */
  readonly patienceMs?: number;
  /** How often a silent subscription is compared with the end of the log. Three such silences end it. */
  readonly watchMs?: number;
}

const defaults = { readOnly: false, isChecked: false, deadlineMs: 10_000, patienceMs: 3_000, watchMs: 10_000 };

const batchSizeMax = 200;
const retryMs = { first: 50, most: 1_000 };
const resumeMs = { first: 200, most: 10_000 };
/** Events that the client keeps for a reader who has not asked for them. */
const readAhead = 32;
/** Events the server looks at for one page, when few of them are asked for. */
const searchWindow = 500;
const rawPageSize = 500;
/** Backwards pages, growing as long as they hold nothing that was looked for. */
const pageSizes = [1, 16, 256];

/**
 * Holds who this log is, in one event. The types of our own technical events begin with `$`, which the door refuses to
 * others, and the server leaves out all such types for every reader of the log.
 */
const identityStream = 'log-6d696e75-7465-4b6f-8f6b-000000000001';
const identityType = '$logBegun';
/** The last event of a person's stream before it is closed: the server may keep the last one. */
const closingType = '$personErased';
/** Says in a stream of its own that a person's stream is gone from every file. */
const erasedType = '$erasureCompleted';
const erasureOf = (stream: PersonStreamName): StreamName => `log-${stream}`;
/** The server's own last event of a stream that is deleted for good. */
const tombstoneType = '$streamDeleted';

const lastOnly = { direction: 'backwards', fromRevision: 'end', maxCount: 1, requiresLeader: true } as const;

/** Where a reader has come to, and the last event there that can't be erased. */
interface Place {
  readonly position: Position;
  readonly eventId: string | undefined;
}

const start: Place = { position: { commit: 0n, prepare: 0n }, eventId: undefined };

/** A feed with what is known of it. */
interface Following {
  take(): Promise<Taken<AllStreamResolvedEvent>>;
  /** It is known by other means that everything up to here was seen. */
  reached(position: Position): void;
  close(): Promise<void>;
}

/** What became of one try to append. */
type Tried =
  | Appended
  | Conflict
  | { readonly outcome: 'repeated in part' }
  | { readonly outcome: 'unknown' | 'nothing written'; readonly why: Error; readonly isLate?: boolean };

export class EventStoreDbEventStore extends EventStore implements RawLog {
  /**
   * @throws {LogUnavailable} the server can't be reached, refuses the account, or keeps events for a limited time only
   */
  static async open(
    settings: EventStoreDbSettings,
    options: EventStoreDbOptions = {},
  ): Promise<EventStoreDbEventStore> {
    const store = new EventStoreDbEventStore(settings, options);
    try {
      await store.identify();
      if (!store.options.isChecked) await store.refuseForgetful();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  private readonly settings: EventStoreDbSettings;
  private readonly options: Required<EventStoreDbOptions>;
  private readonly connection: Connection;
  private readonly closing = new AbortController();
  private logId = '';
  /** The scavenge that has not begun yet: whoever erases before it begins is served by it. */
  private nextScavenge: Promise<void> | undefined;
  private lastScavenge: Promise<void> = Promise.resolve();
  private deletedByHand: readonly string[] = [];

  private constructor(settings: EventStoreDbSettings, options: EventStoreDbOptions) {
    super();
    this.settings = settings;
    this.options = { ...defaults, ...options };
    this.connection = new Connection(settings, settings.account, async () => {
      if (this.logId !== '') await this.identify();
    });
  }

  async read(stream: StreamName): Promise<History> {
    const found = await this.reading(() => this.collect(this.connection.readStream(stream, { requiresLeader: true })));
    // Between its last event and its tombstone an erasure is under way, or waits to be repeated.
    if (found === 'erased' || found.at(-1)?.event?.type === closingType) {
      throw new StreamErased(`The stream ${stream} was erased.`);
    }
    const events = found.flatMap(({ event }) =>
      event === undefined ? [] : [recorded(event as AllStreamRecordedEvent)],
    );
    if (events.some(({ revision }, index) => revision !== index)) {
      throw new InvariantBroken(
        `The stream ${stream} has a gap: ${events.length} events end at revision ${String(events.at(-1)?.revision)}.`,
      );
    }
    return { events, revision: events.at(-1)?.revision ?? 'no-stream' };
  }

  async append(
    stream: StreamName,
    expected: Revision | 'no-stream',
    events: readonly EventToAppend[],
  ): Promise<Appended | Conflict> {
    this.refuseWhenClosed();
    return this.appendAdmitted(stream, expected, admit(stream, expected, events));
  }

  async *subscribe(
    after: Checkpoint | undefined,
    categories: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Batch, void, undefined> {
    if (signal.aborted) return;
    this.refuseWhenClosed();
    let place = await this.verified(after);
    for (let breaks = 0; !signal.aborted;) {
      let feed: Following | undefined;
      try {
        if (breaks > 0) {
          // Another server may answer at the address by now, or this one with an older copy.
          await this.identify();
          place = await this.verified(this.checkpoint(place));
        }
        // What lies between events of the categories asked for is seen as well once the feed has caught up.
        const seen = categories.length === 0 ? start : await this.lastPlace();
        feed = this.feed(place, ours(categories), signal);
        for (;;) {
          const { events, isCaughtUp } = await feed.take();
          if (signal.aborted) return;
          const batch = events.flatMap(({ event }) =>
            event === undefined || isTechnical(event.type) ? [] : [recorded(event)],
          );
          place = await this.placeAfter(place, batch, categories);
          if (isCaughtUp && comparePositions(place.position, seen.position) < 0) {
            place = seen;
            feed.reached(place.position);
          }
          breaks = 0;
          yield { events: batch, checkpoint: this.checkpoint(place), isCaughtUp };
        }
      } catch (error) {
        if (signal.aborted) return;
        this.refuseWhenClosed();
        if (error instanceof NotThisLog || error instanceof InvariantBroken) throw error;
        if (error instanceof AccessDeniedError) throw unavailable(error);
        breaks += 1;
        await this.wait(backOff(resumeMs, breaks), signal);
      } finally {
        await feed?.close();
      }
    }
  }

  async head(): Promise<Checkpoint> {
    return this.checkpoint(await this.lastPlace());
  }

  compare(a: string, b: string): number {
    return comparePositions(positionOf(a) ?? start.position, positionOf(b) ?? start.position);
  }

  /** Without those of erased persons, which the server goes on showing until it has been scavenged. */
  async *rows(): AsyncGenerator<RawEvent, void, undefined> {
    const persons = new Map<string, boolean>();
    const deletedByHand: string[] = [];
    for (let after = start.position; ;) {
      const page = await this.reading(() => this.connection.rawAll(after, rawPageSize, this.options.deadlineMs));
      for (const event of page) {
        const { stream, type } = event;
        after = positionOf(event.logPosition) ?? after;
        if (!isStreamName(stream)) continue;
        if (type === tombstoneType && !isPersonStream(stream)) deletedByHand.push(stream);
        if (isTechnical(type)) continue;
        if (isPersonStream(stream) && !persons.has(stream)) persons.set(stream, await this.isErased(stream));
        if (persons.get(stream) !== true) yield event;
      }
      if (page.length === 0) break;
    }
    this.deletedByHand = deletedByHand;
  }

  /** Of the last time that all rows were read. */
  losses(): readonly string[] {
    return this.deletedByHand.map((stream) => `${stream} was deleted in the event store.`);
  }

  async erase(stream: PersonStreamName): Promise<void> {
    if (!isStreamName(stream) || !isPersonStream(stream)) {
      throw new ErasureRefused(
        `The stream ${String(stream)} is part of the record: only a person's stream can be erased.`,
      );
    }
    this.refuseWhenClosed();
    // Whoever finds at each start what was ever to be erased must not have the server scavenged each time.
    if ((await this.read(erasureOf(stream))).revision !== 'no-stream') return;
    if (this.settings.isSecure && this.settings.operator === undefined) {
      throw new LogUnavailable(
        'Only the operator of the event store may erase. Name the files that hold the user and the password in ' +
          'EVENTSTORE_OPERATOR_USER_FILE and EVENTSTORE_OPERATOR_PASSWORD_FILE.',
      );
    }
    const operator = new Connection(this.settings, this.settings.operator);
    try {
      await this.bury(stream, operator);
      await this.scavenged(operator);
      await this.appendAdmitted(erasureOf(stream), 'no-stream', [technical(erasedType)]);
    } finally {
      await operator.close();
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.connection.close();
  }

  // Opening

  /** Learns which log this is, or makes it one. @throws {NotThisLog} another log than before answers */
  private async identify(): Promise<void> {
    const logId = await this.identity();
    if (this.logId !== '' && logId !== this.logId) {
      throw new NotThisLog(
        `The event store now holds the log ${logId}, and this process began with the log ${this.logId}.`,
      );
    }
    this.logId = logId;
  }

  private async identity(): Promise<string> {
    for (;;) {
      const found = await this.reading(() =>
        this.collect(this.connection.readStream(identityStream, { maxCount: 1, requiresLeader: true })),
      );
      const first = found === 'erased' ? undefined : found[0]?.event;
      if (first !== undefined) return first.id;
      if (this.logId !== '' || this.options.readOnly)
        throw new LogUnavailable('The event store holds no log of Minutebook.');
      // Whoever else begins the log in this moment wins or loses, and both read the same afterwards.
      await this.appendAdmitted(identityStream, 'no-stream', [technical(identityType)]);
    }
  }

  /**
   * A stream with `$maxAge`, `$maxCount` or `$tb` loses events by itself, and so does one that somebody deleted.
   * @throws {LogUnavailable}
   */
  private async refuseForgetful(): Promise<void> {
    const limits = new Map<string, string>();
    const feed = this.feed(
      start,
      eventTypeFilter({ prefixes: ['$metadata'], maxSearchWindow: searchWindow }),
      this.closing.signal,
    );
    try {
      for (let isThrough = false; !isThrough;) {
        const { events, isCaughtUp } = await feed.take();
        for (const { event } of events) {
          const stream = event?.streamId.replace(/^\$\$/, '') ?? '';
          if (!isStreamName(stream)) continue;
          const limit = ['$maxAge', '$maxCount', '$tb'].find((one) => one in ((event?.data ?? {}) as object));
          if (limit === undefined) limits.delete(stream);
          else limits.set(stream, limit);
        }
        isThrough = isCaughtUp;
      }
    } catch (error) {
      throw unavailable(error);
    } finally {
      await feed.close();
    }
    for (const [stream, limit] of limits) {
      throw new LogUnavailable(
        `The event store is told to forget: the stream ${stream} has ${limit} in its metadata. A record keeps everything. ` +
          'Take the setting away, and verify the log against a copy before you go on with it.',
      );
    }
  }

  // Appending

  private async appendAdmitted(
    stream: StreamName,
    expected: Revision | 'no-stream',
    events: readonly AdmittedEvent[],
  ): Promise<Appended | Conflict> {
    const begun = performance.now();
    let isUnknown = false;
    for (let tries = 1; ; tries++) {
      const tried = await this.tryToAppend(
        stream,
        expected,
        events,
        begun + this.options.deadlineMs - performance.now(),
      );
      if (tried.outcome === 'appended' || tried.outcome === 'conflict') return tried;
      if (tried.outcome === 'repeated in part') {
        throw new EventRefused(
          `This append to ${stream} repeats an earlier one only in part. A repeat names the same events as the first time.`,
        );
      }
      isUnknown ||= tried.outcome === 'unknown';
      // The same ids at the same revision: the server answers a repeat with the first result, so trying again is safe.
      const isOver = tried.isLate === true || performance.now() - begun > this.options.patienceMs;
      if (isOver || this.closing.signal.aborted) {
        const message = `${sentenceOf(tried.why)} ${isUnknown ? 'It is not known what was written' : 'Nothing was written'}: try again.`;
        throw isUnknown
          ? new OutcomeUnknown(message, { cause: tried.why })
          : new LogUnavailable(message, { cause: tried.why });
      }
      await this.wait(backOff(retryMs, tries));
    }
  }

  private async tryToAppend(
    stream: StreamName,
    expected: Revision | 'no-stream',
    events: readonly AdmittedEvent[],
    waitMs: number,
  ): Promise<Tried> {
    try {
      const { revision, position } = await this.connection.append(stream, expected, events, waitMs);
      const last = (expected === 'no-stream' ? -1 : expected) + events.length;
      if (revision !== last) {
        throw new InvariantBroken(
          `An append to ${stream} ended at revision ${String(revision)} instead of ${String(last)}.`,
        );
      }
      return { outcome: 'appended', revision, logPosition: textOf(position) };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return this.conflict(stream, expected, events, error);
      if (error instanceof StreamDeletedError)
        throw new StreamErased(`The stream ${stream} was erased.`, { cause: error });
      if (error instanceof AccessDeniedError) {
        throw new LogUnavailable(`The event store does not let its account append to ${stream}.`, { cause: error });
      }
      if (error instanceof AppendTooLarge) {
        throw new EventRefused(`The event store takes at most ${error.most} bytes in one append: shorten the texts.`);
      }
      if (error instanceof InvariantBroken) throw error;
      if (error instanceof NotThisLog) {
        throw new LogUnavailable(`${error.message} Nothing was written: start the process again.`, { cause: error });
      }
      const why = error as Error;
      if (error instanceof Unanswered) {
        await this.connection.renew();
        return { outcome: 'unknown', why, isLate: true };
      }
      return { outcome: wasNeverSent(error) ? 'nothing written' : 'unknown', why };
    }
  }

  /** Somebody else wrote first, or these very events did and are now joined by others. */
  private async conflict(
    stream: StreamName,
    expected: Revision | 'no-stream',
    [first]: readonly AdmittedEvent[],
    { actualVersion }: WrongExpectedVersionError,
  ): Promise<Tried> {
    const actual = typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream';
    const next = expected === 'no-stream' ? 0 : expected + 1;
    if (actual !== 'no-stream' && actual >= next) {
      const standing = await this.reading(() =>
        this.collect(
          this.connection.readStream(stream, { fromRevision: BigInt(next), maxCount: 1, requiresLeader: true }),
        ),
      );
      if (standing === 'erased') throw new StreamErased(`The stream ${stream} was erased.`);
      if (standing[0]?.event?.id === first?.id) return { outcome: 'repeated in part' };
    }
    return { outcome: 'conflict', actual };
  }

  // Reading

  /** Tries again for a while when the server can't be reached now; reading twice harms nothing. @throws {LogUnavailable} */
  private async reading<Result>(read: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    for (let tries = 1; ; tries++) {
      this.refuseWhenClosed();
      try {
        return await read();
      } catch (error) {
        this.refuseWhenClosed();
        if (error instanceof LogUnavailable || error instanceof NotThisLog || error instanceof InvariantBroken)
          throw error;
        if (isNoPlace(error)) {
          throw new NotThisLog('At the place of the checkpoint this log has no event: it may be another copy.', {
            cause: error,
          });
        }
        if (error instanceof Unanswered) await this.connection.renew();
        const isForNow = !(error instanceof AccessDeniedError || error instanceof Unanswered);
        if (!isForNow || performance.now() - begun > this.options.patienceMs) throw unavailable(error);
        await this.wait(backOff(retryMs, tries));
      }
    }
  }

  /** All that a read gives; nothing of a stream that is not there. The call on the server ends whatever happens. */
  private async collect<Event extends ResolvedEvent | AllStreamResolvedEvent>(
    read: StreamingRead<Event>,
  ): Promise<Event[] | 'erased'> {
    const events: Event[] = [];
    const silence = setTimeout(() => read.destroy(new Unanswered()), this.options.deadlineMs);
    try {
      for await (const event of read) {
        events.push(event);
        silence.refresh();
      }
      return events;
    } catch (error) {
      // The connection may never have been made.
      await read.cancel().catch(() => {});
      if (error instanceof StreamNotFoundError) return [];
      if (error instanceof StreamDeletedError) return 'erased';
      throw error;
    } finally {
      clearTimeout(silence);
    }
  }

  /** The events of everybody before a place, last first, until the reader has seen enough or the log begins. */
  private async backwards(from: Position | 'end', isEnough: (event: AllStreamRecordedEvent) => boolean): Promise<void> {
    for (let page = 0; ; page++) {
      const maxCount = pageSizes[page] ?? pageSizes.at(-1)!;
      const fromPosition = from;
      const events = await this.reading(() =>
        this.collect(this.connection.readAll({ direction: 'backwards', fromPosition, maxCount, requiresLeader: true })),
      );
      if (events === 'erased') throw new InvariantBroken('The whole log was answered as erased.');
      for (const { event } of events) {
        if (event === undefined) continue;
        if (isEnough(event)) return;
        from = event.position;
      }
      if (events.length < maxCount) return;
    }
  }

  /** Of the last event that is part of the record. */
  private async lastPlace(): Promise<Place> {
    let position: Position | undefined;
    let eventId: string | undefined;
    await this.backwards('end', (event) => {
      if (isTechnical(event.type)) return false;
      position ??= event.position;
      if (isOfPerson(event)) return false;
      eventId = event.id;
      return true;
    });
    return { position: position ?? start.position, eventId };
  }

  private async lastLastingBefore(position: Position): Promise<string | undefined> {
    let eventId: string | undefined;
    await this.backwards(position, (event) => {
      if (isTechnical(event.type) || isOfPerson(event)) return false;
      eventId = event.id;
      return true;
    });
    return eventId;
  }

  private async verified(after: Checkpoint | undefined): Promise<Place> {
    if (after === undefined) return start;
    if (after.logId !== this.logId) {
      throw new NotThisLog(`The checkpoint is of the log ${after.logId}, and this is the log ${this.logId}.`);
    }
    const position = positionOf(after.logPosition);
    let head = start.position;
    await this.backwards('end', (event) => {
      head = event.position;
      return true;
    });
    if (position === undefined || comparePositions(position, head) > 0) {
      throw new NotThisLog(
        `The checkpoint is at ${after.logPosition}, and this log ends at ${textOf(head)}: it may be an older copy.`,
      );
    }
    const eventId = await this.lastLastingUpTo(position);
    if (eventId !== after.eventId) {
      throw new NotThisLog(
        `At ${after.logPosition} this log has the event ${eventId ?? 'none'}, and the checkpoint ${after.eventId ?? 'none'}: ` +
          'it may be another copy that went on by itself.',
      );
    }
    return { position, eventId };
  }

  private async lastLastingUpTo(position: Position): Promise<string | undefined> {
    if (comparePositions(position, start.position) === 0) return undefined;
    const at = await this.reading(() =>
      this.collect(this.connection.readAll({ fromPosition: position, maxCount: 1, requiresLeader: true })),
    );
    const event = at === 'erased' ? undefined : at[0]?.event;
    const isHere = event !== undefined && comparePositions(event.position, position) === 0;
    if (isHere && !isTechnical(event.type) && !isOfPerson(event)) return event.id;
    return this.lastLastingBefore(position);
  }

  // Subscribing

  private feed(place: Place, filter: Filter, signal: AbortSignal): Following {
    const fromPosition = comparePositions(place.position, start.position) === 0 ? 'start' : place.position;
    let seenTo = place.position;
    const source = this.connection.subscribeToAll(
      {
        fromPosition,
        filter: {
          ...filter,
          // It must not throw: the client would stop for ever, without a word.
          checkpointReached: (_, position) => {
            seenTo = position;
            feed.heard();
          },
        },
      },
      { highWaterMark: readAhead },
    );
    const feed = new Feed<AllStreamResolvedEvent>(source as unknown as Source);
    const stop = (): void => feed.fail(new LogUnavailable(closedSentence));
    const stopping = AbortSignal.any([signal, this.closing.signal]);
    stopping.addEventListener('abort', stop);
    let silences = 0;
    const watch = setInterval(() => {
      if (!feed.isWaiting || feed.silenceMs < this.options.watchMs) silences = 0;
      else
        void this.isBehind(seenTo).then((isBehind) => {
          silences = isBehind ? silences + 1 : 0;
          if (silences < 2) return;
          void this.connection.renew();
          feed.fail(new Unanswered());
        });
    }, this.options.watchMs).unref();
    return {
      take: async () => {
        const taken = await feed.take(batchSizeMax);
        seenTo = taken.events.findLast(({ event }) => event !== undefined)?.event?.position ?? seenTo;
        return taken;
      },
      reached: (position) => (seenTo = position),
      close: async () => {
        clearInterval(watch);
        stopping.removeEventListener('abort', stop);
        await feed.close();
      },
    };
  }

  /** Whether the log holds more than a reader that hears nothing has seen; also when nobody answers that. */
  private async isBehind(seenTo: Position): Promise<boolean> {
    try {
      return comparePositions((await this.lastPlace()).position, seenTo) > 0;
    } catch {
      return true;
    }
  }

  private async placeAfter(
    place: Place,
    batch: readonly RecordedEvent[],
    categories: readonly string[],
  ): Promise<Place> {
    const last = batch.at(-1);
    if (last === undefined) return place;
    const position = positionOf(last.logPosition) ?? place.position;
    if (!isPersonStream(last.stream)) return { position, eventId: last.id };
    // Events of other categories, which this reader does not see, may lie between.
    if (categories.length > 0) return { position, eventId: await this.lastLastingBefore(position) };
    return { position, eventId: batch.findLast(({ stream }) => !isPersonStream(stream))?.id ?? place.eventId };
  }

  private checkpoint({ position, eventId }: Place): Checkpoint {
    return { logId: this.logId, logPosition: textOf(position), eventId };
  }

  // Erasing

  private async bury(stream: PersonStreamName, operator: Connection): Promise<void> {
    for (;;) {
      const last = await this.reading(() => this.collect(this.connection.readStream(stream, lastOnly)));
      if (last === 'erased') return;
      const expected = last[0]?.event === undefined ? 'no-stream' : Number(last[0].event.revision);
      const closed = await this.appendAdmitted(stream, expected, [technical(closingType)]);
      if (closed.outcome === 'conflict') continue;
      try {
        await operator.tombstoneStream(stream, { expectedRevision: BigInt(closed.revision) });
        return;
      } catch (error) {
        if (error instanceof StreamDeletedError) return;
        // Somebody wrote in between.
        if (!(error instanceof WrongExpectedVersionError)) throw unavailable(error);
      }
    }
  }

  /** Ends when a scavenge has that began after now. */
  private scavenged(operator: Connection): Promise<void> {
    this.nextScavenge ??= this.lastScavenge
      .catch(() => {})
      .then(() => {
        this.nextScavenge = undefined;
        this.lastScavenge = scavenge(this.settings, this.toldBy(operator), this.closing.signal);
        return this.lastScavenge;
      });
    return this.nextScavenge;
  }

  private toldBy(operator: Connection): Telling {
    const newest = async (stream: string) => {
      const events = await this.reading(() => this.collect(operator.readStream(stream, lastOnly)));
      return events === 'erased' ? undefined : events[0];
    };
    return {
      end: async () => {
        let end = start.position.commit;
        await this.backwards('end', (event) => {
          end = event.position.commit;
          return true;
        });
        return end;
      },
      newestPoint: async () => (await newest('$scavengePoints'))?.commitPosition,
      resultOf: async (scavengeId) => {
        const last = (await newest(`$scavenges-${scavengeId}`))?.event;
        return last?.type === '$scavengeCompleted' ? String((last.data as { result?: unknown }).result) : undefined;
      },
    };
  }

  private async isErased(stream: PersonStreamName): Promise<boolean> {
    const last = await this.reading(() => this.collect(this.connection.readStream(stream, lastOnly)));
    return last === 'erased' || last[0]?.event?.type === closingType;
  }

  // Waiting

  private async wait(ms: number, signal: AbortSignal = this.closing.signal): Promise<void> {
    await pause(ms, undefined, { signal: AbortSignal.any([signal, this.closing.signal]) }).catch(() => {});
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new LogUnavailable(closedSentence);
  }
}

const closedSentence = 'The log is closed.';

// The connection

/** No answer came in time. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
  override readonly message = 'The event store did not answer in time.';
}

class AppendTooLarge extends Error {
  readonly most: number;

  constructor(most: number) {
    super();
    this.most = most;
  }
}

type AppendRequest = InstanceType<typeof streams.BatchAppendReq>;
type ReadAnswer = InstanceType<typeof streams.ReadResp>;
type StoredEvent = InstanceType<typeof streams.ReadResp.ReadEvent.RecordedEvent>;
type AppendAnswer = InstanceType<typeof streams.BatchAppendResp>;

interface Written {
  readonly revision: Revision;
  readonly position: Position;
}

const settingsStream = '$settings';

/**
 * Makes the account that Minutebook reads and appends with, and keeps it from anything else. What is so already stays.
 * @throws {LogUnavailable} with what to change
 */
export async function grantAccess(settings: EventStoreDbSettings): Promise<void> {
  await makeAccount(settings);
  const operator = new Connection(settings, settings.operator);
  try {
    const { metadata, metastreamRevision } = await operator.getStreamMetadata('$all');
    const readRoles = metadata?.acl?.readRoles;
    if (readRoles !== undefined && !isDeepStrictEqual(readRoles, accessToAll.readRoles)) throw ofOthers();
    if (readRoles === undefined) {
      await operator.setStreamMetadata(
        '$all',
        { ...metadata, acl: { ...metadata?.acl, ...accessToAll } },
        { expectedRevision: metastreamRevision ?? 'no_stream' },
      );
    }
    const byDefault = await lastOf(operator, settingsStream);
    if (byDefault !== undefined && !isDeepStrictEqual(byDefault.data, accessByDefault)) throw ofOthers();
    if (byDefault === undefined) {
      await operator.appendToStream(settingsStream, jsonEvent({ type: settingsStream, data: accessByDefault }), {
        expectedRevision: 'no_stream',
      });
    }
  } catch (error) {
    throw error instanceof LogUnavailable ? error : unavailable(error);
  } finally {
    await operator.close();
  }
}

function ofOthers(): LogUnavailable {
  return new LogUnavailable(
    'The event store has rules of its own for who may do what. Minutebook needs one to itself: name another, or take its ' +
      'rules away.',
  );
}

async function lastOf(connection: Connection, stream: string): Promise<ResolvedEvent['event']> {
  try {
    const newest = connection.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 });
    for await (const { event } of newest) return event;
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return undefined;
}

let made = 0;

/**
 * The client, with an append of its own. The client's keeps what waits for answers in one place for the whole process: an
 * error of one call rejects the appends of all others, and an answer that comes after that kills the process; and it lets
 * an append without an answer wait for ever.
 */
class Connection extends EventStoreDBClient {
  private appends: Promise<AppendCall> | undefined;
  private readonly meet: () => Promise<void>;

  /** @param meet who is called before the first append on a new connection, where another server may answer */
  constructor(
    settings: EventStoreDbSettings,
    credentials: Credentials | undefined,
    meet: () => Promise<void> = async () => {},
  ) {
    const { endpoints, isDiscovered, isSecure, authority, numbers } = settings;
    // Channels with equal options share a connection, and one that is renewed must not be given back a dead one.
    const keepAliveInterval = (numbers.keepAliveInterval ?? 10_000) + (made = (made + 1) % 1_000);
    const where = !isDiscovered
      ? { endpoint: endpoints[0] }
      : endpoints.length === 1
        ? { discover: endpoints[0] }
        : { endpoints };
    super(
      { ...numbers, ...where, keepAliveInterval, connectionName: 'minutebook' } as SingleNodeOptions,
      isSecure ? { rootCertificate: authority } : { insecure: true },
      isSecure ? credentials : undefined,
    );
    this.meet = meet;
  }

  /** @throws {Unanswered} and what the server or the connection said */
  async append(
    stream: StreamName,
    expected: Revision | 'no-stream',
    events: readonly AdmittedEvent[],
    waitMs: number,
  ): Promise<Written> {
    const request = appendRequest(stream, expected, events);
    const id = request.getCorrelationId()!.getString();
    let call: AppendCall | undefined;
    let late: NodeJS.Timeout | undefined;
    try {
      const answer = await Promise.race([
        this.appendCall().then((made) => (call = made).ask(id, request)),
        new Promise<never>((_, reject) => (late = setTimeout(() => reject(new Unanswered()), Math.max(0, waitMs)))),
      ]);
      return writtenOf(answer, stream);
    } finally {
      clearTimeout(late);
      call?.forget(id);
    }
  }

  /** A page of everything after a place, as stored: what the client gives is parsed already. */
  async rawAll(after: Position, most: number, silenceMs: number): Promise<RawEvent[]> {
    const call = await this.GRPCStreamCreator(streamsCalls.StreamsClient, 'rawAll', (client) =>
      client.read(
        readAllRequest(after, most + 1),
        ...this.callArguments({ requiresLeader: true }, { deadline: Infinity }),
      ),
    )();
    const events: RawEvent[] = [];
    const silence = setTimeout(() => call.destroy(new Unanswered()), silenceMs);
    try {
      for await (const answer of call as AsyncIterable<ReadAnswer>) {
        silence.refresh();
        const event = answer.getEvent()?.getEvent();
        // The server begins with the one at the place.
        if (event !== undefined && event.getCommitPosition() !== String(after.commit)) events.push(rawOf(event));
      }
      return events;
    } catch (error) {
      call.cancel();
      throw error instanceof Unanswered ? error : convertToCommandError(error as Error);
    } finally {
      clearTimeout(silence);
    }
  }

  /** Lets the connection go, so that the next call makes another. What still waits for an answer on it is told so. */
  async renew(): Promise<void> {
    const appends = this.appends;
    await this.execute(streamsCalls.StreamsClient, 'renew', () => Promise.reject(new UnavailableError())).catch(
      () => {},
    );
    (await appends?.catch(() => undefined))?.end(new Unanswered());
  }

  async close(): Promise<void> {
    await this.dispose();
    (await this.getChannel().catch(() => undefined))?.close();
  }

  private async appendCall(): Promise<AppendCall> {
    for (;;) {
      this.appends ??= this.makeAppendCall();
      const appends = this.appends;
      const call = await appends.catch((error: unknown) => {
        if (this.appends === appends) this.appends = undefined;
        throw error;
      });
      if (!call.isOver) return call;
      if (this.appends === appends) this.appends = undefined;
    }
  }

  private async makeAppendCall(): Promise<AppendCall> {
    await this.meet();
    const make = this.GRPCStreamCreator(streamsCalls.StreamsClient, 'append', (client) =>
      client.batchAppend(...this.callArguments({ requiresLeader: true }, { deadline: Infinity })),
    );
    return new AppendCall(await make());
  }
}

/** One call that carries many appends at once, and their answers in any order. */
class AppendCall {
  isOver = false;
  private readonly waiting = new Map<string, PromiseWithResolvers<AppendAnswer>>();
  private readonly stream: ClientDuplexStream<AppendRequest, AppendAnswer>;

  constructor(stream: ClientDuplexStream<AppendRequest, AppendAnswer>) {
    this.stream = stream;
    stream.on('data', (answer: AppendAnswer) =>
      this.waiting.get(answer.getCorrelationId()?.getString() ?? '')?.resolve(answer),
    );
    stream.on('error', (error) => this.end(convertToCommandError(error)));
    stream.on('end', () => this.end(new Error('The event store ended the call.')));
  }

  ask(id: string, request: AppendRequest): Promise<AppendAnswer> {
    const asked = Promise.withResolvers<AppendAnswer>();
    this.waiting.set(id, asked);
    this.stream.write(request);
    return asked.promise;
  }

  forget(id: string): void {
    this.waiting.delete(id);
  }

  /** Whoever still waits is told why no answer comes any more. */
  end(error: Error): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const asked of this.waiting.values()) asked.reject(error);
    this.stream.cancel();
  }
}

function appendRequest(
  stream: StreamName,
  expected: Revision | 'no-stream',
  events: readonly AdmittedEvent[],
): AppendRequest {
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(new shared.StreamIdentifier());
  options.getStreamIdentifier()!.setStreamName(Buffer.from(stream));
  // The server's own time limit holds: one of ours would be an instant, and the server's clock may be another.
  if (expected === 'no-stream') options.setNoStream(new shared.Empty());
  else options.setStreamPosition(String(expected));
  const request = new streams.BatchAppendReq();
  request.setCorrelationId(uuid(randomUUID()));
  request.setOptions(options);
  request.setIsFinal(true);
  for (const { id, type, data, metadata } of events) {
    const message = new streams.BatchAppendReq.ProposedMessage();
    message.setId(uuid(id));
    message.getMetadataMap().set('type', type).set('content-type', 'application/json');
    message.setData(Buffer.from(data));
    message.setCustomMetadata(Buffer.from(metadata));
    request.addProposedMessages(message);
  }
  return request;
}

function readAllRequest(from: Position, most: number) {
  const all = new streams.ReadReq.Options.AllOptions();
  if (comparePositions(from, start.position) === 0) all.setStart(new shared.Empty());
  else {
    const position = new streams.ReadReq.Options.Position();
    all.setPosition(position.setCommitPosition(String(from.commit)).setPreparePosition(String(from.prepare)));
  }
  const options = new streams.ReadReq.Options();
  options.setAll(all).setCount(String(most)).setNoFilter(new shared.Empty());
  options.setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty()));
  return new streams.ReadReq().setOptions(options);
}

function rawOf(event: StoredEvent): RawEvent {
  const metadata = event.getMetadataMap();
  return {
    stream: Buffer.from(event.getStreamIdentifier()!.getStreamName_asU8()).toString() as StreamName,
    revision: Number(event.getStreamRevision()),
    id: event.getId()!.getString(),
    type: metadata.get('type') ?? '',
    logPosition: textOf({ commit: BigInt(event.getCommitPosition()), prepare: BigInt(event.getPreparePosition()) }),
    // In units of 100 ns.
    storedAt: new Date(Number(BigInt(metadata.get('created') ?? 0) / 10_000n)).toISOString(),
    data: Buffer.from(event.getData_asU8()).toString(),
    metadata: Buffer.from(event.getCustomMetadata_asU8()).toString(),
  };
}

function uuid(text: string) {
  const made = new shared.UUID();
  made.setString(text);
  return made;
}

function writtenOf(answer: AppendAnswer, stream: StreamName): Written {
  const success = answer.getSuccess();
  if (success !== undefined) {
    const position = success.getPosition();
    // It is a repeat of what the server has written and not yet indexed: the next try is told the place.
    if (position === undefined) throw new Error('The event store did not say where it has written.');
    return {
      revision: Number(success.getCurrentRevision()),
      position: { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) },
    };
  }
  const details = answer.getError()?.getDetails();
  switch (details?.getTypeName()) {
    case 'event_store.client.WrongExpectedVersion': {
      const found = shared.WrongExpectedVersion.deserializeBinary(details.getValue_asU8());
      throw WrongExpectedVersionError.fromWrongExpectedVersion(found, stream);
    }
    case 'event_store.client.StreamDeleted':
      throw StreamDeletedError.fromStreamName(stream);
    case 'event_store.client.AccessDenied':
      throw new AccessDeniedError();
    case 'event_store.client.MaximumAppendSizeExceeded': {
      const found = shared.MaximumAppendSizeExceeded.deserializeBinary(details.getValue_asU8());
      throw new AppendTooLarge(found.getMaxappendsize());
    }
    default:
      throw new Error(
        `The event store could not append now (${details?.getTypeName() || 'no reason'} ${answer.getError()?.getMessage() ?? ''}).`,
      );
  }
}

// Errors

/** As gRPC numbers it. */
const unauthenticated = 16;

/** Whether it is certain that the server has not seen the call. */
function wasNeverSent(error: unknown): boolean {
  // The latter before the append, when it was asked who is there.
  if (error instanceof NotLeaderError || error instanceof LogUnavailable) return true;
  const { message = '' } = error as Partial<Error>;
  return /No connection established|Failed to discover|Name resolution failed|Channel has been shut down/.test(message);
}

/** So the server answers when it is asked to read from a place that is not the beginning of an event. */
function isNoPlace(error: unknown): boolean {
  return error instanceof UnknownError && error.message.includes('ReadAllResult');
}

function unavailable(error: unknown): LogUnavailable {
  if (error instanceof LogUnavailable) return error;
  if (error instanceof AccessDeniedError) {
    const sentence =
      Number(error.code) === unauthenticated
        ? 'The event store does not know this account, or knows it by another password.'
        : 'The event store does not let its account do this: give it the rights the guide names.';
    return new LogUnavailable(sentence, { cause: error });
  }
  return new LogUnavailable(`${sentenceOf(error)} Try again.`, { cause: error });
}

/** What the client says of an error may be nothing at all. */
function sentenceOf(error: unknown): string {
  if (error instanceof Unanswered || error instanceof LogUnavailable) return error.message;
  const { message = '', name = 'Error' } = error as Partial<Error>;
  return `The event store can't be used now (${message === '' ? name : message}).`;
}

// Events and places

function ours(categories: readonly string[]): Filter {
  return categories.length === 0
    ? eventTypeFilter({ regex: '^[^$]', maxSearchWindow: searchWindow })
    : streamNameFilter({ prefixes: categories.map((category) => `${category}-`), maxSearchWindow: searchWindow });
}

function technical(type: string): AdmittedEvent {
  return { id: randomUUID(), type, data: '{}', metadata: '{}' };
}

function isTechnical(type: string): boolean {
  return type.startsWith('$');
}

function isOfPerson({ streamId }: AllStreamRecordedEvent): boolean {
  return categoryOf(streamId as StreamName) === 'person';
}

function recorded(event: AllStreamRecordedEvent): RecordedEvent {
  const { id, type, created, position } = event;
  const common = {
    stream: event.streamId as StreamName,
    revision: Number(event.revision),
    id,
    logPosition: textOf(position),
    storedAt: created.toISOString(),
  };
  const [data, metadata] = [event.data as unknown, event.metadata as unknown];
  if (isObject(data) && isObject(metadata)) return { ...common, type, data, metadata };
  return {
    ...common,
    type: unreadableType,
    data: { type, data: storedText(data), metadata: storedText(metadata) },
    metadata: {},
  };
}

/** The client gives what it can't read as JSON as text or bytes. */
function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function storedText(value: unknown): string {
  if (typeof value === 'string') return value;
  return ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString()
    : JSON.stringify(value ?? null);
}

function textOf({ commit, prepare }: Position): string {
  return `${String(commit)}/${String(prepare)}`;
}

function positionOf(text: string): Position | undefined {
  const [, commit, prepare] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  return commit === undefined || prepare === undefined
    ? undefined
    : { commit: BigInt(commit), prepare: BigInt(prepare) };
}

function comparePositions(a: Position, b: Position): number {
  return Math.sign(Number(a.commit - b.commit)) || Math.sign(Number(a.prepare - b.prepare));
}

/** Longer after each failure, and never the same twice, so that many readers do not all come back at once. */
function backOff({ first, most }: { readonly first: number; readonly most: number }, breaks: number): number {
  return Math.min(first * 2 ** (breaks - 1), most) * (0.5 + Math.random() / 2);
}
