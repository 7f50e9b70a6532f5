/** A position recorded wrongly is corrected by saying what was wrong and why; nothing is edited. */

import { same, type Verdict } from '../decider.ts';
import type { EveryCommand, PositionId } from '../primitives.ts';
import { incomplete, positionFrom, type PositionFields } from './record-position.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { type Raised, unknownPosition, unknownSubPart } from './recommendation.state.ts';

export interface CorrectPosition extends EveryCommand, PositionFields {
  readonly kind: 'correct-position';
  readonly position: PositionId;
  /** Why what was recorded is wrong. */
  readonly correctionReason: string;
}

export function correctPosition(command: CorrectPosition, recommendation: Raised): Verdict<RecommendationEvent> {
  const recorded = recommendation.positions[command.position];
  if (!recorded) return unknownPosition(recommendation, command.position);
  const position = positionFrom(command);
  if (same(recorded.position, position)) return [];
  const refusal = unknownSubPart(recommendation, command.subPart) ?? incomplete(position);
  if (refusal) return refusal;
  return [
    {
      type: 'PositionCorrected',
      data: {
        ...saidHere(command, recommendation),
        corrects: recorded.recordedBy,
        position: command.position,
        was: recorded.position,
        is: position,
        reason: command.correctionReason,
      },
    },
  ];
}
