/** An answer recorded wrongly is corrected by saying what was wrong and why; the escalation stays answered. */

import { amendedItem, type Correcting } from '../corrections.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { AnswerFields } from './answer-escalation.ts';
import type { EscalationAnswer, EscalationEvent } from './escalation.events.ts';
import { type RaisedEscalation, saidHere } from './escalation.state.ts';

/** What is left out stays as it was recorded. Who answered, when, and whether it is made up are said of the answer. */
export interface CorrectEscalationAnswer extends Correcting<'decision' | 'document'>, Partial<AnswerFields> {
  readonly kind: 'correct-escalation-answer';
}

export function correctEscalationAnswer(
  command: CorrectEscalationAnswer,
  escalation: RaisedEscalation,
): Verdict<EscalationEvent> {
  if (!escalation.answer) {
    return refuse('not-answered', 'The escalation has not been answered: there is no answer to correct.');
  }
  const { fields: was, recordedBy: corrects } = escalation.answer;
  const { by, illustration, words, decision, document, correctionReason: reason } = command;
  const is = amendedItem<EscalationAnswer>(command, was, { words, decision, document });
  if ('refused' in is) return is;
  if (same(was, is)) return [];
  return [
    {
      type: 'EscalationAnswerCorrected',
      data: { ...saidHere({ by, illustration }, escalation), corrects, was, is, reason },
    },
  ];
}
