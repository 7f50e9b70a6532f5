/** Who raised an escalation can stop pursuing it, with the reason. */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { CitedFields } from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface DoNotPursueEscalation extends EveryCommand, CitedFields {
  readonly kind: 'do-not-pursue-escalation';
  readonly reason: string;
}

export function doNotPursueEscalation(
  command: DoNotPursueEscalation,
  escalation: RaisedEscalation,
): Verdict<EscalationEvent> {
  const { reason, document } = command;
  if (escalation.status === 'notPursued' && escalation.endReason === reason) return [];
  const refusal = ended(escalation);
  if (refusal) return refusal;
  return [{ type: 'EscalationNotPursued', data: stated({ ...saidHere(command, escalation), reason, document }) }];
}
