/** Not asking the next tier is recorded too, with the reason. (P28.) */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { CitedFields } from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface DecideAgainstNextTier extends EveryCommand, CitedFields {
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
  const { tier, nextTierCondition: condition } = escalation.known.fields;
  return [
    {
      type: 'NextTierDecidedAgainst',
      data: stated({
        ...saidHere(command, escalation),
        tier,
        condition,
        reason: command.reason,
        document: command.document,
      }),
    },
  ];
}
