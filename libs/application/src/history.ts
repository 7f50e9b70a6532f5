/**
 * The history of one item, told as numbered sentences: its own stream and the streams that concern it.
 *
 * Ordered by when each thing was recorded, then by stream and revision, never by position in the log, so that every
 * store tells the same history.
 */

import { Injectable } from '@nestjs/common';
import {
  AGGREGATES,
  type Authority,
  type CivilDate,
  endOfDayInLondon,
  type EveryEvent,
  type NamedKind,
  type Names,
  narrateRecorded,
  type PreciseDate,
} from '#domain';
import { EventStore, type RecordedEvent, StreamErased, type StreamName } from '#event-store';
import { ReadModel, type ReferenceKind } from '#read-model';
import { type Authentication, metadataOf } from './metadata.ts';
import { readable } from './readable.ts';
import { RecordFacts } from './record-facts.ts';

export interface ItemHistory {
  readonly id: string;
  readonly reference: string;
  /** The date the history is told as recorded by; absent when it is told as recorded now. */
  readonly asRecordedBy: CivilDate | undefined;
  readonly entries: readonly HistoryEntry[];
}

export interface HistoryEntry {
  /** Counted from 1, in the order told. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly recordedBy: {
    readonly person?: string;
    readonly post?: string;
    readonly body: string;
    readonly policy?: string;
  };
  /** Who recorded it, in words. */
  readonly recorder: string;
  /** How the author was known when it was recorded. */
  readonly authentication: Authentication;
  readonly decidedBy: Authority;
  readonly effectiveOn: PreciseDate | undefined;
  readonly sentence: string;
  readonly illustration: boolean;
  /** What it belongs to, in words: `YHSOC-AFI-A/YHROCU`, `the letter of 5 February 2026`. */
  readonly of: string;
  readonly stream: StreamName;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** The position or the progress note it tells of, which commands can name so: `OIC-R1/SYP:P2`. */
  readonly item?: { readonly kind: 'position' | 'progress'; readonly id: string; readonly reference: string };
}

/** What has a stream of its own, and so a history. */
export type ItemKind = Exclude<ReferenceKind, 'finding' | 'action' | 'post' | 'holding' | 'subPart'>;

@Injectable()
export class Histories {
  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly facts: RecordFacts,
  ) {}

  /** Undefined when there is no such item. The item's own stream is read now; which others concern it is in the lists. */
  async of(kind: ItemKind, reference: string, asRecordedBy?: CivilDate): Promise<ItemHistory | undefined> {
    const id = await this.facts.resolve(kind, reference);
    if (id === undefined) return undefined;
    const own: StreamName = `${kind === 'body' ? 'directory' : kind}-${id}`;
    const streams = [own, ...this.readModel.links.of(kind, id).map((link) => link.stream as StreamName)];
    const until = asRecordedBy === undefined ? undefined : endOfDayInLondon(asRecordedBy);

    const items = this.readModel.links.itemsOf(kind, id);

    const events: RecordedEvent[] = [];
    for (const stream of new Set(streams)) {
      for (const event of await this.eventsOf(stream)) {
        if (until !== undefined && metadataOf(event).recordedAt >= until) continue;
        if (stream === own || concerns(event, items)) events.push(event);
      }
    }
    events.sort(inOrder);
    const names = this.names(until);
    return {
      id,
      reference: this.readModel.references.reference(kind, id, { recordedBefore: until }) ?? names(kind, id),
      asRecordedBy,
      entries: events.map((event, index) => entry(event, index + 1, names)),
    };
  }

  /** Of a stream that was erased nothing can be told; that it was is told by the erasure's own. */
  private async eventsOf(stream: StreamName): Promise<readonly RecordedEvent[]> {
    try {
      return (await this.store.read(stream)).events;
    } catch (error) {
      if (error instanceof StreamErased) return [];
      throw error;
    }
  }

  /**
   * The words a person knows an id by, as they were recorded before an instant (ISO 8601, UTC), or as they are. What has
   * been erased or is not known is said to be so.
   */
  names(recordedBefore?: string): Names {
    // A history names the same few things again and again.
    const known = new Map<string, Map<string, string>>();
    return (kind, id) => {
      let ofKind = known.get(kind);
      if (!ofKind) known.set(kind, (ofKind = new Map<string, string>()));
      let name = ofKind.get(id);
      if (name === undefined) {
        name = this.readModel.references.label(kind, id, { recordedBefore }) ?? unknownName(kind);
        ofKind.set(id, name);
      }
      return name;
    };
  }
}

/** One event as one entry. @throws {UnreadableEvent} */
export function entry(event: RecordedEvent, number: number, names: Names): HistoryEntry {
  const known = readable(event);
  const dash = event.stream.indexOf('-');
  const category = event.stream.slice(0, dash);
  const metadata = metadataOf(event);
  const base = known.data as EveryEvent;
  const aggregate = AGGREGATES[category];
  if (!aggregate) throw new Error(`There is no aggregate ${category}.`);
  return {
    number,
    recordedAt: metadata.recordedAt,
    recordedBy: metadata.recordedBy,
    recorder: sayRecorder(metadata.recordedBy, names),
    authentication: metadata.authentication,
    decidedBy: base.decidedBy,
    effectiveOn: base.effectiveOn,
    sentence: narrateRecorded(aggregate, known, metadata.recordedBy, names),
    illustration: base.illustration === true,
    of: names(KINDS[category] ?? (category as NamedKind), event.stream.slice(dash + 1)),
    stream: event.stream,
    revision: event.revision,
    eventId: event.id,
    type: event.type,
    ...itemOf(known.data),
  };
}

/** What the streams of a category hold, where it is not named as the category is. */
const KINDS: Readonly<Record<string, NamedKind>> = { directory: 'body', erasure: 'person' };

function itemOf(data: object): Pick<HistoryEntry, 'item'> {
  const { position, progress, reference } = data as { position?: string; progress?: string; reference?: string };
  const id = position ?? progress;
  if (id === undefined || reference === undefined) return {};
  return { item: { kind: position === undefined ? 'progress' : 'position', id, reference } };
}

function sayRecorder(by: HistoryEntry['recordedBy'], names: Names): string {
  if (by.policy !== undefined) return `Minutebook (${by.policy})`;
  const post = by.post === undefined ? names('body', by.body) : names('post', by.post);
  return by.person === undefined ? post : `${names('person', by.person)}, ${post}`;
}

function unknownName(kind: string): string {
  return kind === 'person' ? 'a person whose details are not held' : `a ${kind} that is not in the record`;
}

function inOrder(a: RecordedEvent, b: RecordedEvent): number {
  const [at, bt] = [metadataOf(a).recordedAt, metadataOf(b).recordedAt];
  if (at !== bt) return at < bt ? -1 : 1;
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1;
  return a.revision - b.revision;
}

/**
 * Whether an event of another stream is about the item. Of another recommendation, the home of a linked action, only
 * what happens to that action is. Of a shared stream, an event that names a finding or a graded body is about that one
 * alone, every other is about all that the stream concerns.
 */
function concerns(event: RecordedEvent, items: ReadonlySet<string>): boolean {
  const { action, finding, gradedBody } = event.data as { action?: string; finding?: string; gradedBody?: string };
  if (event.stream.startsWith('recommendation-')) return action !== undefined && items.has(action);
  const named = finding ?? gradedBody;
  return named === undefined || items.has(named);
}
