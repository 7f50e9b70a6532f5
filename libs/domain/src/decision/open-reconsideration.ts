/** A decision that is being reconsidered stays in force until it is reaffirmed or superseded. (P14.) */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { noLongerInForce, type RecordedDecision, saidHere } from './decision.state.ts';

export interface OpenReconsideration extends EveryCommand {
  readonly kind: 'open-reconsideration';
  /** What is being explored, in the words of the source. */
  readonly words: string;
}

export function openReconsideration(command: OpenReconsideration, decision: RecordedDecision): Verdict<DecisionEvent> {
  const { words } = command;
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  if (decision.status === 'underReconsideration') {
    if (decision.reconsideredIn === words) return [];
    return refuse(
      'under-reconsideration',
      `Decision ${decision.number} is being reconsidered already: reaffirm or supersede it first.`,
    );
  }
  return [{ type: 'ReconsiderationOpened', data: { ...saidHere(command, decision), words } }];
}
