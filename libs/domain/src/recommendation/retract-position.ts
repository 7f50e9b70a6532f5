/** A position nobody took is retracted with the reason: what remains is "no position recorded". */

import type { Verdict } from '../decider.ts';
import type { EveryCommand, PositionId } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { type Raised, unknownPosition } from './recommendation.state.ts';

export interface RetractPosition extends EveryCommand {
  readonly kind: 'retract-position';
  readonly position: PositionId;
  readonly reason: string;
}

export function retractPosition(command: RetractPosition, recommendation: Raised): Verdict<RecommendationEvent> {
  const recorded = recommendation.positions[command.position];
  if (!recorded) {
    if (recommendation.retracted[command.position] === command.reason) return [];
    return unknownPosition(recommendation, command.position);
  }
  return [
    {
      type: 'PositionRetracted',
      data: {
        ...saidHere(command, recommendation),
        corrects: recorded.recordedBy,
        position: command.position,
        was: recorded.position,
        reason: command.reason,
      },
    },
  ];
}
