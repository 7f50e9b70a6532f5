/**
 * A decision recorded wrongly is corrected by saying what was wrong and why. Its number stays, and so do its changes: a
 * new decision supersedes it where something else has to be done.
 */

import { type Correcting, correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { type BodyId, said } from '../primitives.ts';
import { amendedFields, bodiesOf, type ClearableOfDecision, type DecidedFields } from './decision-fields.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type RecordedDecision, recordedInError } from './decision.state.ts';

/** What is left out stays as it was recorded. The decider, the date and the mark are those of the decision. */
export interface CorrectDecision extends Correcting<ClearableOfDecision>, Partial<DecidedFields> {
  readonly kind: 'correct-decision';
  /** The bodies of what it is now said to be about, and those that oversee them. */
  readonly concerns?: readonly BodyId[];
}

export function correctDecision(command: CorrectDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const refusal = recordedInError(decision);
  if (refusal) return refusal;
  const is = amendedFields(command, decision.known.fields);
  if ('refused' in is) return is;
  const { by } = command;
  // Who decided belongs to the decision: whoever records the correction answers for the correction.
  const base = said({ by, illustration: is.illustration === true }, by.body, [
    ...decision.bodies,
    ...bodiesOf(is, command.concerns),
  ]);
  return correctionsOf(decision.known, is).map((correction) => ({
    type: 'DecisionCorrected',
    data: { ...base, ...correction, reason: command.correctionReason },
  }));
}
