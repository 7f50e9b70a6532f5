/** Who was asked takes the escalation up, once at each tier. */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { CitedFields } from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface TakeUpEscalation extends EveryCommand, CitedFields {
  readonly kind: 'take-up-escalation';
}

export function takeUpEscalation(command: TakeUpEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  if (escalation.status === 'takenUp') return [];
  const refusal = ended(escalation);
  if (refusal) return refusal;
  return [
    { type: 'EscalationTakenUp', data: stated({ ...saidHere(command, escalation), document: command.document }) },
  ];
}
