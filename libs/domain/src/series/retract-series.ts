/** A series opened in error, or twice, is retracted with the reason, once nothing in the record names it any more. */

import { type Blocker, refuse, type Verdict } from '../decider.ts';
import { sayList } from '../narrative.ts';
import type { EveryCommand } from '../primitives.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface RetractSeries extends EveryCommand {
  readonly kind: 'retract-series';
  readonly reason: string;
  /** Its meetings, the escalations from or to it, the actions it leads or reviews, and decisions still to assign one, as far as they stand. */
  readonly namedBy: readonly Blocker[];
}

export function retractSeries(command: RetractSeries, series: OpenedSeries): Verdict<SeriesEvent> {
  const { reason, namedBy } = command;
  if (namedBy.length > 0) {
    const naming = sayList(namedBy.map(({ kind, label }) => `${kind} ${label}`)) ?? '';
    return refuse(
      'series-named',
      `${series.known.fields.name} is named by ${naming}: correct or retract that first.`,
      namedBy,
    );
  }
  return [
    {
      type: 'MeetingSeriesRetracted',
      data: { ...saidHere(command, series), corrects: series.known.recordedBy, reason },
    },
  ];
}
