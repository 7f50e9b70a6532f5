/** A decision that was reconsidered is reaffirmed with the reason; it was in force all the time. (P14.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { DocumentId, EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { noLongerInForce, type RecordedDecision, resolvedHere } from './decision.state.ts';

export interface ReaffirmDecision extends EveryCommand {
  readonly kind: 'reaffirm-decision';
  readonly reason: string;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
}

export function reaffirmDecision(command: ReaffirmDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const { reason, document } = command;
  const said = stated({ reason, document });
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  if (decision.status === 'inForce') {
    if (same(decision.steps.at(-1)?.said, said)) return [];
    return refuse(
      'not-under-reconsideration',
      `Decision ${decision.number} is not being reconsidered: there is nothing to reaffirm.`,
    );
  }
  return [{ type: 'DecisionReaffirmed', data: { ...resolvedHere(command, decision), ...said } }];
}
