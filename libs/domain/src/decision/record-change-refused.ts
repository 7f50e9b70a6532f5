/** That a change was refused is recorded with the sentence, and only while no outcome stands: it then waits for a person. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, type RecordedDecision, saidHere } from './decision.state.ts';

export interface RecordChangeRefused extends EveryCommand {
  readonly kind: 'record-change-refused';
  /** The change's place in the decision, counted from 1. */
  readonly change: number;
  readonly code: string;
  readonly sentence: string;
}

export function recordChangeRefused(command: RecordChangeRefused, decision: RecordedDecision): Verdict<DecisionEvent> {
  const change = changeAt(decision, command.change);
  if ('refused' in change) return change;
  if (change.outcome !== 'pending') return [];
  const { code, sentence } = command;
  return [{ type: 'ChangeRefused', data: { ...saidHere(command, decision), change: command.change, code, sentence } }];
}
