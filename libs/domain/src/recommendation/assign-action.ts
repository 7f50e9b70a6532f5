/**
 * An action can't be assigned to a closed recommendation, nor twice while it is open; its home is the recommendation it
 * is assigned in. (P08, P09.)
 */

import { type Refusal, refuse, same, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import { actionFieldsFrom, type AssignedFields } from './action-fields.ts';
import type { ActionFields, RecommendationEvent } from './recommendation.events.ts';
import { saidHere, standsSo } from './recommendation.said.ts';
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
    if (standsSo<ActionFields>(command, fields, existing.fields, recommendation)) return [];
    return refuse('action-already-assigned', 'This action has been assigned already, with other content.', [
      actionBlocker(recommendation, command.action, existing),
    ]);
  }
  if (recommendation.status === 'closed') {
    return refuse('closed', 'An action can’t be assigned to a closed recommendation: reopen it first.');
  }
  const refusal =
    linkedElsewhere(recommendation, command.action) ??
    unknownSubPart(recommendation, fields.subPart) ??
    standsAlready(fields, recommendation);
  if (refusal) return refusal;
  const number = Object.keys(recommendation.actions).length + 1;
  return [
    {
      type: 'ActionAssigned',
      data: { ...saidHere(command, recommendation), action: command.action, number, ...fields },
    },
  ];
}

/** The same work under the same lead by the same day, while it is open, is the same action. */
function standsAlready(is: ActionFields, recommendation: Raised): Refusal | undefined {
  const { title, lead, due, subPart } = is;
  const standing = Object.entries(recommendation.actions).find(
    ([, { status, fields }]) =>
      status === 'open' &&
      fields.title === title &&
      fields.subPart === subPart &&
      same(fields.lead, lead) &&
      same(fields.due, due),
  );
  if (!standing) return undefined;
  const [id, action] = standing;
  return refuse(
    'action-stands',
    `This action is open already as ${recommendation.reference}/${String(action.number)}. If it is another one, give it a title of its own.`,
    [actionBlocker(recommendation, id, action)],
  );
}
