/** An action recorded wrongly is corrected by saying what was wrong and why. A new date or lead is not a correction. */

import { correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import type { ActionId } from '../primitives.ts';
import { amendedActionFields, type AmendedFields } from './action-fields.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { correctedHere } from './recommendation.said.ts';
import { actionAtHome, type Raised, unknownSubPart } from './recommendation.state.ts';

/** What is left out stays as it was recorded. */
export type CorrectAction = AmendedFields & { readonly kind: 'correct-action'; readonly action: ActionId };

/** A lead or a date that was changed after the assignment was recorded by that change: each correction names its event. */
export function correctAction(command: CorrectAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = actionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const fields = amendedActionFields(command, action.fields);
  if ('refused' in fields) return fields;
  const corrections = correctionsOf(action, fields);
  const refusal = corrections.length === 0 ? undefined : unknownSubPart(recommendation, fields.subPart);
  if (refusal) return refusal;
  const base = correctedHere(command, recommendation);
  return corrections.map((correction) => ({
    type: 'ActionCorrected',
    data: { ...base, action: command.action, ...correction, reason: command.correctionReason },
  }));
}
