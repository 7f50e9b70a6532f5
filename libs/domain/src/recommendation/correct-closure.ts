/** A closure recorded wrongly is corrected by saying what was wrong and why; the recommendation stays closed. */

import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { Closure, ClosureCode, ClosureLevel, Layer, RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import type { Raised } from './recommendation.state.ts';

export interface CorrectClosure extends EveryCommand {
  readonly kind: 'correct-closure';
  readonly level: ClosureLevel;
  readonly layer: Layer;
  readonly code: ClosureCode;
  readonly reason: string;
  readonly correctionReason: string;
}

export function correctClosure(command: CorrectClosure, recommendation: Raised): Verdict<RecommendationEvent> {
  const standing = recommendation.closure;
  if (!standing) return refuse('not-closed', 'The recommendation is not closed: there is no closure to correct.');
  const { level, layer, code, reason } = command;
  const closure: Closure = { level, layer, code, reason };
  if (same(standing.fields, closure)) return [];
  return [
    {
      type: 'ClosureCorrected',
      data: {
        ...saidHere(command, recommendation),
        corrects: standing.recordedBy,
        was: standing.fields,
        is: closure,
        reason: command.correctionReason,
      },
    },
  ];
}
