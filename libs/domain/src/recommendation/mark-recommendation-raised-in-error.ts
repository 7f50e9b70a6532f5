/** A recommendation that should never have been raised is said to be so, with the reason; it can't while work on it is open. */

import { refuse, type Verdict } from '../decider.ts';
import { type EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { openActions, type Raised } from './recommendation.state.ts';

export interface MarkRecommendationRaisedInError extends EveryCommand {
  readonly kind: 'mark-recommendation-raised-in-error';
  readonly reason: string;
}

export function markRecommendationRaisedInError(
  command: MarkRecommendationRaisedInError,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  if (recommendation.status === 'closed')
    return refuse('closed', 'A closed recommendation can’t be marked as raised in error: reopen it first.');
  const open = openActions(recommendation);
  if (open.length > 0) {
    return refuse('actions-open', 'A recommendation can’t be marked as raised in error while an action is open.', open);
  }
  return [
    { type: 'RecommendationRaisedInError', data: { ...saidHere(command, recommendation), reason: command.reason } },
  ];
}
