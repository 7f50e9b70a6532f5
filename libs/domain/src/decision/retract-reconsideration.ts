/** A reconsideration that was recorded in error is retracted with the reason: the decision is in force as before. */

import type { Verdict } from '../decider.ts';
import { type RetractsStep, stepToRetract } from './decision-steps.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type RecordedDecision, saidHere } from './decision.state.ts';

export interface RetractReconsideration extends RetractsStep {
  readonly kind: 'retract-reconsideration';
}

export function retractReconsideration(
  command: RetractReconsideration,
  decision: RecordedDecision,
): Verdict<DecisionEvent> {
  const step = stepToRetract('reconsideration', command, decision);
  if (step === undefined) return [];
  if ('refused' in step) return step;
  const { recordedBy: corrects, said: was } = step;
  return [
    {
      type: 'ReconsiderationRetracted',
      data: { ...saidHere(command, decision), corrects, was, reason: command.reason },
    },
  ];
}
