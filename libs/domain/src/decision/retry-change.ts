/** A change that was refused can be tried again once what stood in its way is gone; its outcome is then open again. */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, noLongerInForce, type RecordedDecision, saidHere } from './decision.state.ts';

export interface RetryChange extends EveryCommand {
  readonly kind: 'retry-change';
  /** The change's place in the decision, counted from 1. */
  readonly change: number;
  readonly reason?: string;
}

export function retryChange(command: RetryChange, decision: RecordedDecision): Verdict<DecisionEvent> {
  const change = changeAt(decision, command.change);
  if ('refused' in change) return change;
  const which = `Change ${String(command.change)}`;
  if (change.outcome === 'pending' && change.retries > 0) return [];
  if (change.outcome === 'pending') {
    return refuse('change-pending', `${which} has not been tried yet: there is nothing to try again.`);
  }
  if (change.outcome === 'carriedOut') {
    return refuse('change-carried-out', `${which} has been carried out: there is nothing to try again.`);
  }
  if (change.outcome === 'dropped') {
    return refuse(
      'change-dropped',
      `${which} has been dropped: retract the drop first, or record a new decision if it has to be made after all.`,
    );
  }
  const refusal = noLongerInForce(decision);
  if (refusal) return refusal;
  const data = { ...saidHere(command, decision), change: command.change, reason: command.reason };
  return [{ type: 'ChangeRetried', data: stated(data) }];
}
