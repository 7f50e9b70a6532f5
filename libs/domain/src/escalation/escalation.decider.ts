import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type AnswerEscalation, answerEscalation } from './answer-escalation.ts';
import { type CorrectEscalation, correctEscalation } from './correct-escalation.ts';
import { type CorrectEscalationAnswer, correctEscalationAnswer } from './correct-escalation-answer.ts';
import { type DecideAgainstNextTier, decideAgainstNextTier } from './decide-against-next-tier.ts';
import { type DoNotPursueEscalation, doNotPursueEscalation } from './do-not-pursue-escalation.ts';
import { type EscalateToNextTier, escalateToNextTier } from './escalate-to-next-tier.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { type Escalation, evolve, initial } from './escalation.state.ts';
import { type RaiseEscalation, raiseEscalation } from './raise-escalation.ts';
import { type RetractEscalation, retractEscalation } from './retract-escalation.ts';
import { type RetractEscalationStep, retractEscalationStep } from './retract-escalation-step.ts';
import { type ReturnEscalation, returnEscalation } from './return-escalation.ts';
import { type TakeUpEscalation, takeUpEscalation } from './take-up-escalation.ts';

export type EscalationCommand =
  | RaiseEscalation
  | TakeUpEscalation
  | AnswerEscalation
  | ReturnEscalation
  | DoNotPursueEscalation
  | EscalateToNextTier
  | DecideAgainstNextTier
  | CorrectEscalation
  | CorrectEscalationAnswer
  | RetractEscalationStep
  | RetractEscalation;

export const escalation: Decider<Escalation, EscalationCommand, EscalationEvent> = {
  category: 'escalation',
  initial,
  decide,
  evolve,
};

function decide(command: EscalationCommand, state: Escalation): Verdict<EscalationEvent> {
  if (command.kind === 'raise-escalation') return raiseEscalation(command, state);
  if (state.status === 'none') return refuse('not-raised', 'There is no such escalation: raise it first.');
  if (state.status === 'retracted') {
    if (command.kind === 'retract-escalation' && command.reason === state.endReason) return [];
    return refuse(
      'escalation-retracted',
      'The escalation has been retracted: nothing more can be recorded of it. Raise the question anew if it stands.',
    );
  }
  switch (command.kind) {
    case 'take-up-escalation':
      return takeUpEscalation(command, state);
    case 'answer-escalation':
      return answerEscalation(command, state);
    case 'return-escalation':
      return returnEscalation(command, state);
    case 'do-not-pursue-escalation':
      return doNotPursueEscalation(command, state);
    case 'escalate-to-next-tier':
      return escalateToNextTier(command, state);
    case 'decide-against-next-tier':
      return decideAgainstNextTier(command, state);
    case 'correct-escalation':
      return correctEscalation(command, state);
    case 'correct-escalation-answer':
      return correctEscalationAnswer(command, state);
    case 'retract-escalation-step':
      return retractEscalationStep(command, state);
    case 'retract-escalation':
      return retractEscalation(command, state);
    default:
      return never(command);
  }
}
