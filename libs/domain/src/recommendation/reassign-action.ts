/** An open action can pass to another lead; who led it before stays in the history. */

import { same, stated, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import { leadFrom, type LeadFields } from './action-fields.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { openActionAtHome, type Raised } from './recommendation.state.ts';

export interface ReassignAction extends EveryCommand, LeadFields {
  readonly kind: 'reassign-action';
  readonly action: ActionId;
  readonly reason?: string;
}

export function reassignAction(command: ReassignAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = openActionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const to = leadFrom(command);
  if ('refused' in to) return to;
  if (same(action.fields.lead, to)) return [];
  return [
    {
      type: 'ActionReassigned',
      data: stated({
        ...saidHere(command, recommendation),
        action: command.action,
        from: action.fields.lead,
        to,
        reason: command.reason,
      }),
    },
  ];
}
