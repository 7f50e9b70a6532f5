/**
 * What a body says is recorded in its layer, in the exact words; rejecting or "not applicable" needs a reason, and nobody
 * is taken for the speaker of another body because they recorded it. (P02, P03, P07, P19.)
 */

import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, DocumentId, PositionId } from '../primitives.ts';
import type { Layer, Position, PositionCode, RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { type Raised, unknownPosition, unknownSubPart } from './recommendation.state.ts';

export interface PositionFields {
  readonly layer: Layer;
  readonly subPart?: string;
  readonly code: PositionCode;
  readonly words: string;
  readonly document?: DocumentId;
  readonly qualifiers?: readonly string[];
  readonly reason?: string;
}

export interface RecordPosition extends EveryCommand, PositionFields {
  readonly kind: 'record-position';
  readonly position: PositionId;
}

export function recordPosition(command: RecordPosition, recommendation: Raised): Verdict<RecommendationEvent> {
  const position = positionFrom(command);
  const recorded = recommendation.positions[command.position];
  if (recorded) {
    if (same(recorded.position, position)) return [];
    return refuse(
      'position-already-recorded',
      'This position has been recorded with other content: correct it instead.',
    );
  }
  if (recommendation.retracted[command.position] !== undefined)
    return unknownPosition(recommendation, command.position);
  const refusal =
    unknownSubPart(recommendation, command.subPart) ?? incomplete(position) ?? speakerMissing(command, recommendation);
  if (refusal) return refusal;
  return [
    {
      type: 'PositionRecorded',
      data: { ...saidHere(command, recommendation), position: command.position, ...position },
    },
  ];
}

/** Whoever records a position of their own body took it, unless the command names another. */
function speakerMissing(command: RecordPosition, recommendation: Raised): Refusal | undefined {
  const { decidedByPerson, decidedByPost, decidedByBody, underDecision } = command;
  const isNamed = [decidedByPerson, decidedByPost, decidedByBody, underDecision].some((named) => named !== undefined);
  const speaks = command.layer === 'localPolicingBody' ? recommendation.overseer : recommendation.body;
  if (isNamed || command.by.body === speaks) return undefined;
  return refuse(
    'speaker-missing',
    'Say who took this position: a person, a post or a body. You record it, but it is not your own body’s.',
  );
}

export function positionFrom(fields: PositionFields): Position {
  const { layer, subPart, code, words, document, qualifiers = [], reason } = fields;
  return stated({ layer, subPart, code, words, document, qualifiers, reason });
}

export function incomplete(position: Position): Refusal | undefined {
  const isReasoned = position.reason !== undefined && position.reason.trim() !== '';
  if (position.code === 'rejectedWithReason' && !isReasoned) {
    return refuse('reason-missing', 'A recommendation can’t be rejected without a reason.');
  }
  if (position.code === 'notApplicable' && !isReasoned) {
    return refuse('reason-missing', 'A recommendation can’t be called not applicable without a reason.');
  }
  if (position.code === 'agreedWithCondition' && position.qualifiers.length === 0) {
    return refuse('condition-missing', 'Agreeing with a condition needs the condition: quote it as a qualifier.');
  }
  return undefined;
}
