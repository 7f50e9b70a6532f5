/** A decision ends when it is superseded, by another decision or by what happened, with the reason. (P14.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { DocumentId, EveryCommand, DecisionId } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { noLongerInForce, type RecordedDecision, resolvedHere } from './decision.state.ts';

export interface SupersedeDecision extends EveryCommand {
  readonly kind: 'supersede-decision';
  /** The decision that takes its place, if one does. */
  readonly supersededBy?: DecisionId;
  readonly reason: string;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
}

export function supersedeDecision(command: SupersedeDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const { supersededBy, reason, document } = command;
  const said = stated({ by: supersededBy, reason, document });
  if (decision.status === 'superseded' && same(decision.steps.at(-1)?.said, said)) return [];
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  if (supersededBy === decision.id) {
    return refuse('supersedes-itself', `Decision ${decision.number} can’t supersede itself.`);
  }
  return [{ type: 'DecisionSuperseded', data: { ...resolvedHere(command, decision), ...said } }];
}
