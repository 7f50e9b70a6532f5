import { corrected, type Known, recorded } from '../corrections.ts';
import { never, type Refusal, refuse, stated } from '../decider.ts';
import {
  type BodyId,
  type EveryCommand,
  type DecisionId,
  type EveryEvent,
  type EventId,
  namedAuthority,
  said,
} from '../primitives.ts';
import type { DecisionChange, DecisionStamp } from './decision.changes.ts';
import type { DecisionEvent, DecisionFields, Reaffirmation, Reconsideration, Supersession } from './decision.events.ts';

export interface RecordedChange {
  readonly change: DecisionChange;
  /** The event that says it as it stands: a correction names it. */
  readonly recordedBy: EventId;
  /** At most one outcome stands. Pending: it has yet to be tried, or to be tried again. */
  readonly outcome: 'pending' | 'carriedOut' | 'refused' | 'dropped';
  /** How often a person has asked for it to be tried again, as it was or as corrected. */
  readonly retries: number;
  /** The event that dropped it, and why. */
  readonly dropped: { readonly recordedBy: EventId; readonly reason: string } | undefined;
  /** Why the drop before was taken back, until it is dropped or tried again. */
  readonly dropRetractedBecause: string | undefined;
}

/** What became of a decision as a whole, and the event that recorded it. */
export type DecisionStep =
  | { readonly kind: 'reconsideration'; readonly recordedBy: EventId; readonly said: Reconsideration }
  | { readonly kind: 'reaffirmation'; readonly recordedBy: EventId; readonly said: Reaffirmation }
  | { readonly kind: 'supersession'; readonly recordedBy: EventId; readonly said: Supersession };

/** The least the rules, and the policy that carries decisions out, need. Everything people read is in the views. */
export interface RecordedDecision {
  readonly status: 'inForce' | 'underReconsideration' | 'superseded' | 'retracted';
  readonly id: DecisionId;
  readonly number: string;
  readonly known: Known<DecisionFields>;
  /** The event that recorded the decision. The ids of the commands that carry it out are derived from it. */
  readonly recordedBy: EventId;
  readonly changes: readonly RecordedChange[];
  /** What stands, oldest first: a step that was retracted is gone. */
  readonly steps: readonly DecisionStep[];
  /** What was retracted last, while no other step was recorded since. */
  readonly retracted: { readonly kind: DecisionStep['kind'] | 'decision'; readonly reason: string } | undefined;
  /** The body that recorded it, the one that decided, and those of what it is about. */
  readonly bodies: readonly BodyId[];
}

export type Decision = { readonly status: 'none' } | RecordedDecision;

export const initial: Decision = { status: 'none' };

