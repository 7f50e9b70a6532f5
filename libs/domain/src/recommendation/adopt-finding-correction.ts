/** When a report's finding is corrected, every recommendation raised from it takes the correction over, keeping what stood. */

import { same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { FindingCopy, RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';

export interface AdoptFindingCorrection extends EveryCommand {
  readonly kind: 'adopt-finding-correction';
  readonly copy: FindingCopy;
  readonly reason: string;
}

export function adoptFindingCorrection(
  command: AdoptFindingCorrection,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  if (same(recommendation.copy, command.copy)) return [];
  return [
    {
      type: 'FindingCorrectionAdopted',
      data: {
        ...saidHere(command, recommendation),
        corrects: recommendation.copyRecordedBy,
        was: recommendation.copy,
        is: command.copy,
        reason: command.reason,
      },
    },
  ];
}
