/** A position nobody took is retracted with the reason: what remains is "no position recorded". */

import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { positionCalled, type Raised, retractedPosition } from './recommendation.state.ts';

export interface RetractPosition extends EveryCommand {
  readonly kind: 'retract-position';
  /** Its id or its reference. */
  readonly position: string;
  readonly reason: string;
}

export function retractPosition(command: RetractPosition, recommendation: Raised): Verdict<RecommendationEvent> {
  if (retractedPosition(recommendation, command.position)?.reason === command.reason) return [];
  const found = positionCalled(recommendation, command.position);
  if ('refused' in found) return found;
  const { reference, fields: was, recordedBy: corrects } = found.position;
  return [
    {
      type: 'PositionRetracted',
      data: {
        ...saidHere(command, recommendation),
        corrects,
        position: found.id,
        reference,
        was,
        reason: command.reason,
      },
    },
  ];
}