export function evolve(state: Decision, event: DecisionEvent, eventId: EventId): Decision {
  if (event.type === 'DecisionRecorded') {
    const { data } = event;
    const { title, outcome, alternatives, reasons, meeting, document, about } = data;
    const { decidedBy, deciderNotKnown, effectiveOn, illustration } = data;
    const content = { title, outcome, alternatives, reasons, meeting, document, about };
    const fields: DecisionFields = stated({ ...content, decidedBy, deciderNotKnown, effectiveOn, illustration });
    return {
      status: 'inForce',
      id: data.decision,
      number: data.number,
      known: recorded(fields, eventId),
      recordedBy: eventId,
      changes: data.changes.map((change) => ({
        change,
        recordedBy: eventId,
        outcome: 'pending',
        retries: 0,
        dropped: undefined,
        dropRetractedBecause: undefined,
      })),
      steps: [],
      retracted: undefined,
      bodies: [data.body, ...data.concerns],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before DecisionRecorded`);
  switch (event.type) {
    case 'DecisionCorrected':
      return {
        ...state,
        known: corrected(state.known, event.data, eventId),
        bodies: [...state.bodies, ...event.data.concerns],
      };
    case 'DecisionRetracted':
      return { ...state, status: 'retracted', retracted: { kind: 'decision', reason: event.data.reason } };
    case 'ChangeCarriedOut':
      return withChange(state, event.data.change, () => ({ outcome: 'carriedOut' }));
    case 'ChangeRefused':
      return withChange(state, event.data.change, () => ({ outcome: 'refused' }));
    case 'ChangeRetried':
      return withChange(state, event.data.change, ({ retries }) => ({
        outcome: 'pending',
        retries: retries + 1,
        dropRetractedBecause: undefined,
      }));
    case 'ChangeCorrected': {
      const corrected = { change: event.data.is, recordedBy: eventId };
      const next = withChange(state, event.data.change, ({ outcome, retries }) => ({
        ...corrected,
        ...(outcome === 'refused' && { outcome: 'pending', retries: retries + 1, dropRetractedBecause: undefined }),
      }));
      return { ...next, bodies: [...state.bodies, ...event.data.concerns] };
    }
    case 'ChangeDropped': {
      const dropped = { recordedBy: eventId, reason: event.data.reason };
      return withChange(state, event.data.change, () => ({
        outcome: 'dropped',
        dropped,
        dropRetractedBecause: undefined,
      }));
    }
    case 'ChangeDropRetracted':
      return withChange(state, event.data.change, () => ({
        outcome: 'refused',
        dropped: undefined,
        dropRetractedBecause: event.data.reason,
      }));
    case 'ReconsiderationOpened': {
      const { words, document } = event.data;
      return withSteps(state, [
        ...state.steps,
        { kind: 'reconsideration', recordedBy: eventId, said: stated({ words, document }) },
      ]);
    }
    case 'DecisionReaffirmed': {
      const { reason, document } = event.data;
      return withSteps(state, [
        ...state.steps,
        { kind: 'reaffirmation', recordedBy: eventId, said: stated({ reason, document }) },
      ]);
    }
    case 'DecisionSuperseded': {
      const { by, reason, document } = event.data;
      return withSteps(state, [
        ...state.steps,
        { kind: 'supersession', recordedBy: eventId, said: stated({ by, reason, document }) },
      ]);
    }
    case 'ReconsiderationRetracted':
      return withoutStep(state, 'reconsideration', event.data.reason);
    case 'ReaffirmationRetracted':
      return withoutStep(state, 'reaffirmation', event.data.reason);
    case 'SupersessionRetracted':
      return withoutStep(state, 'supersession', event.data.reason);
    default:
      return never(event);
  }
}

function withChange(
  state: RecordedDecision,
  number: number,
  next: (change: RecordedChange) => Partial<RecordedChange>,
): RecordedDecision {
  if (!state.changes[number - 1]) throw new Error(`No change ${String(number)} in decision ${state.number}`);
  return {
    ...state,
    changes: state.changes.map((change, index) => (index === number - 1 ? { ...change, ...next(change) } : change)),
  };
}

const STATUS_AFTER = {
  reconsideration: 'underReconsideration',
  reaffirmation: 'inForce',
  supersession: 'superseded',
} as const satisfies Record<DecisionStep['kind'], RecordedDecision['status']>;

function withSteps(state: RecordedDecision, steps: readonly DecisionStep[]): RecordedDecision {
  const last = steps.at(-1);
  return { ...state, status: last ? STATUS_AFTER[last.kind] : 'inForce', steps, retracted: undefined };
}

function withoutStep(state: RecordedDecision, kind: DecisionStep['kind'], reason: string): RecordedDecision {
  return { ...withSteps(state, state.steps.slice(0, -1)), retracted: { kind, reason } };
}

/**
 * The changes that have yet to be carried out, by their place, counted from 1. A decision that was superseded or
 * recorded in error carries nothing out; one that is being reconsidered stays in force. (P14.)
 */
export function pendingChanges(
  decision: Decision,
): { readonly number: number; readonly change: DecisionChange; readonly retries: number }[] {
  if (decision.status !== 'inForce' && decision.status !== 'underReconsideration') return [];
  return decision.changes.flatMap(({ change, outcome, retries }, index) =>
    outcome === 'pending' ? [{ number: index + 1, change, retries }] : [],
  );
}

/** Whether a change that may still be carried out names an item: one that is pending, or was refused and not given up. */
export function yetToName(decision: RecordedDecision, item: string): boolean {
  if (decision.status !== 'inForce' && decision.status !== 'underReconsideration') return false;
  return decision.changes.some(
    ({ change, outcome }) => (outcome === 'pending' || outcome === 'refused') && Object.values(change).includes(item),
  );
}

/** What the decision hands on to everything it changes. */
export function stampOf({ known: { fields } }: RecordedDecision): DecisionStamp {
  return stated({ effectiveOn: fields.effectiveOn?.asPrinted, illustration: fields.illustration });
}

/**
 * The base of every event after the first: it belongs to the body that records and concerns the decision's own. What
 * becomes of a made-up decision is made up too.
 */
export function saidHere(command: EveryCommand, decision: RecordedDecision): EveryEvent {
  const illustration = command.illustration === true || decision.known.fields.illustration === true;
  return said({ ...command, illustration }, command.by.body, decision.bodies);
}

/**
 * The base of what a board or an office holder did with the decision: nobody is taken for the one who did it because
 * they recorded it. (T17.)
 */
export function resolvedHere(command: EveryCommand, decision: RecordedDecision): EveryEvent {
  return { ...saidHere(command, decision), decidedBy: namedAuthority(command) };
}

/** The change of that place, counted from 1. */
export function changeAt(decision: RecordedDecision, number: number): RecordedChange | Refusal {
  const count = decision.changes.length;
  const there =
    count === 0
      ? 'it changes nothing elsewhere'
      : count === 1
        ? 'it has only change 1'
        : `it has changes 1 to ${String(count)}`;
  return (
    decision.changes[number - 1] ??
    refuse('change-unknown', `Decision ${decision.number} has no change ${String(number)}: ${there}.`)
  );
}

/** A refusal when the decision is no longer in force. */
export function noLongerInForce(decision: RecordedDecision): Refusal | undefined {
  if (decision.status === 'superseded') {
    return refuse(
      'superseded',
      `Decision ${decision.number} has been superseded. Retract the supersession if it is wrong, or record a new decision.`,
    );
  }
  return recordedInError(decision);
}

/** A refusal when the decision should never have been recorded. */
export function recordedInError(decision: RecordedDecision): Refusal | undefined {
  if (decision.status !== 'retracted') return undefined;
  return refuse('retracted', `Decision ${decision.number} was recorded in error: record the right one instead.`);
}
