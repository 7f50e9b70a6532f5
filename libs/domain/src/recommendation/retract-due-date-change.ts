/**
 * A change of a due date that never happened is retracted with the reason: the date before stands again with its basis,
 * and an extension counts no longer. The last change comes first: the one before it rests on nothing later.
 */

import { refuse, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, actionBlocker, type Raised, withoutLastChange } from './recommendation.state.ts';

export interface RetractDueDateChange extends EveryCommand {
  readonly kind: 'retract-due-date-change';
  readonly action: ActionId;
  readonly reason: string;
}

export function retractDueDateChange(
  command: RetractDueDateChange,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { action: id, reason } = command;
  const action = actionAtHome(recommendation, id);
  if ('refused' in action) return action;
  // Sent again, it must not take the change before.
  if (action.changeRetracted.due === reason) return [];
  const last = action.changes.due.at(-1);
  if (!last) {
    return refuse(
      'due-date-unchanged',
      'No change of the action’s due date stands: there is nothing to retract. If the date is wrong, correct the action.',
      [actionBlocker(recommendation, id, action)],
    );
  }
  const { fields, extensions } = withoutLastChange(action, 'due', reason);
  return [
    {
      type: 'DueDateChangeRetracted',
      data: {
        ...saidHere(command, recommendation),
        corrects: last.recordedBy,
        action: id,
        was: action.fields.due,
        stands: fields.due,
        extensions,
        reason,
      },
    },
  ];
}
