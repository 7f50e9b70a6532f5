/** A series takes another name while it meets; the name it had stays in the history. */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface RenameSeries extends EveryCommand {
  readonly kind: 'rename-series';
  readonly name: string;
  readonly reason?: string;
}

export function renameSeries(command: RenameSeries, series: OpenedSeries): Verdict<SeriesEvent> {
  const { name: to, reason } = command;
  const from = series.known.fields.name;
  if (from === to) return [];
  if (series.status === 'closed') {
    return refuse(
      'series-closed',
      `${from} has been closed: it can’t take another name. Correct the name if it is wrong.`,
    );
  }
  return [{ type: 'MeetingSeriesRenamed', data: stated({ ...saidHere(command, series), from, to, reason }) }];
}
