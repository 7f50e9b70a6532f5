/**
 * Given what happened, when somebody asks for something, then this follows.
 *
 * Every accepted command is sent a second time and must add nothing, so that double clicks, retries and repeated jobs
 * are safe everywhere without a spec having to say so.
 */

import { expect } from '@jest/globals';
import { type Decider, type DomainEvent, isRefusal, type Refusal, type Verdict } from '#domain';
import { eventId } from './ids.ts';

export { eventId, id, secretary } from './ids.ts';

export interface History<State, Command extends { readonly kind: string }, Event extends DomainEvent> {
  /** The same history with more in it. */
  and(...commands: Command[]): History<State, Command, Event>;
  when(command: Command): Then<State, Event>;
  readonly state: State;
  readonly events: readonly Event[];
}

export interface Then<State, Event extends DomainEvent> {
  /** Exactly these events follow. Only the fields named are compared. */
  then(...events: PartialEvent<Event>[]): Event[];
  /** It adds nothing, because it stands already. */
  thenNothing(): void;
  /** It is refused, with this code. Answers with the refusal, for its sentence and what blocks. */
  thenRefused(code: string): Refusal;
  readonly state: State;
}

export type PartialEvent<Event extends DomainEvent> = Event extends DomainEvent
  ? { readonly type: Event['type']; readonly data?: PartOf<Event['data']> }
  : never;

type PartOf<Value> = Value extends string
  ? Value
  : Value extends object
    ? { readonly [Field in keyof Value]?: PartOf<Value[Field]> }
    : Value;

/** A history reached as people reach it: by commands, each of which must be accepted. */
export function given<State, Command extends { readonly kind: string }, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  ...commands: Command[]
): History<State, Command, Event> {
  return history(decider, [], decider.initial).and(...commands);
}

function history<State, Command extends { readonly kind: string }, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  events: readonly Event[],
  state: State,
): History<State, Command, Event> {
  const fold = (from: State, more: readonly Event[], count: number): State =>
    more.reduce((next, event, index) => decider.evolve(next, event, eventId(count + index)), from);
  return {
    state,
    events,
    and(...commands) {
      let next = history(decider, events, state);
      for (const command of commands) {
        const verdict = decider.decide(command, next.state);
        if (isRefusal(verdict)) throw new Error(`${command.kind} was refused in the history: ${verdict.sentence}`);
        next = history(decider, [...next.events, ...verdict], fold(next.state, verdict, next.events.length));
      }
      return next;
    },
    when(command) {
      const verdict = decider.decide(command, state);
      const after = isRefusal(verdict) ? state : fold(state, verdict, events.length);
      if (!isRefusal(verdict)) {
        expect(JSON.parse(JSON.stringify(verdict))).toStrictEqual(verdict);
        expect(decider.decide(command, after)).toEqual([]);
      }
      return {
        state: after,
        then(...expected) {
          expect(accepted(verdict)).toMatchObject(expected);
          expect(accepted(verdict)).toHaveLength(expected.length);
          return [...accepted(verdict)];
        },
        thenNothing() {
          expect(verdict).toEqual([]);
        },
        thenRefused(code) {
          if (!isRefusal(verdict)) throw new Error(`Not refused: ${JSON.stringify(verdict)}`);
          expect(verdict.code).toBe(code);
          return verdict;
        },
      };
    },
  };
}

function accepted<Event extends DomainEvent>(verdict: Verdict<Event>): readonly Event[] {
  if (isRefusal(verdict)) throw new Error(`Refused: ${verdict.sentence}`);
  return verdict;
}
