/** Progress is reported on an open action, as often as there is something to say; each note carries its own id. */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand, DocumentId } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { saidHere } from './recommendation.said.ts';
import { actionAtHome, openActionAtHome, progressNote, type Raised } from './recommendation.state.ts';

export interface ReportProgress extends EveryCommand {
  readonly kind: 'report-progress';
  readonly action: ActionId;
  readonly progress: string;
  readonly words: string;
  readonly document?: DocumentId;
}

export function reportProgress(command: ReportProgress, recommendation: Raised): Verdict<RecommendationEvent> {
  const known = actionAtHome(recommendation, command.action);
  if ('refused' in known) return known;
  const recorded = progressNote(known, command.progress);
  if (recorded) {
    if (recorded.words === command.words && recorded.document === command.document) return [];
    return refuse(
      'progress-already-reported',
      'This progress note has been recorded with other content: correct it instead.',
    );
  }
  const action = openActionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const { progress, words, document } = command;
  return [
    {
      type: 'ProgressReported',
      data: stated({ ...saidHere(command, recommendation), action: command.action, progress, words, document }),
    },
  ];
}
