/** An answer recorded wrongly is corrected by saying what was wrong and why; the escalation stays answered. */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, DecisionId } from '../primitives.ts';
import type { EscalationAnswer, EscalationEvent } from './escalation.events.ts';
import { type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface CorrectEscalationAnswer extends EveryCommand {
  readonly kind: 'correct-escalation-answer';
  readonly words: string;
  readonly decision?: DecisionId;
  readonly correctionReason: string;
}

export function correctEscalationAnswer(
  command: CorrectEscalationAnswer,
  escalation: RaisedEscalation,
): Verdict<EscalationEvent> {
  const standing = escalation.answer;
  if (!standing) {
    return refuse('not-answered', 'The escalation has not been answered: there is no answer to correct.');
  }
  const { words, decision, correctionReason: reason } = command;
  const is: EscalationAnswer = stated({ words, decision });
  if (same(standing.fields, is)) return [];
  return [
    {
      type: 'EscalationAnswerCorrected',
      data: {
        ...saidHere(command, escalation),
        corrects: standing.recordedBy,
        was: standing.fields,
        is,
        reason,
      },
    },
  ];
}
