/** A series recorded wrongly is corrected by saying what was wrong and why, also after it was closed. */

import { amendedItem, type Correcting, correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { type OpenedFields, seriesFieldsGiven } from './open-series.ts';
import type { SeriesEvent, SeriesFields } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

/** What is left out stays as it was recorded. Who decided, since when, and whether it is made up are said of the series. */
export interface CorrectSeries
  extends Correcting<'code' | 'ofBody' | 'cadence' | 'chairPost' | 'convenedBy' | 'since'>, Partial<OpenedFields> {
  readonly kind: 'correct-series';
}

/** The name may have come with a renaming and the rest with the opening: each event that was wrong is corrected. */
export function correctSeries(command: CorrectSeries, series: OpenedSeries): Verdict<SeriesEvent> {
  const given = seriesFieldsGiven(command);
  if ('refused' in given) return given;
  const is = amendedItem<SeriesFields>(command, series.known.fields, given);
  if ('refused' in is) return is;
  const { by, illustration } = command;
  const base = saidHere({ by, illustration }, series, is.ofBody === undefined ? [] : [is.ofBody]);
  return correctionsOf(series.known, is).map((correction) => ({
    type: 'MeetingSeriesCorrected',
    data: { ...base, ...correction, reason: command.correctionReason },
  }));
}
