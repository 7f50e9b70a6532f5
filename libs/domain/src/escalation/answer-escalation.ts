/** An escalation is answered once, in quoted words; a decision may be the answer. (P17.) */

import { withoutAttribution } from '../corrections.ts';
import { same, stated, type Verdict } from '../decider.ts';
import type { DecisionId, EveryCommand } from '../primitives.ts';
import type { CitedFields } from './escalation-fields.ts';
import type { EscalationAnswer, EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface AnswerFields extends CitedFields {
  readonly words: string;
  /** The decision that is the answer. */
  readonly decision?: DecisionId;
}

export interface AnswerEscalation extends EveryCommand, AnswerFields {
  readonly kind: 'answer-escalation';
}

/** That it was taken up need not have been recorded: an answer shows that it was. */
export function answerEscalation(command: AnswerEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const { words, decision, document } = command;
  const answer: EscalationAnswer = stated({ words, decision, document });
  if (escalation.answer && same(withoutAttribution(escalation.answer.fields), answer)) return [];
  const refusal = ended(escalation);
  if (refusal) return refusal;
  return [{ type: 'EscalationAnswered', data: { ...saidHere(command, escalation), ...answer } }];
}
