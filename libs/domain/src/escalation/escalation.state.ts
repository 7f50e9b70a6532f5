import { corrected, type Known, recorded, saidAnew } from '../corrections.ts';
import { never, type Refusal, refuse, stated } from '../decider.ts';
import {
  type BodyId,
  type EveryCommand,
  type EscalationId,
  type EveryEvent,
  type EventId,
  said,
} from '../primitives.ts';
import type {
  EscalationAbout,
  EscalationAnswer,
  EscalationEvent,
  EscalationFields,
  EscalationOrigin,
} from './escalation.events.ts';

/** The least the rules need. Everything people read is in the views. */
export interface RaisedEscalation {
  /** The last three are ends: nothing follows them but corrections. */
  readonly status: 'raised' | 'takenUp' | 'answered' | 'returned' | 'notPursued';
  readonly id: EscalationId;
  readonly known: Known<EscalationFields>;
  readonly origin: EscalationOrigin;
  readonly about: EscalationAbout;
  readonly tier: number;
  readonly nextTierCondition: string | undefined;
  /** Why it was last decided not to ask the next tier, while that stands. */
  readonly nextTierDecidedAgainst: string | undefined;
  readonly answer: { readonly fields: EscalationAnswer; readonly recordedBy: EventId } | undefined;
  /** Why it was returned or not pursued. */
  readonly endReason: string | undefined;
  /** The body that raised it, and those it is put to. */
  readonly bodies: readonly BodyId[];
}

export type Escalation = { readonly status: 'none' } | RaisedEscalation;

export const initial: Escalation = { status: 'none' };

export function evolve(state: Escalation, event: EscalationEvent, eventId: EventId): Escalation {
  if (event.type === 'EscalationRaised') {
    const { body, concerns, escalation, question, origin, about, to, answerBy, tier, nextTierCondition } = event.data;
    return {
      status: 'raised',
      id: escalation,
      known: recorded({ question, to, answerBy }, eventId),
      origin,
      about,
      tier,
      nextTierCondition,
      nextTierDecidedAgainst: undefined,
      answer: undefined,
      endReason: undefined,
      bodies: [body, ...concerns],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before EscalationRaised`);
  switch (event.type) {
    case 'EscalationTakenUp':
      return { ...state, status: 'takenUp' };
    case 'EscalationAnswered': {
      const { words, decision } = event.data;
      return { ...state, status: 'answered', answer: { fields: stated({ words, decision }), recordedBy: eventId } };
    }
    case 'EscalationAnswerCorrected':
      return { ...state, answer: { fields: event.data.is, recordedBy: eventId } };
    case 'EscalationReturned':
      return { ...state, status: 'returned', endReason: event.data.reason };
    case 'EscalationNotPursued':
      return { ...state, status: 'notPursued', endReason: event.data.reason };
    case 'EscalatedToNextTier': {
      const { to, answerBy, tier, nextTierCondition, concerns } = event.data;
      return {
        ...state,
        known: saidAnew(state.known, answerBy === undefined ? { to } : { to, answerBy }, eventId),
        tier,
        nextTierCondition,
        nextTierDecidedAgainst: undefined,
        // The next tier has yet to take it up.
        status: 'raised',
        bodies: [...state.bodies, ...concerns],
      };
    }
    case 'NextTierDecidedAgainst':
      return { ...state, nextTierDecidedAgainst: event.data.reason };
    case 'EscalationCorrected':
      return {
        ...state,
        known: corrected(state.known, event.data, eventId),
        bodies: [...state.bodies, ...event.data.concerns],
      };
    default:
      return never(event);
  }
}

/** The base of every event after the first: it belongs to the body that records and concerns all that it was put to. */
export function saidHere(
  command: EveryCommand,
  escalation: RaisedEscalation,
  more: readonly BodyId[] = [],
): EveryEvent {
  return said(command, command.by.body, [...escalation.bodies, ...more]);
}

/** A refusal when the escalation has come to an end. An end is final: the same question is raised anew. */
export function ended(escalation: RaisedEscalation): Refusal | undefined {
  switch (escalation.status) {
    case 'raised':
    case 'takenUp':
      return undefined;
    case 'answered':
      return refuse(
        'answered',
        'The escalation has been answered. Correct the answer if it is wrong, or raise the question anew.',
      );
    case 'returned':
      return refuse('returned', 'The escalation has been returned. Raise the question anew if it still stands.');
    case 'notPursued':
      return refuse('not-pursued', 'The escalation is not being pursued. Raise the question anew if it still stands.');
  }
}
