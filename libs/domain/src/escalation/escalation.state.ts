import { type Attribution, attributionOf, corrected, type Known, recorded, saidAnew, unsaid } from '../corrections.ts';
import { InvariantBroken, never, type Refusal, refuse, stated } from '../decider.ts';
import {
  type BodyId,
  type EscalationId,
  type EventId,
  type EveryCommand,
  type EveryEvent,
  said,
} from '../primitives.ts';
import type {
  EscalationAnswer,
  EscalationEvent,
  EscalationFields,
  EscalationStanding,
  EscalationStep,
} from './escalation.events.ts';

type SaidFields = EscalationFields & Attribution;

/** What is said anew when the next tier is asked; the date only where one is given. */
const OF_TIER = ['to', 'tier', 'nextTierCondition'] as const;

/** A step that stands, with what stood before it: that is what its retraction leaves. */
export interface RecordedStep {
  readonly kind: EscalationStep;
  readonly recordedBy: EventId;
  readonly before: Pick<RaisedEscalation, 'status' | 'known' | 'nextTierDecidedAgainst'>;
  /** The fields that it said anew. */
  readonly said: readonly (keyof SaidFields)[];
}

/** The least the rules need. Everything people read is in the views. */
export interface RaisedEscalation {
  /** Nothing follows the last four but corrections and retractions. */
  readonly status: EscalationStanding['status'] | 'answered' | 'returned' | 'notPursued' | 'retracted';
  readonly id: EscalationId;
  readonly known: Known<SaidFields>;
  /** Why it was last decided not to ask the next tier, while that stands. */
  readonly nextTierDecidedAgainst: string | undefined;
  readonly answer: { readonly fields: EscalationAnswer & Attribution; readonly recordedBy: EventId } | undefined;
  /** Why it was returned, not pursued or retracted. */
  readonly endReason: string | undefined;
  /** The steps that stand, the first first. */
  readonly steps: readonly RecordedStep[];
  /** The step that was retracted last, until another is recorded. */
  readonly stepRetracted: { readonly step: EscalationStep; readonly reason: string } | undefined;
  /** The body that raised it, those it is put to, and those that what it is about falls on. */
  readonly bodies: readonly BodyId[];
}

export type Escalation = { readonly status: 'none' } | RaisedEscalation;

export const initial: Escalation = { status: 'none' };

export function evolve(state: Escalation, event: EscalationEvent, eventId: EventId): Escalation {
  if (event.type === 'EscalationRaised') {
    const { body, concerns, escalation, question, origin, about, to, answerBy, tier, nextTierCondition, document } =
      event.data;
    const fields = { question, origin, about, to, answerBy, tier, nextTierCondition, document };
    return {
      status: 'raised',
      id: escalation,
      known: recorded({ ...fields, ...attributionOf(event.data) }, eventId),
      nextTierDecidedAgainst: undefined,
      answer: undefined,
      endReason: undefined,
      steps: [],
      stepRetracted: undefined,
      bodies: [body, ...concerns],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before EscalationRaised`);
  const step = (kind: EscalationStep, said: RecordedStep['said'] = []): RaisedEscalation => {
    const { status, known, nextTierDecidedAgainst } = state;
    const recordedStep = { kind, recordedBy: eventId, before: { status, known, nextTierDecidedAgainst }, said };
    return { ...state, steps: [...state.steps, recordedStep], stepRetracted: undefined };
  };
  switch (event.type) {
    case 'EscalationTakenUp':
      return { ...step('takenUp'), status: 'takenUp' };
    case 'EscalationAnswered': {
      const { words, decision, document } = event.data;
      const fields = stated({ words, decision, document, ...attributionOf(event.data) });
      return { ...step('answered'), status: 'answered', answer: { fields, recordedBy: eventId } };
    }
    case 'EscalationAnswerCorrected':
      return { ...state, answer: { fields: event.data.is, recordedBy: eventId } };
    case 'EscalationReturned':
      return { ...step('returned'), status: 'returned', endReason: event.data.reason };
    case 'EscalationNotPursued':
      return { ...step('notPursued'), status: 'notPursued', endReason: event.data.reason };
    case 'EscalatedToNextTier': {
      const { to, answerBy, tier, nextTierCondition, concerns } = event.data;
      const asked = stated({ answerBy });
      return {
        ...step('escalatedToNextTier', [...OF_TIER, ...(Object.keys(asked) as 'answerBy'[])]),
        known: saidAnew(state.known, { to, tier, nextTierCondition, ...asked }, eventId),
        nextTierDecidedAgainst: undefined,
        // The next tier has yet to take it up.
        status: 'raised',
        bodies: [...state.bodies, ...concerns],
      };
    }
    case 'NextTierDecidedAgainst':
      return { ...step('nextTierDecidedAgainst'), nextTierDecidedAgainst: event.data.reason };
    case 'EscalationCorrected':
      return {
        ...state,
        known: corrected(state.known, event.data, eventId),
        bodies: [...state.bodies, ...event.data.concerns],
      };
    case 'EscalationStepRetracted':
      return withoutLastStep(state, event.data);
    case 'EscalationRetracted':
      return { ...state, status: 'retracted', endReason: event.data.reason };
    default:
      return never(event);
  }
}

/** The escalation as it stood before its last step. What was corrected since of what the step left alone stays corrected. */
export function withoutLastStep(
  escalation: RaisedEscalation,
  stepRetracted: NonNullable<RaisedEscalation['stepRetracted']>,
): RaisedEscalation {
  const last = escalation.steps.at(-1);
  if (!last) throw new InvariantBroken(`A step of the escalation ${escalation.id} was retracted, and none stands.`);
  const { before, said: fields } = last;
  return {
    ...escalation,
    status: before.status,
    known: unsaid(escalation.known, before.known, fields),
    nextTierDecidedAgainst: before.nextTierDecidedAgainst,
    answer: undefined,
    endReason: undefined,
    steps: escalation.steps.slice(0, -1),
    stepRetracted: { step: stepRetracted.step, reason: stepRetracted.reason },
  };
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
    // The decider has refused it before.
    case 'retracted':
      throw new InvariantBroken(`More was asked of the escalation ${escalation.id}, which has been retracted.`);
    case 'answered':
      return refuse(
        'answered',
        'The escalation has been answered. Correct the answer if it is wrong, or raise the question anew.',
      );
    case 'returned':
      return refuse(
        'returned',
        'The escalation has been returned. Retract that step if it is wrong, or raise the question anew if it still stands.',
      );
    case 'notPursued':
      return refuse(
        'not-pursued',
        'The escalation is not being pursued. Retract that step if it is wrong, or raise the question anew if it still stands.',
      );
  }
}
