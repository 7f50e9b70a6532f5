/** A decision that was reconsidered is reaffirmed with the reason; it was in force all the time. (P14.) */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { noLongerInForce, type RecordedDecision, saidHere } from './decision.state.ts';

export interface ReaffirmDecision extends EveryCommand {
  readonly kind: 'reaffirm-decision';
  readonly reason: string;
}

export function reaffirmDecision(command: ReaffirmDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const { reason } = command;
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  if (decision.status === 'inForce') {
    if (decision.reaffirmedBecause === reason) return [];
    return refuse(
      'not-under-reconsideration',
      `Decision ${decision.number} is not being reconsidered: there is nothing to reaffirm.`,
    );
  }
  return [{ type: 'DecisionReaffirmed', data: { ...saidHere(command, decision), reason } }];
}
