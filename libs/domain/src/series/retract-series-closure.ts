/** A series that was closed in error is open again: its closure is retracted, with the reason. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface RetractSeriesClosure extends EveryCommand {
  readonly kind: 'retract-series-closure';
  readonly reason: string;
}

export function retractSeriesClosure(command: RetractSeriesClosure, series: OpenedSeries): Verdict<SeriesEvent> {
  const { reason } = command;
  if (!series.closure) {
    if (series.closureRetracted === reason) return [];
    return refuse('not-closed', `${series.known.fields.name} has not been closed: there is no closure to retract.`);
  }
  const { fields: was, recordedBy: corrects } = series.closure;
  return [{ type: 'MeetingSeriesClosureRetracted', data: { ...saidHere(command, series), corrects, was, reason } }];
}
