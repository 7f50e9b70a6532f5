import type { Blocker, DomainEvent } from '#domain';
import type { ReadModel } from '#read-model';
import type { ReferenceKind } from './use-cases/fields.ts';

/** What a use case can find out beyond its own stream. */
export interface Facts {
  /** The state of one stream, folded now: never stale. */
  state<State>(category: string, id: string): Promise<State>;
  /** What happened in one stream, read now. */
  events(category: string, id: string): Promise<readonly (DomainEvent & { readonly id: string })[]>;
  /** The id of what a printed reference or an id names; undefined when the record has no such thing. */
  resolve(kind: ReferenceKind, reference: string): Promise<string | undefined>;
  /** The stream an item is recorded in: the report of a finding, the recommendation of an action, the body of a post. */
  home(kind: 'finding' | 'action' | 'post', id: string): Promise<string | undefined>;
  /** The lists, once they hold everything recorded. */
  lists(): Promise<ReadModel>;
  /** What in the record rests on it: whatever names it as things stand, or was recorded by it. Reads the whole log. */
  uses(kind: 'body' | 'post' | 'person' | 'series', id: string): Promise<Blocker[]>;
}
