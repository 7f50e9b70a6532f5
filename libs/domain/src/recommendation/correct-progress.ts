/** A progress note recorded wrongly is corrected by saying what was wrong and why. */

import { refuse, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, progressNote, type Raised } from './recommendation.state.ts';

export interface CorrectProgress extends EveryCommand {
  readonly kind: 'correct-progress';
  readonly action: ActionId;
  readonly progress: string;
  readonly words: string;
  readonly correctionReason: string;
}

export function correctProgress(command: CorrectProgress, recommendation: Raised): Verdict<RecommendationEvent> {
  const action = actionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const recorded = progressNote(action, command.progress);
  if (!recorded) return refuse('progress-unknown', 'There is no such progress note on this action.');
  if (recorded.words === command.words) return [];
  return [
    {
      type: 'ProgressCorrected',
      data: {
        ...saidHere(command, recommendation),
        corrects: recorded.recordedBy,
        action: command.action,
        progress: command.progress,
        was: recorded.words,
        is: command.words,
        reason: command.correctionReason,
      },
    },
  ];
}
