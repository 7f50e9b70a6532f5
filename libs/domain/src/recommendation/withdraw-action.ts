/** An open action can be withdrawn, with the reason. */

import { same, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, openActionAtHome, type Raised } from './recommendation.state.ts';

export interface WithdrawAction extends EveryCommand {
  readonly kind: 'withdraw-action';
  readonly action: ActionId;
  readonly reason: string;
}

export function withdrawAction(command: WithdrawAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const known = actionAtHome(recommendation, command.action);
  if ('refused' in known) return known;
  if (known.status === 'withdrawn' && same(known.statusSaying, { reason: command.reason })) return [];
  const action = openActionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  return [
    {
      type: 'ActionWithdrawn',
      data: { ...saidHere(command, recommendation), action: command.action, reason: command.reason },
    },
  ];
}
