/** A closed recommendation can be reopened, with the reason, also when its closure was recorded in error. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';

export interface ReopenRecommendation extends EveryCommand {
  readonly kind: 'reopen-recommendation';
  readonly reason: string;
}

export function reopenRecommendation(
  command: ReopenRecommendation,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { closure } = recommendation;
  if (closure === undefined) {
    if (recommendation.reopenedBecause === command.reason) return [];
    return refuse('not-closed', 'The recommendation is open: there is nothing to reopen.');
  }
  const { level, layer, code, reason } = closure.fields;
  return [
    {
      type: 'RecommendationReopened',
      data: {
        ...saidHere(command, recommendation),
        reopens: closure.recordedBy,
        was: { level, layer, code, reason },
        reason: command.reason,
      },
    },
  ];
}
