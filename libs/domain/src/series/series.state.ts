import type { PreciseDate } from '../calendar/precise-date.ts';
import { corrected, type Known, recorded, saidAnew } from '../corrections.ts';
import { never, stated } from '../decider.ts';
import { type BodyId, type EveryCommand, type EveryEvent, type EventId, said, type SeriesId } from '../primitives.ts';
import type { SeriesEvent, SeriesFields } from './series.events.ts';

/** The least the rules need. Everything people read is in the views. */
export interface OpenedSeries {
  readonly status: 'open' | 'closed';
  readonly id: SeriesId;
  readonly known: Known<SeriesFields>;
  readonly aliases: readonly { readonly alias: string; readonly isResolved: boolean }[];
  readonly closure: { readonly until: PreciseDate; readonly reason: string } | undefined;
  /** The body that opened it, and the one whose forum it is. */
  readonly bodies: readonly BodyId[];
}

export type Series = { readonly status: 'none' } | OpenedSeries;

export const initial: Series = { status: 'none' };

export function evolve(state: Series, event: SeriesEvent, eventId: EventId): Series {
  if (event.type === 'MeetingSeriesOpened') {
    const { body, series, name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since } = event.data;
    return {
      status: 'open',
      id: series,
      known: recorded(stated({ name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since }), eventId),
      aliases: [],
      closure: undefined,
      bodies: ofBody === undefined ? [body] : [body, ofBody],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before MeetingSeriesOpened`);
  switch (event.type) {
    case 'MeetingSeriesRenamed':
      return { ...state, known: saidAnew(state.known, { name: event.data.to }, eventId) };
    case 'MeetingSeriesCorrected':
      return { ...state, known: corrected(state.known, event.data, eventId) };
    case 'MeetingSeriesAliasAdded': {
      const { alias, unresolved } = event.data;
      const others = state.aliases.filter((known) => known.alias !== alias);
      return { ...state, aliases: [...others, { alias, isResolved: unresolved !== true }] };
    }
    case 'MeetingSeriesClosed':
      return { ...state, status: 'closed', closure: { until: event.data.until, reason: event.data.reason } };
    default:
      return never(event);
  }
}

/** The base of every event after the first: it belongs to the body that records and concerns the series' own. */
export function saidHere(command: EveryCommand, series: OpenedSeries): EveryEvent {
  return said(command, command.by.body, series.bodies);
}
