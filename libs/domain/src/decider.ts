/**
 * The kernel: everything that decides in Minutebook has this shape, and nothing else knows a rule.
 *
 * `decide` and `evolve` are pure. They await nothing, read no clock, make no id, log nothing and throw only when an
 * invariant is broken, so that a decision can be repeated, replayed and tested without any part of the machine.
 */

export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** What stands in the way: enough to name it on a page and to link to it. */
export interface Blocker {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
}

/** A "no" is a value. The sentence is what the person reads; the code is what a program tests. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly sentence: string;
  readonly because: readonly Blocker[];
}

/** The events that follow, none when what is asked already stands, or a refusal. */
export type Verdict<Event extends DomainEvent> = readonly Event[] | Refusal;

export function refuse(code: string, sentence: string, because: readonly Blocker[] = []): Refusal {
  return { refused: true, code, sentence, because };
}

export function isRefusal<Event extends DomainEvent>(verdict: Verdict<Event>): verdict is Refusal {
  return 'refused' in verdict;
}

export interface Decider<State, Command extends { readonly kind: string }, Event extends DomainEvent> {
  /** What the aggregate's streams are called: `<category>-<uuid>`. Holds no hyphen. */
  readonly category: string;
  readonly initial: State;
  decide(command: Command, state: State): Verdict<Event>;
  /** Total and exhaustive. The event's id is at hand because a correction names the event it corrects. */
  evolve(state: State, event: Event, eventId: string): State;
}

/**
 * Something that must hold whatever happens does not: a defect, or a record that was tampered with. Nothing is recorded
 * on top of it.
 */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

/** Closes an exhaustive switch: a case somebody forgot does not compile. */
export function never(value: never): never {
  throw new Error(`Unexpected: ${JSON.stringify(value)}`);
}

/** The object without its undefined fields: an event is JSON, and JSON has no undefined. */
export function stated<T extends object>(fields: T): T {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) kept[field] = value;
  return kept as T;
}

/** Whether two JSON values say the same, whatever the order of their fields. An undefined field is an absent one. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
}
