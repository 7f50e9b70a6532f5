/** A change that was dropped in error waits again, as it did before: it can then be tried again, or dropped anew. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, type RecordedDecision, recordedInError, saidHere } from './decision.state.ts';

export interface RetractDrop extends EveryCommand {
  readonly kind: 'retract-drop';
  /** The change's place in the decision, counted from 1. */
  readonly change: number;
  readonly reason: string;
}

export function retractDrop(command: RetractDrop, decision: RecordedDecision): Verdict<DecisionEvent> {
  const change = changeAt(decision, command.change);
  if ('refused' in change) return change;
  const { reason } = command;
  if (!change.dropped) {
    if (change.dropRetractedBecause === reason) return [];
    return refuse(
      'change-not-dropped',
      `Change ${String(command.change)} has not been dropped: there is nothing to retract.`,
    );
  }
  const refusal = recordedInError(decision);
  if (refusal) return refusal;
  const { recordedBy: corrects, ...was } = change.dropped;
  return [
    {
      type: 'ChangeDropRetracted',
      data: { ...saidHere(command, decision), change: command.change, corrects, was, reason },
    },
  ];
}
