/** A link recorded wrongly, such as for another sub-part, is corrected by saying what was wrong and why. */

import { amendedItem, type Correcting } from '../corrections.ts';
import { same, type Verdict } from '../decider.ts';
import type { ActionId } from '../primitives.ts';
import type { Linked, RecommendationEvent } from './recommendation.events.ts';
import { correctedHere } from './recommendation.said.ts';
import { notLinked, type Raised, unknownSubPart } from './recommendation.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectLink extends Correcting<'subPart'>, Linked {
  readonly kind: 'correct-link';
  readonly action: ActionId;
}

export function correctLink(command: CorrectLink, recommendation: Raised): Verdict<RecommendationEvent> {
  const link = recommendation.links[command.action];
  if (!link) return notLinked(recommendation, command.action, 'correct the action');
  const { home, fields: was, recordedBy: corrects } = link;
  const is = amendedItem(command, was, { subPart: command.subPart });
  if ('refused' in is) return is;
  if (same(was, is)) return [];
  const refusal = unknownSubPart(recommendation, is.subPart);
  if (refusal) return refusal;
  const base = correctedHere(command, recommendation);
  const { action, correctionReason: reason } = command;
  return [{ type: 'LinkCorrected', data: { ...base, corrects, action, home, was, is, reason } }];
}
