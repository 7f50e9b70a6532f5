/** The next tier is asked only when a condition for it stands ("if necessary the Chief Constables"), or with a reason. (P28.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import {
  answerByFrom,
  type AnswerByFields,
  bodiesOf,
  type CitedFields,
  targetFrom,
  type TargetFields,
} from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface EscalateToNextTier extends EveryCommand, TargetFields, AnswerByFields, CitedFields {
  readonly kind: 'escalate-to-next-tier';
  readonly tier: number;
  /** Needed where no condition stands, or where it was decided not to ask the next tier. */
  readonly reason?: string;
  /** What has to be so before the tier after this is asked. */
  readonly nextTierCondition?: string;
}

export function escalateToNextTier(
  command: EscalateToNextTier,
  escalation: RaisedEscalation,
): Verdict<EscalationEvent> {
  const to = targetFrom(command);
  if ('refused' in to) return to;
  const answerBy = answerByFrom(command);
  if (answerBy && 'refused' in answerBy) return answerBy;
  const { to: from, answerBy: standing, tier: fromTier, nextTierCondition: condition } = escalation.known.fields;
  const { tier, reason, nextTierCondition, document } = command;
  const asked = { tier, to, answerBy: answerBy ?? standing, nextTierCondition };
  if (same(asked, { tier: fromTier, to: from, answerBy: standing, nextTierCondition: condition })) return [];
  const refusal = ended(escalation);
  if (refusal) return refusal;
  if (tier <= fromTier) {
    return refuse(
      'tier-not-higher',
      `The escalation stands at tier ${String(fromTier)}: the next tier has a higher number.`,
    );
  }
  if (reason === undefined && escalation.nextTierDecidedAgainst !== undefined) {
    return refuse(
      'next-tier-decided-against',
      'It was decided not to ask the next tier: give the reason why it is asked now.',
    );
  }
  if (reason === undefined && condition === undefined) {
    return refuse('reason-missing', 'No condition for the next tier stands: give the reason why it is asked.');
  }
  return [
    {
      type: 'EscalatedToNextTier',
      data: stated({
        ...saidHere(command, escalation, bodiesOf(to)),
        fromTier,
        tier,
        from,
        to,
        condition,
        reason,
        answerBy,
        nextTierCondition,
        document,
      }),
    },
  ];
}
