/** A closure recorded wrongly is corrected by saying what was wrong and why, also who closed and when; it stays closed. */

import { amendedItem, type Correcting } from '../corrections.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { Closure, RecommendationEvent } from './recommendation.events.ts';
import { correctedHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';
import { isSpokenAnew, misspoken, type SpeakerFacts } from './speaker.ts';

/** What is left out stays as it was recorded. */
export interface CorrectClosure extends Correcting, Partial<Closure>, SpeakerFacts {
  readonly kind: 'correct-closure';
}

export function correctClosure(command: CorrectClosure, recommendation: Raised): Verdict<RecommendationEvent> {
  const standing = recommendation.closure;
  if (!standing) return refuse('not-closed', 'The recommendation is not closed: there is no closure to correct.');
  const { level, layer, code, reason } = command;
  const is = amendedItem(command, standing.fields, { level, layer, code, reason });
  if ('refused' in is) return is;
  if (same(standing.fields, is)) return [];
  const refusal = isSpokenAnew(standing.fields, is) ? misspoken(is.layer, command, recommendation) : undefined;
  if (refusal) return refusal;
  return [
    {
      type: 'ClosureCorrected',
      data: {
        ...correctedHere(command, recommendation),
        corrects: standing.recordedBy,
        was: standing.fields,
        is,
        reason: command.correctionReason,
      },
    },
  ];
}
