import { corrected, type Known, recorded } from '../corrections.ts';
import { never, type Refusal, refuse, stated } from '../decider.ts';
import { type BodyId, type EveryCommand, type DecisionId, type EveryEvent, type EventId, said } from '../primitives.ts';
import type { DecisionChange, DecisionStamp } from './decision.changes.ts';
import type { DecisionEvent, DecisionFields } from './decision.events.ts';

export interface RecordedChange {
  readonly change: DecisionChange;
  /** At most one outcome stands. Pending: it has yet to be tried, or to be tried again. */
  readonly outcome: 'pending' | 'carriedOut' | 'refused' | 'dropped';
  /** How often a person has asked for it to be tried again. */
  readonly retries: number;
  /** Why it was dropped. */
  readonly droppedBecause: string | undefined;
}

/** The least the rules, and the policy that carries decisions out, need. Everything people read is in the views. */
export interface RecordedDecision {
  readonly status: 'inForce' | 'underReconsideration' | 'superseded';
  readonly id: DecisionId;
  readonly number: string;
  readonly known: Known<DecisionFields>;
  /** The event that recorded the decision. The ids of the commands that carry it out are derived from it. */
  readonly recordedBy: EventId;
  readonly changes: readonly RecordedChange[];
  readonly isIllustration: boolean;
  /** The words with which it is, or was last, reconsidered. */
  readonly reconsideredIn: string | undefined;
  readonly reaffirmedBecause: string | undefined;
  readonly superseded: { readonly by?: DecisionId; readonly reason: string } | undefined;
  /** The body that recorded it, and the one that decided. */
  readonly bodies: readonly BodyId[];
}

export type Decision = { readonly status: 'none' } | RecordedDecision;

export const initial: Decision = { status: 'none' };

export function evolve(state: Decision, event: DecisionEvent, eventId: EventId): Decision {
  if (event.type === 'DecisionRecorded') {
    const { data } = event;
    const { title, outcome, alternatives, reasons, meeting, decidedBy, deciderNotKnown, effectiveOn, about } = data;
    const fields: DecisionFields = stated({
      title,
      outcome,
      alternatives,
      reasons,
      meeting,
      decidedBy,
      deciderNotKnown,
      effectiveOn,
      about,
    });
    return {
      status: 'inForce',
      id: data.decision,
      number: data.number,
      known: recorded(fields, eventId),
      recordedBy: eventId,
      changes: data.changes.map((change) => ({ change, outcome: 'pending', retries: 0, droppedBecause: undefined })),
      isIllustration: data.illustration === true,
      reconsideredIn: undefined,
      reaffirmedBecause: undefined,
      superseded: undefined,
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
    case 'ChangeCarriedOut':
      return withChange(state, event.data.change, (change) => ({ ...change, outcome: 'carriedOut' }));
    case 'ChangeRefused':
      return withChange(state, event.data.change, (change) => ({ ...change, outcome: 'refused' }));
    case 'ChangeRetried':
      return withChange(state, event.data.change, (change) => ({
        ...change,
        outcome: 'pending',
        retries: change.retries + 1,
      }));
    case 'ChangeDropped':
      return withChange(state, event.data.change, (change) => ({
        ...change,
        outcome: 'dropped',
        droppedBecause: event.data.reason,
      }));
    case 'ReconsiderationOpened':
      return { ...state, status: 'underReconsideration', reconsideredIn: event.data.words };
    case 'DecisionReaffirmed':
      return { ...state, status: 'inForce', reaffirmedBecause: event.data.reason };
    case 'DecisionSuperseded': {
      const { by, reason } = event.data;
      return { ...state, status: 'superseded', superseded: stated({ by, reason }) };
    }
    default:
      return never(event);
  }
}

function withChange(
  state: RecordedDecision,
  index: number,
  next: (change: RecordedChange) => RecordedChange,
): RecordedDecision {
  if (!state.changes[index]) throw new Error(`No change ${String(index)} in decision ${state.number}`);
  return { ...state, changes: state.changes.map((change, at) => (at === index ? next(change) : change)) };
}

/**
 * The changes that have yet to be carried out, by their place. A decision that was superseded carries nothing out any
 * more; one that is being reconsidered stays in force. (P14.)
 */
export function pendingChanges(
  decision: Decision,
): { readonly index: number; readonly change: DecisionChange; readonly retries: number }[] {
  if (decision.status === 'none' || decision.status === 'superseded') return [];
  return decision.changes.flatMap(({ change, outcome, retries }, index) =>
    outcome === 'pending' ? [{ index, change, retries }] : [],
  );
}

/** What the decision hands on to everything it changes. */
export function stampOf(decision: RecordedDecision): DecisionStamp {
  return stated({
    effectiveOn: decision.known.fields.effectiveOn?.asPrinted,
    illustration: decision.isIllustration ? true : undefined,
  });
}

/** The base of every event after the first: it belongs to the body that records and concerns the decision's own. */
export function saidHere(command: EveryCommand, decision: RecordedDecision): EveryEvent {
  return said(command, command.by.body, decision.bodies);
}

/** The change of that place. */
export function changeAt(decision: RecordedDecision, index: number): RecordedChange | Refusal {
  return (
    decision.changes[index] ??
    refuse('change-unknown', `Decision ${decision.number} has no change ${String(index + 1)}.`)
  );
}

/** A refusal when the decision is no longer in force. */
export function noLongerInForce(decision: RecordedDecision): Refusal | undefined {
  if (decision.status !== 'superseded') return undefined;
  return refuse('superseded', `Decision ${decision.number} has been superseded: record a new decision instead.`);
}
