/** The words every aggregate shares: ids, who acts, and what every command and every event carries. */

import type { PreciseDate } from './calendar/precise-date.ts';
import { readDate } from './calendar/precise-date.ts';
import { stated } from './decider.ts';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]?: Name };

/** Ids are UUIDs, opaque to every rule. The brand is a help to the reader and to the compiler, not a check. */
export type EventId = Id<'event'>;
export type ReportId = Id<'report'>;
export type FindingId = Id<'finding'>;
export type RecommendationId = Id<'recommendation'>;
export type PositionId = Id<'position'>;
export type ActionId = Id<'action'>;
export type DocumentId = Id<'document'>;
export type SeriesId = Id<'series'>;
export type MeetingId = Id<'meeting'>;
export type EscalationId = Id<'escalation'>;
export type DecisionId = Id<'decision'>;
export type BodyId = Id<'body'>;
export type PostId = Id<'post'>;
export type PersonId = Id<'person'>;

/** Who sends a command: a person in a post of a body, or a policy of Minutebook's own. */
export type Actor =
  | { readonly kind: 'person'; readonly person: PersonId; readonly post: PostId; readonly body: BodyId }
  | { readonly kind: 'policy'; readonly policy: string; readonly body: BodyId };

/** On whose authority something is so: who decided it, in which post and capacity, or the decision it carries out. */
export interface Authority {
  readonly person?: PersonId;
  readonly post?: PostId;
  readonly body?: BodyId;
  /** The legal role, where it differs from the post: "Deputy Mayor with PCC responsibilities". */
  readonly capacity?: string;
  readonly decision?: DecisionId;
  readonly policy?: string;
}

/**
 * What every command carries beside its own fields. Commands are flat, so that a form, an API and a command line can
 * all fill them.
 */
export interface EveryCommand {
  readonly by: Actor;
  /** Who decided, when it is not the person who records it. */
  readonly decidedByPerson?: PersonId;
  readonly decidedByPost?: PostId;
  readonly decidedByBody?: BodyId;
  readonly decidedByCapacity?: string;
  /** Set by the policy that carries a decision out. */
  readonly underDecision?: DecisionId;
  /** When it took effect, as a date expression: `2025-06-26`, `June 2025`, `in 2025`, `unknown`. */
  readonly effectiveOn?: string;
  /** Made up for a demonstration: no document states it. It is marked wherever it shows. */
  readonly illustration?: boolean;
}

/** What every event's data carries beside its own fields. */
export interface EveryEvent {
  /** The body the event belongs to: that answers, or in shared streams that records. */
  readonly body: BodyId;
  /** Other bodies it touches: the overseer, the regional unit. Often empty. */
  readonly concerns: readonly BodyId[];
  readonly decidedBy: Authority;
  readonly effectiveOn?: PreciseDate;
  readonly illustration?: true;
}

/** The base of an event that follows from a command. Who records it decided it, unless the command names another. */
export function said(command: EveryCommand, body: BodyId, concerns: readonly BodyId[] = []): EveryEvent {
  const named = namedAuthority(command);
  return stated({
    body,
    concerns: [...new Set(concerns)].filter((other) => other !== body),
    decidedBy: Object.keys(named).length > 0 ? named : recorder(command.by),
    effectiveOn: command.effectiveOn === undefined ? undefined : readDate(command.effectiveOn),
    illustration: command.illustration === true ? (true as const) : undefined,
  });
}

/** Whom a command names as the one who decided. Empty when it names nobody. */
export function namedAuthority(command: EveryCommand): Authority {
  return stated({
    person: command.decidedByPerson,
    post: command.decidedByPost,
    body: command.decidedByBody,
    capacity: command.decidedByCapacity,
    decision: command.underDecision,
  });
}

/** Whether a command names who decided: a capacity alone names nobody. */
export function namesSomebody({ decidedByPerson, decidedByPost, decidedByBody, underDecision }: EveryCommand): boolean {
  return [decidedByPerson, decidedByPost, decidedByBody, underDecision].some((named) => named !== undefined);
}

function recorder(actor: Actor): Authority {
  return actor.kind === 'person' ? { person: actor.person, post: actor.post } : { policy: actor.policy };
}

/** Turns an id into the words a person knows it by. What is not known is said to be so, never left blank. */
export type Names = (kind: NamedKind, id: string) => string;
export type NamedKind =
  | 'body'
  | 'post'
  | 'holding'
  | 'person'
  | 'report'
  | 'finding'
  | 'recommendation'
  | 'action'
  | 'document'
  | 'series'
  | 'meeting'
  | 'escalation'
  | 'decision'
  | 'event';
