/** A recommendation can't be closed while an action is open. (P20: implemented is not finished.) */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import {
  type Closure,
  CLOSURE_LEVELS,
  type ClosureCode,
  type ClosureLayer,
  type ClosureLevel,
  type RecommendationEvent,
} from './recommendation.events.ts';
import { saidHere, standsSo } from './recommendation.said.ts';
import { openActions, type Raised } from './recommendation.state.ts';
import { misspoken, type SpeakerFacts, unspoken } from './speaker.ts';

export interface CloseRecommendation extends EveryCommand, SpeakerFacts {
  readonly kind: 'close-recommendation';
  readonly level: ClosureLevel;
  readonly layer: ClosureLayer;
  readonly code: ClosureCode;
  readonly reason: string;
}

export function closeRecommendation(
  command: CloseRecommendation,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { level, layer, code, reason } = command;
  const closure: Closure = { level, layer, code, reason };
  const standing = recommendation.closure?.fields;
  if (standing && standsSo<Closure>(command, closure, standing, recommendation)) return [];
  // A closure that was reported can be assured, and one that was assured can be verified: never the other way round.
  if (standing && CLOSURE_LEVELS.indexOf(level) <= CLOSURE_LEVELS.indexOf(standing.level)) {
    return refuse(
      'closed',
      `The recommendation is closed already (${standing.level}). Reopen it first, or close it at a higher level.`,
    );
  }
  const refusal = unspoken('closed it', command, recommendation) ?? misspoken(layer, command, recommendation);
  if (refusal) return refusal;
  const open = openActions(recommendation);
  if (open.length > 0) return refuse('actions-open', 'A recommendation can’t be closed while an action is open.', open);
  return [{ type: 'RecommendationClosed', data: { ...saidHere(command, recommendation), ...closure } }];
}
