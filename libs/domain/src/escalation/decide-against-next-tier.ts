/** Not asking the next tier is recorded too, with the reason. (P28.) */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface DecideAgainstNextTier extends EveryCommand {
  readonly kind: 'decide-against-next-tier';
  readonly reason: string;
}

export function decideAgainstNextTier(
  command: DecideAgainstNextTier,
  escalation: RaisedEscalation,
): Verdict<EscalationEvent> {
  const refusal = ended(escalation);
  if (refusal) return refusal;
  if (escalation.nextTierDecidedAgainst === command.reason) return [];
  return [
    {
      type: 'NextTierDecidedAgainst',
      data: stated({
        ...saidHere(command, escalation),
        tier: escalation.tier,
        condition: escalation.nextTierCondition,
        reason: command.reason,
      }),
    },
  ];
}
