/** A reaffirmation that was recorded in error is retracted with the reason: the decision is being reconsidered again. */

import type { Verdict } from '../decider.ts';
import { type RetractsStep, stepToRetract } from './decision-steps.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type RecordedDecision, saidHere } from './decision.state.ts';

export interface RetractReaffirmation extends RetractsStep {
  readonly kind: 'retract-reaffirmation';
}

export function retractReaffirmation(
  command: RetractReaffirmation,
  decision: RecordedDecision,
): Verdict<DecisionEvent> {
  const step = stepToRetract('reaffirmation', command, decision);
  if (step === undefined) return [];
  if ('refused' in step) return step;
  const { recordedBy: corrects, said: was } = step;
  return [
    { type: 'ReaffirmationRetracted', data: { ...saidHere(command, decision), corrects, was, reason: command.reason } },
  ];
}
