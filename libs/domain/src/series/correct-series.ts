/** A series recorded wrongly is corrected by saying what was wrong and why, also after it was closed. */

import { correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { type OpenedFields, seriesFieldsFrom } from './open-series.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface CorrectSeries extends EveryCommand, OpenedFields {
  readonly kind: 'correct-series';
  readonly correctionReason: string;
}

/** The name may have come with a renaming and the rest with the opening: each event that was wrong is corrected. */
export function correctSeries(command: CorrectSeries, series: OpenedSeries): Verdict<SeriesEvent> {
  const is = seriesFieldsFrom(command);
  if ('refused' in is) return is;
  return correctionsOf(series.known, is).map((correction) => ({
    type: 'MeetingSeriesCorrected',
    data: { ...saidHere(command, series), ...correction, reason: command.correctionReason },
  }));
}
