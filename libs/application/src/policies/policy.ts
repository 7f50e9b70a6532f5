import type { Actor, BodyId } from '#domain';
import type { ReadModel } from '#read-model';
import type { Decision } from '../decide.ts';
import type { Facts } from '../facts.ts';
import type { Outcome } from '../outcome.ts';

export type Send = (decision: Decision) => Promise<Outcome>;

export interface Policy {
  /** What it does, as its events are signed: `carry-out-decision`. */
  readonly name: string;
  /** What is still owed, oldest first, a bounded number at a time. */
  owed(readModel: ReadModel): readonly Debt[];
}

export interface Debt {
  /** The same for the same debt, in every process and after every restart. */
  readonly key: string;
  /**
   * Pays it. Answers with the place of the last event that followed, or nothing when none did.
   * @throws when it can't be paid now; it is tried again later
   */
  pay(facts: Facts, send: Send): Promise<string | undefined>;
}

/** The actor of the commands a policy sends. */
export function policyActor(policy: string, body: BodyId): Actor {
  return { kind: 'policy', policy, body };
}

/** The place of what was recorded. @throws when the command came to nothing that was expected */
export function recorded(outcome: Outcome): string | undefined {
  if (outcome.outcome === 'done') return outcome.logPosition;
  throw new Error(
    outcome.outcome === 'refused' ? outcome.refusal.sentence : `The command was answered with “${outcome.outcome}”.`,
  );
}
