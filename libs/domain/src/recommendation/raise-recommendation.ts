/** A finding falls on a body once: raising it again finds the first. A publication is not required. */

import { refuse, stated, type Verdict } from '../decider.ts';
import {
  type BodyId,
  type EveryCommand,
  type FindingId,
  type RecommendationId,
  type ReportId,
  said,
} from '../primitives.ts';
import type { FindingCopy, RecommendationEvent } from './recommendation.events.ts';
import type { Recommendation } from './recommendation.state.ts';

export interface RaiseRecommendation extends EveryCommand {
  readonly kind: 'raise-recommendation';
  readonly recommendation: RecommendationId;
  readonly reference: string;
  readonly report: ReportId;
  readonly finding: FindingId;
  /** The body that has to answer. */
  readonly body: BodyId;
  /** The local policing body that oversees it. */
  readonly overseer?: BodyId;
  readonly copy: FindingCopy;
}

export function raiseRecommendation(
  command: RaiseRecommendation,
  recommendation: Recommendation,
): Verdict<RecommendationEvent> {
  if (recommendation.status === 'raisedInError') {
    return refuse(
      'raised-in-error',
      `${recommendation.reference} was raised in error: it can’t be raised again. If that was a mistake, retract it.`,
    );
  }
  if (recommendation.status !== 'none') {
    if (recommendation.overseer === command.overseer) return [];
    return refuse('already-raised', `${recommendation.reference} has been raised already, with another overseer.`);
  }
  const { reference, report, finding, overseer, copy } = command;
  return [
    {
      type: 'RecommendationRaised',
      data: stated({
        ...said(command, command.body, overseer === undefined ? [] : [overseer]),
        recommendation: command.recommendation,
        reference,
        report,
        finding,
        overseer,
        copy,
      }),
    },
  ];
}
