/**
 * Who oversees a recommendation, and on whose authority it was raised, is corrected by saying what was wrong and why;
 * everything else follows from its finding.
 */

import { amendedItem, type Correcting } from '../corrections.ts';
import { same, stated, type Verdict } from '../decider.ts';
import { said } from '../primitives.ts';
import type { Overseen, RecommendationEvent } from './recommendation.events.ts';
import type { Raised } from './recommendation.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectRecommendation extends Correcting<'overseer'>, Overseen {
  readonly kind: 'correct-recommendation';
}

export function correctRecommendation(
  command: CorrectRecommendation,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { fields: was, recordedBy: corrects } = recommendation.raised;
  const is = amendedItem(command, was, { overseer: command.overseer });
  if ('refused' in is) return is;
  if (same(was, is)) return [];
  const { by, illustration, correctionReason: reason } = command;
  const concerns = [was.overseer, is.overseer].filter((body) => body !== undefined);
  const base = said(stated({ by, illustration }), recommendation.body, concerns);
  return [{ type: 'RecommendationCorrected', data: { ...base, corrects, was, is, reason } }];
}
