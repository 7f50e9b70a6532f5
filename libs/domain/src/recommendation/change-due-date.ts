/** A due date is changed with a reason; the original is kept and extensions are counted; a statutory date can't be moved. */

import { refuse, same, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import { dueFrom, type DueFields } from './action-fields.ts';
import type { Due, RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionBlocker, openActionAtHome, type Raised } from './recommendation.state.ts';

export interface ChangeDueDate extends EveryCommand, DueFields {
  readonly kind: 'change-due-date';
  readonly action: ActionId;
  readonly reason: string;
}

export function changeDueDate(command: ChangeDueDate, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = openActionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const to = dueFrom(command);
  if ('refused' in to) return to;
  const from = action.fields.due;
  if (same(from, to)) return [];
  if (from.kind === 'on' && from.basis === 'statutory') {
    return refuse(
      'date-statutory',
      'A statutory date can’t be moved. If it was recorded wrongly, correct the action.',
      [actionBlocker(recommendation, command.action, action)],
    );
  }
  return [
    {
      type: 'DueDateChanged',
      data: {
        ...saidHere(command, recommendation),
        action: command.action,
        original: action.originalDue,
        from,
        to,
        reason: command.reason,
        extensions: action.extensions + (isLater(to, from) ? 1 : 0),
      },
    },
  ];
}

/** Giving up a date counts as moving it later; setting one where there was none does not. */
export function isLater(to: Due, from: Due): boolean {
  if (from.kind === 'noneGiven') return false;
  return to.kind === 'noneGiven' || to.date > from.date;
}
