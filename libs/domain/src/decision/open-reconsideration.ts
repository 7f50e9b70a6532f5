/** A decision that is being reconsidered stays in force until it is reaffirmed or superseded. (P14.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { DocumentId, EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { noLongerInForce, type RecordedDecision, resolvedHere } from './decision.state.ts';

export interface OpenReconsideration extends EveryCommand {
  readonly kind: 'open-reconsideration';
  /** What is being explored, in the words of the source. */
  readonly words: string;
  /** The letter or paper that states it. */
  readonly document?: DocumentId;
}

export function openReconsideration(command: OpenReconsideration, decision: RecordedDecision): Verdict<DecisionEvent> {
  const { words, document } = command;
  const said = stated({ words, document });
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  if (decision.status === 'underReconsideration') {
    if (same(decision.steps.at(-1)?.said, said)) return [];
    return refuse(
      'under-reconsideration',
      `Decision ${decision.number} is being reconsidered already: reaffirm or supersede it first.`,
    );
  }
  return [{ type: 'ReconsiderationOpened', data: { ...resolvedHere(command, decision), ...said } }];
}
