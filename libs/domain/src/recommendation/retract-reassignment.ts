/** An action that was never passed on is led by whoever led it before: the last reassignment is retracted, with the reason. */

import { refuse, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, actionBlocker, type Raised, withoutLastChange } from './recommendation.state.ts';

export interface RetractReassignment extends EveryCommand {
  readonly kind: 'retract-reassignment';
  readonly action: ActionId;
  readonly reason: string;
}

export function retractReassignment(
  command: RetractReassignment,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { action: id, reason } = command;
  const action = actionAtHome(recommendation, id);
  if ('refused' in action) return action;
  // Sent again, it must not take the reassignment before.
  if (action.changeRetracted.lead === reason) return [];
  const last = action.changes.lead.at(-1);
  if (!last) {
    return refuse(
      'not-reassigned',
      'No reassignment of the action stands: there is nothing to retract. If the lead is wrong, correct the action.',
      [actionBlocker(recommendation, id, action)],
    );
  }
  const { fields } = withoutLastChange(action, 'lead', reason);
  return [
    {
      type: 'ActionReassignmentRetracted',
      data: {
        ...saidHere(command, recommendation),
        corrects: last.recordedBy,
        action: id,
        was: action.fields.lead,
        stands: fields.lead,
        reason,
      },
    },
  ];
}
