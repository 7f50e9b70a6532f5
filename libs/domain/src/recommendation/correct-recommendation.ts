/** Who oversees a recommendation is corrected by saying what was wrong and why; everything else follows from its finding. */

import { refuse, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, said } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import type { Raised } from './recommendation.state.ts';

export interface CorrectRecommendation extends EveryCommand {
  readonly kind: 'correct-recommendation';
  /** The local policing body that oversees it. */
  readonly overseer?: BodyId;
  /** Nobody oversees it. */
  readonly overseenByNobody?: boolean;
  readonly correctionReason: string;
}

export function correctRecommendation(
  command: CorrectRecommendation,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { overseer } = command;
  if ((overseer === undefined) !== (command.overseenByNobody === true)) {
    return refuse('overseer-unclear', 'Say who oversees the recommendation, or that nobody does.');
  }
  if (overseer === recommendation.overseer) return [];
  const concerns = [recommendation.overseer, overseer].filter((body) => body !== undefined);
  return [
    {
      type: 'RecommendationCorrected',
      data: {
        ...said(command, recommendation.body, concerns),
        corrects: recommendation.overseerRecordedBy,
        was: stated({ overseer: recommendation.overseer }),
        is: stated({ overseer }),
        reason: command.correctionReason,
      },
    },
  ];
}
