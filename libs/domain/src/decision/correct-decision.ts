/**
 * A decision recorded wrongly is corrected by saying what was wrong and why. Its number stays, and so do its changes: a
 * new decision supersedes it where something else has to be done.
 */

import { correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import { bodiesOf, type DecidedFields, decisionFieldsFrom } from './decision-fields.ts';
import type { DecisionEvent } from './decision.events.ts';
import type { RecordedDecision } from './decision.state.ts';

/** The decider and the date are those of the decision, as they should have been recorded. */
export interface CorrectDecision extends EveryCommand, DecidedFields {
  readonly kind: 'correct-decision';
  readonly correctionReason: string;
}

export function correctDecision(command: CorrectDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const is = decisionFieldsFrom(command);
  if ('refused' in is) return is;
  const { by, illustration } = command;
  // Who decided belongs to the decision: whoever records the correction answers for the correction.
  const base = said({ by, illustration: illustration === true }, by.body, [...decision.bodies, ...bodiesOf(is)]);
  return correctionsOf(decision.known, is).map((correction) => ({
    type: 'DecisionCorrected',
    data: { ...base, ...correction, reason: command.correctionReason },
  }));
}
