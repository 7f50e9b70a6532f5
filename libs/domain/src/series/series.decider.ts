import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type AddSeriesAlias, addSeriesAlias } from './add-series-alias.ts';
import { type CloseSeries, closeSeries } from './close-series.ts';
import { type CorrectSeries, correctSeries } from './correct-series.ts';
import { type OpenSeries, openSeries } from './open-series.ts';
import { type RenameSeries, renameSeries } from './rename-series.ts';
import { type RetractSeries, retractSeries } from './retract-series.ts';
import { type RetractSeriesAlias, retractSeriesAlias } from './retract-series-alias.ts';
import { type RetractSeriesClosure, retractSeriesClosure } from './retract-series-closure.ts';
import type { SeriesEvent } from './series.events.ts';
import { evolve, initial, type Series } from './series.state.ts';

export type SeriesCommand =
  | OpenSeries
  | RenameSeries
  | CorrectSeries
  | AddSeriesAlias
  | RetractSeriesAlias
  | CloseSeries
  | RetractSeriesClosure
  | RetractSeries;

export const series: Decider<Series, SeriesCommand, SeriesEvent> = { category: 'series', initial, decide, evolve };

function decide(command: SeriesCommand, state: Series): Verdict<SeriesEvent> {
  if (command.kind === 'open-series') return openSeries(command, state);
  if (state.status === 'none') return refuse('not-opened', 'There is no such series of meetings: open it first.');
  if (state.status === 'retracted') {
    if (command.kind === 'retract-series' && command.reason === state.retracted) return [];
    return refuse(
      'series-retracted',
      `${state.known.fields.name} has been retracted: nothing more can be recorded of it. Open the series that there is.`,
    );
  }
  switch (command.kind) {
    case 'rename-series':
      return renameSeries(command, state);
    case 'correct-series':
      return correctSeries(command, state);
    case 'add-series-alias':
      return addSeriesAlias(command, state);
    case 'retract-series-alias':
      return retractSeriesAlias(command, state);
    case 'close-series':
      return closeSeries(command, state);
    case 'retract-series-closure':
      return retractSeriesClosure(command, state);
    case 'retract-series':
      return retractSeries(command, state);
    default:
      return never(command);
  }
}
