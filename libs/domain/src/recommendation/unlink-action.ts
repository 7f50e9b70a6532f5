/** A link that should not be there is removed with the reason; the action itself goes on at home. */

import { refuse, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';

export interface UnlinkAction extends EveryCommand {
  readonly kind: 'unlink-action';
  readonly action: ActionId;
  readonly reason: string;
}

export function unlinkAction(command: UnlinkAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const link = recommendation.links[command.action];
  if (!link) {
    if (recommendation.unlinked[command.action] === command.reason) return [];
    return recommendation.actions[command.action]
      ? refuse('action-at-home', 'This recommendation is the action’s home: withdraw the action instead.')
      : refuse('action-not-linked', 'This action is not linked here: there is nothing to unlink.');
  }
  return [
    {
      type: 'ActionUnlinked',
      data: { ...saidHere(command, recommendation), action: command.action, home: link.home, reason: command.reason },
    },
  ];
}
