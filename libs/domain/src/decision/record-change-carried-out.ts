/** That a change was carried out is recorded once, and only while no outcome stands. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, type RecordedDecision, saidHere } from './decision.state.ts';

export interface RecordChangeCarriedOut extends EveryCommand {
  readonly kind: 'record-change-carried-out';
  /** The change's place in the decision, counted from 1. */
  readonly change: number;
}

export function recordChangeCarriedOut(
  command: RecordChangeCarriedOut,
  decision: RecordedDecision,
): Verdict<DecisionEvent> {
  const change = changeAt(decision, command.change);
  if ('refused' in change) return change;
  if (change.outcome !== 'pending') return [];
  return [{ type: 'ChangeCarriedOut', data: { ...saidHere(command, decision), change: command.change } }];
}
