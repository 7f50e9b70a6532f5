/** A link that should not be there is removed with the reason; the action itself goes on at home. */

import type { Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { notLinked, type Raised } from './recommendation.state.ts';

export interface UnlinkAction extends EveryCommand {
  readonly kind: 'unlink-action';
  readonly action: ActionId;
  readonly reason: string;
}

export function unlinkAction(command: UnlinkAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const link = recommendation.links[command.action];
  if (!link) {
    if (recommendation.unlinked[command.action] === command.reason) return [];
    return notLinked(recommendation, command.action, 'withdraw the action');
  }
  return [
    {
      type: 'ActionUnlinked',
      data: { ...saidHere(command, recommendation), action: command.action, home: link.home, reason: command.reason },
    },
  ];
}
