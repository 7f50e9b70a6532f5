/** A question, who is asked, or a date recorded wrongly is corrected by saying what was wrong and why, also after the end. */

import { correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { type AnswerByFields, bodiesOf, escalationFieldsFrom, type TargetFields } from './escalation-fields.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface CorrectEscalation extends EveryCommand, TargetFields, AnswerByFields {
  readonly kind: 'correct-escalation';
  readonly question: string;
  readonly correctionReason: string;
}

/** Whom it asks may have come with a later tier and the rest with the raising: each event that was wrong is corrected. */
export function correctEscalation(command: CorrectEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const is = escalationFieldsFrom(command);
  if ('refused' in is) return is;
  return correctionsOf(escalation.known, is).map((correction) => ({
    type: 'EscalationCorrected',
    data: { ...saidHere(command, escalation, bodiesOf(is.to)), ...correction, reason: command.correctionReason },
  }));
}
