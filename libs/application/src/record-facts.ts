import { Injectable } from '@nestjs/common';
import type { Blocker, DomainEvent, NamedKind } from '#domain';
import { EventStore, LogUnavailable, type StreamName } from '#event-store';
import { ReadModel } from '#read-model';
import { deciderOf } from './decide.ts';
import { fold } from './decide-and-append.ts';
import type { Facts } from './facts.ts';
import { metadataOf } from './metadata.ts';
import { readable } from './readable.ts';
import { Projection } from './projection/projection.ts';
import type { ReferenceKind } from './use-cases/fields.ts';

/** What a reference names can't be told now: the lists do not hold everything yet. */
export class ListsBehind extends LogUnavailable {}

const IDS_MAX = 50_000;

/** What a category's streams hold, where they are not named after it. */
const NAMED_AS: Readonly<Record<string, NamedKind>> = { directory: 'body', erasure: 'person' };

function partsOf(stream: StreamName): { readonly category: string; readonly item: string } {
  const hyphen = stream.indexOf('-');
  return { category: stream.slice(0, hyphen), item: stream.slice(hyphen + 1) };
}

/** Facts from the record: states from their streams, references from the lists once these hold everything recorded. */
@Injectable()
export class RecordFacts implements Facts {
  /** Ids that were looked up and are there. */
  private readonly ids = new Set<string>();
  private readonly references = new Map<string, string>();

  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly projection: Projection,
  ) {}

  async state<State>(category: string, id: string): Promise<State> {
    return fold(deciderOf(category), (await this.store.read(`${category}-${id}`)).events).state as State;
  }

  async events(category: string, id: string): Promise<readonly (DomainEvent & { readonly id: string })[]> {
    const { events } = await this.store.read(`${category}-${id}`);
    return events.map((event) => ({ ...readable(event), id: event.id }));
  }

  async resolve(kind: ReferenceKind, reference: string): Promise<string | undefined> {
    const known = `${kind}/${reference}`;
    if (this.ids.has(known)) return reference;
    const id = await this.orAfterCatchingUp(() => this.readModel.references.resolve(kind, reference));
    // What is in the record stays in it, but for people, who may be erased, and findings, which may be retracted.
    if (id === reference && kind !== 'person' && kind !== 'finding') {
      if (this.ids.size >= IDS_MAX) this.ids.clear();
      this.ids.add(known);
    }
    return id;
  }

  /** Whether it was recorded in error, as far as the lists know. */
  isRetracted(kind: ReferenceKind, id: string): boolean {
    return this.readModel.references.isRetracted(kind, id);
  }

  /** The code or reference it is printed with, if it has one and the lists hold it. */
  reference(kind: NamedKind, id: string): string | undefined {
    // A recommendation keeps the reference it was raised with, and is what most is recorded of.
    const known = kind === 'recommendation' ? this.references.get(id) : undefined;
    if (known !== undefined) return known;
    const reference = this.readModel.references.reference(kind, id);
    if (kind === 'recommendation' && reference !== undefined) {
      if (this.references.size >= IDS_MAX) this.references.clear();
      this.references.set(id, reference);
    }
    return reference;
  }

  async home(kind: 'finding' | 'action' | 'post', id: string): Promise<string | undefined> {
    return this.orAfterCatchingUp(() => this.readModel.references.home(kind, id));
  }

  async lists(): Promise<ReadModel> {
    const head = await this.store.head();
    if (await this.projection.reached(head.logPosition)) return this.readModel;
    // Saying that there is no such thing would be a guess.
    throw new ListsBehind('The lists are being made from the log. Try again in a moment.');
  }

  async uses(kind: 'body' | 'post' | 'person' | 'series', id: string): Promise<Blocker[]> {
    const { references } = await this.lists();
    const body = kind === 'post' ? references.home('post', id) : id;
    const home = kind === 'person' || kind === 'series' ? `${kind}-${id}` : `directory-${body ?? ''}`;
    const uses = new Map<string, Blocker>();
    for (const stream of await this.streamsThatHold(id)) {
      const { events } = await this.store.read(stream);
      const recordedByIt = events.some((event) => Object.values(metadataOf(event).recordedBy).includes(id));
      const { category, item } = partsOf(stream);
      const { state } = fold(deciderOf(category), events);
      // What its own stream says of it is for that stream to judge. A code that it claimed is passed on.
      const isNamed = stream !== home && category !== 'code' && JSON.stringify(state).includes(id);
      if (!recordedByIt && !isNamed) continue;
      const named = NAMED_AS[category] ?? (category as NamedKind);
      const label = references.reference(named, item) ?? references.label(named, item) ?? item;
      uses.set(stream, { kind: named, id: item, label });
    }
    return [...uses.values()];
  }

  /** Every stream one of whose events holds the id. */
  private async streamsThatHold(id: string): Promise<Set<StreamName>> {
    const streams = new Set<StreamName>();
    const once = new AbortController();
    for await (const { events, isCaughtUp } of this.store.subscribe(undefined, [], once.signal)) {
      for (const { stream, data, metadata } of events) {
        if (!streams.has(stream) && JSON.stringify([data, metadata]).includes(id)) streams.add(stream);
      }
      if (isCaughtUp) once.abort();
    }
    return streams;
  }

  /** What is not found may have been recorded a moment ago: then the lists are waited for, once. */
  private async orAfterCatchingUp(find: () => string | undefined): Promise<string | undefined> {
    const found = find();
    if (found !== undefined) return found;
    await this.lists();
    return find();
  }
}
