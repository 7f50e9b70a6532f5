/** An escalation is answered once, in quoted words; a decision may be the answer. (P17.) */

import { same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, DecisionId } from '../primitives.ts';
import type { EscalationAnswer, EscalationEvent } from './escalation.events.ts';
import { ended, type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface AnswerEscalation extends EveryCommand {
  readonly kind: 'answer-escalation';
  readonly words: string;
  /** The decision that is the answer. */
  readonly decision?: DecisionId;
}

/** That it was taken up need not have been recorded: an answer shows that it was. */
export function answerEscalation(command: AnswerEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const { words, decision } = command;
  const answer: EscalationAnswer = stated({ words, decision });
  if (escalation.answer && same(escalation.answer.fields, answer)) return [];
  const refusal = ended(escalation);
  if (refusal) return refusal;
  return [{ type: 'EscalationAnswered', data: { ...saidHere(command, escalation), ...answer } }];
}
