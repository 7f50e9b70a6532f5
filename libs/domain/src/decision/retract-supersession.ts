/** A supersession that was recorded in error is retracted with the reason: the decision is in force again, and what it had yet to change is carried out. */

import type { Verdict } from '../decider.ts';
import { type RetractsStep, stepToRetract } from './decision-steps.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type RecordedDecision, saidHere } from './decision.state.ts';

export interface RetractSupersession extends RetractsStep {
  readonly kind: 'retract-supersession';
}

export function retractSupersession(command: RetractSupersession, decision: RecordedDecision): Verdict<DecisionEvent> {
  const step = stepToRetract('supersession', command, decision);
  if (step === undefined) return [];
  if ('refused' in step) return step;
  const { recordedBy: corrects, said: was } = step;
  return [
    { type: 'SupersessionRetracted', data: { ...saidHere(command, decision), corrects, was, reason: command.reason } },
  ];
}
