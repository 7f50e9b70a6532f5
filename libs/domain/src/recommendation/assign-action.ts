/** An action can't be assigned to a closed recommendation; its home is the recommendation it is assigned in. (P08, P09.) */

import { refuse, same, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import { actionFieldsFrom, type AssignedFields } from './action-fields.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionBlocker, linkedElsewhere, type Raised, unknownSubPart } from './recommendation.state.ts';

export interface AssignAction extends EveryCommand, AssignedFields {
  readonly kind: 'assign-action';
  readonly action: ActionId;
}

export function assignAction(command: AssignAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const fields = actionFieldsFrom(command);
  if ('refused' in fields) return fields;
  const existing = recommendation.actions[command.action];
  if (existing) {
    if (same(existing.fields, fields)) return [];
    return refuse('action-already-assigned', 'This action has been assigned already, with other content.', [
      actionBlocker(recommendation, command.action, existing),
    ]);
  }
  if (recommendation.status === 'closed') {
    return refuse('closed', 'An action can’t be assigned to a closed recommendation: reopen it first.');
  }
  const refusal = linkedElsewhere(recommendation, command.action) ?? unknownSubPart(recommendation, fields.subPart);
  if (refusal) return refusal;
  const number = Object.keys(recommendation.actions).length + 1;
  return [
    {
      type: 'ActionAssigned',
      data: { ...saidHere(command, recommendation), action: command.action, number, ...fields },
    },
  ];
}
