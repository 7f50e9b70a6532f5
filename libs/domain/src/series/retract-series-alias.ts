/** Another name that does not mean the series after all is retracted with the reason: nothing is found by it any more. */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface RetractSeriesAlias extends EveryCommand {
  readonly kind: 'retract-series-alias';
  readonly alias: string;
  readonly reason: string;
}

export function retractSeriesAlias(command: RetractSeriesAlias, series: OpenedSeries): Verdict<SeriesEvent> {
  const { alias, reason } = command;
  const known = series.aliases.find((standing) => standing.alias === alias);
  if (!known) {
    if (series.retractedAliases.includes(alias)) return [];
    return refuse('alias-unknown', `“${alias}” is not recorded as another name of ${series.known.fields.name}.`);
  }
  const unresolved = known.isResolved ? undefined : (true as const);
  return [
    {
      type: 'MeetingSeriesAliasRetracted',
      data: stated({ ...saidHere(command, series), alias, unresolved, corrects: known.recordedBy, reason }),
    },
  ];
}
