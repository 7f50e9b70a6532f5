/**
 * Progress is reported on an open action, as often as there is something new to say; each note carries its own id and is
 * numbered on its action.
 */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand } from '../primitives.ts';
import type { Progress, ProgressId, RecommendationEvent } from './recommendation.events.ts';
import { saidHere, standsSo } from './recommendation.said.ts';
import {
  actionAtHome,
  nextProgressReference,
  openActionAtHome,
  progressBlocker,
  progressRetracted,
  type Raised,
} from './recommendation.state.ts';

export interface ReportProgress extends EveryCommand, Progress {
  readonly kind: 'report-progress';
  readonly action: ActionId;
  readonly progress: ProgressId;
}

export function reportProgress(command: ReportProgress, recommendation: Raised): Verdict<RecommendationEvent> {
  const known = actionAtHome(recommendation, command.action);
  if ('refused' in known) return known;
  const note: Progress = stated({ words: command.words, document: command.document });
  const recorded = known.progress.find(({ id }) => id === command.progress);
  if (recorded) {
    if (recorded.retracted !== undefined) return progressRetracted(recorded.reference);
    if (standsSo<Progress>(command, note, recorded.fields, recommendation)) return [];
    return refuse(
      'progress-already-reported',
      `${recorded.reference} has been recorded with other content: correct it instead.`,
      [progressBlocker(recorded)],
    );
  }
  const action = openActionAtHome(recommendation, command.action);
  if ('refused' in action) return action;
  const last = action.progress.findLast(({ retracted }) => retracted === undefined);
  if (last && last.fields.words === note.words && last.fields.document === note.document) {
    return refuse('progress-stands', `The last note, ${last.reference}, says this already: report what is new.`, [
      progressBlocker(last),
    ]);
  }
  const { action: id, progress } = command;
  const reference = nextProgressReference(recommendation, action);
  const base = saidHere(command, recommendation);
  return [{ type: 'ProgressReported', data: { ...base, action: id, progress, reference, ...note } }];
}
