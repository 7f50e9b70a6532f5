/** An open action is completed once, in the recommendation that is its home; completing it does not close anything. (P20.) */

import { same, stated, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand, DocumentId } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, openActionAtHome, type Raised } from './recommendation.state.ts';

export interface CompleteAction extends EveryCommand {
  readonly kind: 'complete-action';
  readonly action: ActionId;
  readonly words?: string;
  readonly document?: DocumentId;
}

export function completeAction(command: CompleteAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const { words, document } = command;
  const known = actionAtHome(recommendation, command.action);
  if ('refused' in known) return known;
  if (known.status === 'completed' && same(known.statusSaying, { words, document })) return [];
  const action = openActionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  return [
    {
      type: 'ActionCompleted',
      data: stated({ ...saidHere(command, recommendation), action: command.action, words, document }),
    },
  ];
}
