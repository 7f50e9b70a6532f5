/** That a recommendation was raised in error can itself be an error: it is retracted with the reason, and all stands as before. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';

export interface RetractRaisedInError extends EveryCommand {
  readonly kind: 'retract-raised-in-error';
  readonly reason: string;
}

export function retractRaisedInError(
  command: RetractRaisedInError,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { inError, status, reference } = recommendation;
  if (inError === undefined || status !== 'raisedInError') {
    if (inError?.retracted === command.reason) return [];
    return refuse('not-in-error', `${reference} is not said to be raised in error: there is nothing to retract.`);
  }
  const { recordedBy: corrects, reason: was } = inError;
  const base = saidHere(command, recommendation);
  return [{ type: 'RaisedInErrorRetracted', data: { ...base, corrects, was, reason: command.reason } }];
}
