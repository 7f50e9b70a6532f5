/** A position recorded wrongly is corrected by saying what was wrong and why, also who took it and when; nothing is edited. */

import { amendedItem, type Correcting } from '../corrections.ts';
import { same, type Verdict } from '../decider.ts';
import { incomplete, type PositionFields } from './record-position.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { correctedHere } from './recommendation.said.ts';
import { positionCalled, type Raised, unknownSubPart } from './recommendation.state.ts';
import { isSpokenAnew, misspoken, type SpeakerFacts } from './speaker.ts';

/** What is left out stays as it was recorded. */
export interface CorrectPosition
  extends Correcting<'subPart' | 'code' | 'document' | 'qualifiers' | 'reason'>, Partial<PositionFields>, SpeakerFacts {
  readonly kind: 'correct-position';
  /** Its id or its reference. */
  readonly position: string;
}

export function correctPosition(command: CorrectPosition, recommendation: Raised): Verdict<RecommendationEvent> {
  const found = positionCalled(recommendation, command.position);
  if ('refused' in found) return found;
  const { reference, fields: was, recordedBy: corrects } = found.position;
  const { layer, subPart, code, words, document, qualifiers, reason } = command;
  const is = amendedItem(
    command,
    was,
    { layer, subPart, code, words, document, qualifiers, reason },
    { qualifiers: [] },
  );
  if ('refused' in is) return is;
  if (same(was, is)) return [];
  const refusal =
    unknownSubPart(recommendation, is.subPart) ??
    incomplete(is) ??
    (isSpokenAnew(was, is) ? misspoken(is.layer, command, recommendation) : undefined);
  if (refusal) return refusal;
  return [
    {
      type: 'PositionCorrected',
      data: {
        ...correctedHere(command, recommendation),
        corrects,
        position: found.id,
        reference,
        was,
        is,
        reason: command.correctionReason,
      },
    },
  ];
}
