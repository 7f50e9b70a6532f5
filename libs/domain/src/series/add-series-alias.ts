/** Another name or spelling of a series is kept as printed; whether it names this series may stay unresolved. (T14.) */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { SeriesEvent } from './series.events.ts';
import { type OpenedSeries, saidHere } from './series.state.ts';

export interface AddSeriesAlias extends EveryCommand {
  readonly kind: 'add-series-alias';
  readonly alias: string;
  /** Whether the name means this series has not been settled. Adding it again without this settles it. */
  readonly unresolved?: boolean;
}

export function addSeriesAlias(command: AddSeriesAlias, series: OpenedSeries): Verdict<SeriesEvent> {
  const { alias } = command;
  const isResolved = command.unresolved !== true;
  const known = series.aliases.find((standing) => standing.alias === alias);
  if (known?.isResolved === isResolved || alias === series.known.fields.name) return [];
  if (known?.isResolved === true) {
    return refuse(
      'alias-resolved',
      `“${alias}” is known to mean ${series.known.fields.name}: it can’t be called unresolved any more.`,
    );
  }
  return [
    {
      type: 'MeetingSeriesAliasAdded',
      data: stated({
        ...saidHere(command, series),
        alias,
        unresolved: isResolved ? undefined : (true as const),
      }),
    },
  ];
}
