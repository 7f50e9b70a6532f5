/**
 * An action that was ended too early, or whose end was recorded in error, is reopened with the reason; a closed
 * recommendation has to be reopened first.
 */

import { refuse, same, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, actionBlocker, type Raised } from './recommendation.state.ts';

export interface ReopenAction extends EveryCommand {
  readonly kind: 'reopen-action';
  readonly action: ActionId;
  readonly reason: string;
}

export function reopenAction(command: ReopenAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = actionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const { status: was, endedBy } = action;
  if (was === 'open' || endedBy === undefined) {
    if (same(action.statusSaying, { reason: command.reason })) return [];
    return refuse('action-open', 'The action is open: there is nothing to reopen.', [
      actionBlocker(recommendation, command.action, action),
    ]);
  }
  if (recommendation.status === 'closed') {
    return refuse('closed', 'An action of a closed recommendation can’t be reopened: reopen the recommendation first.');
  }
  return [
    {
      type: 'ActionReopened',
      data: {
        ...saidHere(command, recommendation),
        action: command.action,
        reopens: endedBy,
        was,
        reason: command.reason,
      },
    },
  ];
}
