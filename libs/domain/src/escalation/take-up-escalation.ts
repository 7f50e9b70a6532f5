/** Who was asked takes the escalation up, once at each tier. */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { type CitedFields, notByWhoWasAsked } from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface TakeUpEscalation extends EveryCommand, CitedFields {
  readonly kind: 'take-up-escalation';
}

export function takeUpEscalation(command: TakeUpEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  if (escalation.status === 'takenUp') return [];
  const refusal = ended(escalation) ?? notByWhoWasAsked('took it up', command, escalation.known.fields.to);
  if (refusal) return refusal;
  return [
    { type: 'EscalationTakenUp', data: stated({ ...saidHere(command, escalation), document: command.document }) },
  ];
}
