/** An action recorded wrongly is corrected by saying what was wrong and why. A new date or lead is not a correction. */

import { same, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand, EventId } from '../primitives.ts';
import { actionFieldsFrom, type AssignedFields } from './action-fields.ts';
import type { ActionFields, RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, type Raised, type RecordedAction, unknownSubPart } from './recommendation.state.ts';

export interface CorrectAction extends EveryCommand, AssignedFields {
  readonly kind: 'correct-action';
  readonly action: ActionId;
  readonly correctionReason: string;
}

export function correctAction(command: CorrectAction, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = actionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const fields = actionFieldsFrom(command);
  if ('refused' in fields) return fields;
  if (same(action.fields, fields)) return [];
  const refusal = unknownSubPart(recommendation, fields.subPart);
  if (refusal) return refusal;
  return [
    {
      type: 'ActionCorrected',
      data: {
        ...saidHere(command, recommendation),
        corrects: wronglyRecordedBy(action, fields),
        action: command.action,
        was: action.fields,
        is: fields,
        reason: command.correctionReason,
      },
    },
  ];
}

/** A lead or a date that was changed after the assignment was recorded by that change. */
function wronglyRecordedBy(action: RecordedAction, is: ActionFields): EventId {
  if (!same(action.fields.lead, is.lead)) return action.recordedBy.lead;
  if (!same(action.fields.due, is.due)) return action.recordedBy.due;
  return action.recordedBy.fields;
}
