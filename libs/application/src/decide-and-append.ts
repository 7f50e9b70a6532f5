/** Load, decide, append: the one imperative shell around every rule. */

import { type Decider, type DomainEvent, InvariantBroken, isRefusal } from '#domain';
import {
  type EventStore,
  type EventToAppend,
  type JsonObject,
  OutcomeUnknown,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from '#event-store';
import type { Clock } from './clock.ts';
import { eventId } from './ids.ts';
import { type Authentication, contentHash, type EventMetadata, metadataOf, recorderOf } from './metadata.ts';
import type { Outcome } from './outcome.ts';
import { readable } from './readable.ts';
import type { Actor } from '#domain';

const TRIES_MAX = 3;

type AnyCommand = { readonly kind: string; readonly by: Actor };
export type AnyDecider = Decider<unknown, AnyCommand, DomainEvent>;

export interface Commanded {
  readonly decider: AnyDecider;
  readonly id: string;
  readonly command: AnyCommand;
  /** A UUID the client made. The same id again is the same command, whatever happened in between. */
  readonly commandId: string;
  /** What must be the same when the command id is repeated. */
  readonly content: unknown;
  /** The revision the sender saw. Left out, a command may follow whatever was recorded since. */
  readonly expected?: Revision | 'no-stream';
  readonly authentication: Authentication;
  readonly correlationId?: string;
  readonly causationId?: string;
}

/** What is known of a stream after folding it. */
export interface Loaded {
  readonly state: unknown;
  readonly revision: Revision | 'no-stream';
  readonly recordedAt: string;
  /** Shared by the states of a stream one after another: what was commanded once stays so. */
  readonly commands: Map<
    string,
    { readonly hash: string; readonly revision: Revision; readonly events: readonly { id: string; type: string }[] }
  >;
  readonly eventCount: number;
}

export interface LoadedStreams {
  get(stream: StreamName): Loaded | undefined;
  set(stream: StreamName, loaded: Loaded): void;
  delete(stream: StreamName): void;
}

/**
 * Decides on the stream as it stands and appends what follows at the revision it was read at.
 *
 * A remembered state may be stale, because other processes write too. That is harmless when events follow, since the
 * append then meets a conflict; before it says no, or "nothing to add", the stream is read afresh.
 */
export async function decideAndAppend(
  store: EventStore,
  clock: Clock,
  loadedStreams: LoadedStreams,
  commanded: Commanded,
): Promise<Outcome> {
  const { decider, id, command, commandId, expected } = commanded;
  const stream: StreamName = `${decider.category}-${id}`;
  const hash = contentHash(commanded.content);
  let isFresh = false;

  for (let tries = 1; ;) {
    let loaded = isFresh ? undefined : loadedStreams.get(stream);
    if (!loaded) {
      loaded = fold(decider, (await store.read(stream)).events);
      loadedStreams.set(stream, loaded);
      isFresh = true;
    }
    const { state, revision } = loaded;

    const before = loaded.commands.get(commandId);
    if (before) {
      if (before.hash !== hash) return { outcome: 'reused' };
      return { outcome: 'done', category: decider.category, id, revision: before.revision, events: before.events };
    }

    if (expected !== undefined && expected !== revision) {
      if (!isFresh) {
        isFresh = true;
        loadedStreams.delete(stream);
        continue;
      }
      return conflict(store, stream, expected);
    }

    const verdict = decider.decide(command, state);
    if ((isRefusal(verdict) || verdict.length === 0) && !isFresh) {
      isFresh = true;
      loadedStreams.delete(stream);
      continue;
    }
    if (isRefusal(verdict)) return { outcome: 'refused', refusal: verdict };
    if (verdict.length === 0) return { outcome: 'done', category: decider.category, id, revision, events: [] };

    const events = verdict.map((event, index) => toAppend(event, index, commanded, hash, loaded.recordedAt, clock()));
    const appended = await appendKnowingly(store, stream, revision, events, commandId);
    if (appended instanceof OutcomeUnknown) {
      loadedStreams.delete(stream);
      isFresh = false;
      if (++tries > TRIES_MAX) {
        // Why is what whoever runs the server needs: a full disk goes on until somebody makes room.
        throw new OutcomeUnknown(`It is not known whether ${command.kind} was recorded. ${appended.message}`, {
          cause: appended,
        });
      }
      continue;
    }
    if (appended.outcome === 'conflict') {
      loadedStreams.delete(stream);
      isFresh = false;
      if (expected !== undefined || ++tries > TRIES_MAX) {
        const again = fold(decider, (await store.read(stream)).events);
        const repeated = again.commands.get(commandId);
        if (repeated && repeated.hash === hash) {
          return {
            outcome: 'done',
            category: decider.category,
            id,
            revision: repeated.revision,
            events: repeated.events,
          };
        }
        return conflict(store, stream, revision);
      }
      continue;
    }
    const last = events.length - 1;
    // A repeat that the store recognised may lie before events this process has not seen: then it is read again.
    const isNext = appended.revision === (revision === 'no-stream' ? last : revision + events.length);
    if (isNext) loadedStreams.set(stream, advance(decider, loaded, events, appended.revision));
    else loadedStreams.delete(stream);
    return {
      outcome: 'done',
      category: decider.category,
      id,
      revision: appended.revision,
      events: events.map(({ id: eventIdOfThis, type }) => ({ id: eventIdOfThis, type })),
      logPosition: appended.logPosition,
    };
  }
}

/** The state of a stream, its revision, and the commands already in it. @throws {UnreadableEvent} */
export function fold(decider: AnyDecider, events: readonly RecordedEvent[]): Loaded {
  let state = decider.initial;
  let recordedAt = '';
  const commands = new Map<string, { hash: string; revision: Revision; events: { id: string; type: string }[] }>();
  for (const [index, event] of events.entries()) {
    if (event.revision !== index)
      throw new InvariantBroken(`${event.stream} has a gap before revision ${String(event.revision)}.`);
    const metadata = metadataOf(event);
    state = decider.evolve(state, readable(event), event.id);
    if (metadata.recordedAt > recordedAt) recordedAt = metadata.recordedAt;
    const command = commands.get(metadata.commandId) ?? { hash: metadata.commandHash, revision: 0, events: [] };
    command.revision = event.revision;
    command.events.push({ id: event.id, type: event.type });
    commands.set(metadata.commandId, command);
  }
  return {
    state,
    revision: events.length === 0 ? 'no-stream' : events.length - 1,
    recordedAt,
    commands,
    eventCount: events.length,
  };
}

function advance(decider: AnyDecider, loaded: Loaded, events: readonly EventToAppend[], revision: Revision): Loaded {
  const [first] = events;
  if (!first) return loaded;
  const metadata = metadataOf(first);
  const commands = loaded.commands.set(metadata.commandId, {
    hash: metadata.commandHash,
    revision,
    events: events.map(({ id, type }) => ({ id, type })),
  });
  return {
    state: events.reduce(
      (state, event) => decider.evolve(state, event as unknown as DomainEvent, event.id),
      loaded.state,
    ),
    revision,
    recordedAt: metadata.recordedAt,
    commands,
    eventCount: loaded.eventCount + events.length,
  };
}

function toAppend(
  event: DomainEvent,
  index: number,
  commanded: Commanded,
  commandHash: string,
  lastRecordedAt: string,
  now: string,
): EventToAppend {
  const metadata: EventMetadata = {
    recordedAt: now > lastRecordedAt ? now : lastRecordedAt,
    recordedBy: recorderOf(commanded.command.by),
    commandId: commanded.commandId,
    commandHash,
    correlationId: commanded.correlationId ?? commanded.commandId,
    causationId: commanded.causationId ?? commanded.commandId,
    schemaVersion: 1,
    authentication: commanded.authentication,
  };
  const complete = {
    id: eventId(commanded.commandId, index),
    type: event.type,
    data: event.data as JsonObject,
    metadata: metadata as unknown as JsonObject,
  };
  refuseIncomplete(complete);
  return complete;
}

/** Every event says whom it belongs to and whom it touches, who recorded it, when and by which command. @throws {InvariantBroken} */
function refuseIncomplete({ type, data, metadata }: EventToAppend): void {
  const { body, concerns } = data;
  const { commandId, recordedBy, recordedAt, schemaVersion } = metadata;
  const missing =
    typeof body !== 'string' || body === ''
      ? 'body'
      : !Array.isArray(concerns)
        ? 'concerns'
        : typeof commandId !== 'string'
          ? 'commandId'
          : typeof recordedBy !== 'object' || recordedBy === null
            ? 'recordedBy'
            : typeof recordedAt !== 'string' || !instant.test(recordedAt)
              ? 'recordedAt'
              : typeof schemaVersion !== 'number'
                ? 'schemaVersion'
                : undefined;
  if (missing !== undefined) throw new InvariantBroken(`${type} was about to be recorded without its ${missing}.`);
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** An append whose answer was lost is unknown, not failed: what the stream holds decides. Where it holds nothing of it, why. */
async function appendKnowingly(
  store: EventStore,
  stream: StreamName,
  revision: Revision | 'no-stream',
  events: readonly EventToAppend[],
  commandId: string,
): Promise<Awaited<ReturnType<EventStore['append']>> | OutcomeUnknown> {
  try {
    return await store.append(stream, revision, events);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    const recorded = (await store.read(stream)).events.filter((event) => metadataOf(event).commandId === commandId);
    const last = recorded.at(-1);
    return last ? { outcome: 'appended', revision: last.revision, logPosition: last.logPosition } : error;
  }
}

async function conflict(store: EventStore, stream: StreamName, expected: Revision | 'no-stream'): Promise<Outcome> {
  const history = await store.read(stream);
  const from = expected === 'no-stream' ? 0 : expected + 1;
  return { outcome: 'conflict', actual: history.revision, since: history.events.slice(from) };
}
