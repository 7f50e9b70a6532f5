/** A progress note recorded wrongly is corrected by saying what was wrong and why, also who reported it and when. */

import { amendedItem, type Correcting } from '../corrections.ts';
import { same, type Verdict } from '../decider.ts';
import type { ActionId } from '../primitives.ts';
import type { Progress, RecommendationEvent } from './recommendation.events.ts';
import { correctedHere } from './recommendation.said.ts';
import { actionAtHome, progressNoteCalled, type Raised } from './recommendation.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectProgress extends Correcting<'document'>, Partial<Progress> {
  readonly kind: 'correct-progress';
  readonly action: ActionId;
  /** The id of the note or its reference. */
  readonly progress: string;
}

export function correctProgress(command: CorrectProgress, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = actionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const note = progressNoteCalled(recommendation, command.action, action, command.progress);
  if ('refused' in note) return note;
  const { id: progress, reference, fields: was, recordedBy: corrects } = note;
  const { words, document, correctionReason: reason } = command;
  const is = amendedItem(command, was, { words, document });
  if ('refused' in is) return is;
  if (same(was, is)) return [];
  const base = correctedHere(command, recommendation);
  return [
    {
      type: 'ProgressCorrected',
      data: { ...base, corrects, action: command.action, progress, reference, was, is, reason },
    },
  ];
}
