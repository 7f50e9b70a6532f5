/**
 * What a body says is recorded in its layer, in the exact words; rejecting or "not applicable" needs a reason, nobody is
 * taken for the speaker because they recorded it, and what stands is not recorded twice. (P02, P03, P07, P19.)
 */

import { attributionOf } from '../corrections.ts';
import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, DocumentId, PositionId } from '../primitives.ts';
import type { Layer, Position, PositionCode, RecommendationEvent, SaidPosition } from './recommendation.events.ts';
import { saidHere, standsSo } from './recommendation.said.ts';
import {
  nextPositionReference,
  positionBlocker,
  positionRetracted,
  type Raised,
  type RecordedPosition,
  unknownSubPart,
} from './recommendation.state.ts';
import { kept, misspoken, type SpeakerFacts, unspoken } from './speaker.ts';

export interface PositionFields {
  readonly layer: Layer;
  readonly subPart?: string;
  /** Left out when the words carry none of the codes. */
  readonly code?: PositionCode;
  readonly words: string;
  readonly document?: DocumentId;
  readonly qualifiers?: readonly string[];
  readonly reason?: string;
}

export interface RecordPosition extends EveryCommand, PositionFields, SpeakerFacts {
  readonly kind: 'record-position';
  readonly position: PositionId;
}

export function recordPosition(command: RecordPosition, recommendation: Raised): Verdict<RecommendationEvent> {
  const position = positionFrom(command);
  const base = saidHere(command, recommendation);
  const is: SaidPosition = { ...position, ...attributionOf(base) };
  const recorded = recommendation.positions[command.position];
  if (recorded) {
    if (standsSo<Position>(command, position, recorded.fields, recommendation)) return [];
    return refuse(
      'position-already-recorded',
      `${recorded.reference} has been recorded with other content: correct it instead.`,
      [positionBlocker(command.position, recorded)],
    );
  }
  const retracted = recommendation.retracted[command.position];
  if (retracted) return positionRetracted(retracted.reference);
  const refusal =
    unknownSubPart(recommendation, command.subPart) ??
    incomplete(position) ??
    unspoken('took this position', command, recommendation) ??
    kept(command) ??
    misspoken(position.layer, command, recommendation) ??
    standsAlready(is, recommendation);
  if (refusal) return refusal;
  const reference = nextPositionReference(recommendation);
  return [{ type: 'PositionRecorded', data: { ...base, position: command.position, reference, ...position } }];
}

const TELLING = ['layer', 'subPart', 'code', 'words', 'document', 'decidedBy', 'effectiveOn'] as const;

/** The same words of the same speaker from the same day and paper are the same position, whoever records them again. */
function standsAlready(is: SaidPosition, { positions }: Raised): Refusal | undefined {
  const alike = ({ fields: said }: RecordedPosition): boolean => TELLING.every((field) => same(said[field], is[field]));
  const standing = Object.entries(positions).find(([, position]) => alike(position));
  if (!standing) return undefined;
  const [id, position] = standing;
  return refuse(
    'position-stands',
    `This stands already as ${position.reference}. If it was said a second time, give the day of that.`,
    [positionBlocker(id, position)],
  );
}

function positionFrom(fields: PositionFields): Position {
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
