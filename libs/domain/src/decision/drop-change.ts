/** A change that was refused can be given up by a person, with the reason. The decision itself stands. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, type RecordedDecision, saidHere } from './decision.state.ts';

export interface DropChange extends EveryCommand {
  readonly kind: 'drop-change';
  /** The change's place in the decision, counted from 0. */
  readonly change: number;
  readonly reason: string;
}

export function dropChange(command: DropChange, decision: RecordedDecision): Verdict<DecisionEvent> {
  const change = changeAt(decision, command.change);
  if ('refused' in change) return change;
  const { reason } = command;
  if (change.outcome === 'pending') {
    return refuse('change-pending', 'The change is about to be carried out: it can be dropped only if it is refused.');
  }
  if (change.outcome === 'carriedOut') {
    return refuse('change-carried-out', 'The change has been carried out: record a new decision to undo it.');
  }
  if (change.outcome === 'dropped') {
    if (change.droppedBecause === reason) return [];
    return refuse('change-dropped', 'The change has been dropped already, for another reason.');
  }
  return [{ type: 'ChangeDropped', data: { ...saidHere(command, decision), change: command.change, reason } }];
}
