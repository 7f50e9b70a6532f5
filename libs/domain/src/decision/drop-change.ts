/** A change that was refused can be given up by a person, with the reason. The decision itself stands. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, type RecordedDecision, recordedInError, saidHere } from './decision.state.ts';

export interface DropChange extends EveryCommand {
  readonly kind: 'drop-change';
  /** The change's place in the decision, counted from 1. */
  readonly change: number;
  readonly reason: string;
}

export function dropChange(command: DropChange, decision: RecordedDecision): Verdict<DecisionEvent> {
  const change = changeAt(decision, command.change);
  if ('refused' in change) return change;
  const { reason } = command;
  const which = `Change ${String(command.change)}`;
  if (change.outcome === 'pending') {
    return refuse(
      'change-pending',
      `${which} is about to be carried out: it can be dropped only once it has been refused.`,
    );
  }
  if (change.outcome === 'carriedOut') {
    return refuse('change-carried-out', `${which} has been carried out: record a new decision to undo it.`);
  }
  if (change.outcome === 'dropped') {
    if (change.dropped?.reason === reason) return [];
    return refuse(
      'change-dropped',
      `${which} has been dropped already, for another reason: retract that drop first if its reason is wrong.`,
    );
  }
  const refusal = recordedInError(decision);
  if (refusal) return refusal;
  return [{ type: 'ChangeDropped', data: { ...saidHere(command, decision), change: command.change, reason } }];
}
