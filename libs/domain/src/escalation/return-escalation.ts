/** Who was asked can return an escalation without an answer, with the reason. */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { type CitedFields, notByWhoWasAsked } from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface ReturnEscalation extends EveryCommand, CitedFields {
  readonly kind: 'return-escalation';
  readonly reason: string;
}

export function returnEscalation(command: ReturnEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const { reason, document } = command;
  if (escalation.status === 'returned' && escalation.endReason === reason) return [];
  const refusal = ended(escalation) ?? notByWhoWasAsked('returned it', command, escalation.known.fields.to);
  if (refusal) return refusal;
  return [{ type: 'EscalationReturned', data: stated({ ...saidHere(command, escalation), reason, document }) }];
}
