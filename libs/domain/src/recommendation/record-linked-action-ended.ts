/** When an action ends at home, the recommendations that link it are told, so that it keeps them open no longer. */

import type { Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';

export interface RecordLinkedActionEnded extends EveryCommand {
  readonly kind: 'record-linked-action-ended';
  readonly action: ActionId;
  readonly ended: 'completed' | 'withdrawn';
}

export function recordLinkedActionEnded(
  command: RecordLinkedActionEnded,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const link = recommendation.links[command.action];
  if (!link || link.isEnded) return [];
  return [
    {
      type: 'LinkedActionEnded',
      data: { ...saidHere(command, recommendation), action: command.action, home: link.home, ended: command.ended },
    },
  ];
}
