/** An escalation is answered once, in quoted words; a decision may be the answer. (P17.) */

import { withoutAttribution } from '../corrections.ts';
import { same, stated, type Verdict } from '../decider.ts';
import { type DecisionId, type EveryCommand, namedAuthority, namesSomebody } from '../primitives.ts';
import { type CitedFields, notByWhoWasAsked } from './escalation-fields.ts';
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

/**
 * That it was taken up need not have been recorded: an answer shows that it was. Where a decision is the answer and nobody
 * is named, the decision answers it.
 */
export function answerEscalation(command: AnswerEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const { words, decision, document } = command;
  const answer: EscalationAnswer = stated({ words, decision, document });
  const by = stated({ ...command, underDecision: namesSomebody(command) ? command.underDecision : decision });
  const standing = escalation.answer?.fields;
  if (standing && same(withoutAttribution(standing), answer)) {
    if (!namesSomebody(command) || same(namedAuthority(command), standing.decidedBy)) return [];
  }
  const refusal = ended(escalation) ?? notByWhoWasAsked('answered it', by, escalation.known.fields.to);
  if (refusal) return refusal;
  return [{ type: 'EscalationAnswered', data: { ...saidHere(by, escalation), ...answer } }];
}
