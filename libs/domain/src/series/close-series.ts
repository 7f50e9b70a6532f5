/** A series is closed once, with its last day and the reason; it can't end before it began. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface CloseSeries extends EveryCommand {
  readonly kind: 'close-series';
  /** The last day it met or stood, as a date expression. */
  readonly until: string;
  readonly reason: string;
}

export function closeSeries(command: CloseSeries, series: OpenedSeries): Verdict<SeriesEvent> {
  const refusal = dateUnclear(command.until);
  if (refusal) return refusal;
  const { name, since } = series.known.fields;
  const closure = { until: readDate(command.until), reason: command.reason };
  if (series.closure) {
    if (same(series.closure.fields, closure)) return [];
    return refuse(
      'series-closed',
      `${name} has been closed already, with another date or reason: retract that closure first if it is wrong.`,
    );
  }
  const lastDay = closure.until.to ?? closure.until.from;
  if (lastDay !== undefined && since?.from !== undefined && lastDay < since.from) {
    return refuse('ends-before-it-began', `${name} can’t end before it began (${since.asPrinted}).`);
  }
  return [{ type: 'MeetingSeriesClosed', data: { ...saidHere(command, series), ...closure } }];
}
