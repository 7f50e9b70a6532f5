import { Injectable } from '@nestjs/common';
import type { DomainEvent, NamedKind } from '#domain';
import { EventStore, LogUnavailable } from '#event-store';
import { ReadModel } from '#read-model';
import { deciderOf } from './decide.ts';
import { fold } from './decide-and-append.ts';
import type { Facts } from './facts.ts';
import { readable } from './readable.ts';
import { Projection } from './projection/projection.ts';
import type { ReferenceKind } from './use-cases/fields.ts';

/** What a reference names can't be told now: the lists do not hold everything yet. */
export class ListsBehind extends LogUnavailable {}

const IDS_MAX = 50_000;

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

  /** What is not found may have been recorded a moment ago: then the lists are waited for, once. */
  private async orAfterCatchingUp(find: () => string | undefined): Promise<string | undefined> {
    const found = find();
    if (found !== undefined) return found;
    await this.lists();
    return find();
  }
}
