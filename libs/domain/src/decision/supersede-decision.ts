/** A decision ends when it is superseded, by another decision or by what happened, with the reason. (P14.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, DecisionId } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { noLongerInForce, type RecordedDecision, saidHere } from './decision.state.ts';

export interface SupersedeDecision extends EveryCommand {
  readonly kind: 'supersede-decision';
  /** The decision that takes its place, if one does. */
  readonly supersededBy?: DecisionId;
  readonly reason: string;
}

export function supersedeDecision(command: SupersedeDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const end = stated({ by: command.supersededBy, reason: command.reason });
  if (decision.superseded && same(decision.superseded, end)) return [];
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  if (command.supersededBy === decision.id) {
    return refuse('supersedes-itself', `Decision ${decision.number} can’t supersede itself.`);
  }
  return [{ type: 'DecisionSuperseded', data: { ...saidHere(command, decision), ...end } }];
}
