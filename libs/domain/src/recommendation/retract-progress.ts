/** A progress note that was recorded twice, or of something nobody reported, is retracted with the reason. */

import type { Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, progressNoteCalled, type Raised, retractedNote } from './recommendation.state.ts';

export interface RetractProgress extends EveryCommand {
  readonly kind: 'retract-progress';
  readonly action: ActionId;
  /** The id of the note or its reference. */
  readonly progress: string;
  readonly reason: string;
}

export function retractProgress(command: RetractProgress, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = actionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  if (retractedNote(action, command.progress)?.retracted === command.reason) return [];
  const note = progressNoteCalled(recommendation, command.action, action, command.progress);
  if ('refused' in note) return note;
  const { id: progress, reference, fields: was, recordedBy: corrects } = note;
  const base = saidHere(command, recommendation);
  return [
    {
      type: 'ProgressRetracted',
      data: { ...base, corrects, action: command.action, progress, reference, was, reason: command.reason },
    },
  ];
}
