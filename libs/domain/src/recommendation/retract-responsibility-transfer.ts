/**
 * The oversight of a recommendation that never passed on is with whoever had it before: the last transfer is retracted,
 * with the reason.
 */

import { refuse, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { type Raised, withoutLastTransfer } from './recommendation.state.ts';

export interface RetractResponsibilityTransfer extends EveryCommand {
  readonly kind: 'retract-responsibility-transfer';
  readonly reason: string;
}

export function retractResponsibilityTransfer(
  command: RetractResponsibilityTransfer,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { reason } = command;
  // Sent again, it must not take the transfer before.
  if (recommendation.transferRetracted === reason) return [];
  const last = recommendation.transfers.at(-1);
  if (!last) {
    return refuse(
      'not-transferred',
      `No transfer of the oversight of ${recommendation.reference} stands: there is nothing to retract. If its overseer is wrong, correct the recommendation.`,
    );
  }
  const { overseer: was } = recommendation;
  const { overseer: stands } = withoutLastTransfer(recommendation, reason);
  const concerns = [was, stands].filter((body) => body !== undefined);
  const base = said(command, recommendation.body, concerns);
  return [
    {
      type: 'ResponsibilityTransferRetracted',
      data: stated({ ...base, corrects: last.recordedBy, was, stands, reason }),
    },
  ];
}
