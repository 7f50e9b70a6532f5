import { type Attribution, attributionOf, corrected, type Known, recorded, saidAnew } from '../corrections.ts';
import { never } from '../decider.ts';
import { type BodyId, type EveryCommand, type EveryEvent, type EventId, said, type SeriesId } from '../primitives.ts';
import type { SeriesClosure, SeriesEvent, SeriesFields } from './series.events.ts';

/** The least the rules need. Everything people read is in the views. */
export interface OpenedSeries {
  readonly status: 'open' | 'closed' | 'retracted';
  readonly id: SeriesId;
  readonly known: Known<SeriesFields & Attribution>;
  /** Codes that it was given by mistake: each is free for another. */
  readonly formerCodes: readonly string[];
  readonly aliases: readonly { readonly alias: string; readonly isResolved: boolean; readonly recordedBy: EventId }[];
  readonly retractedAliases: readonly string[];
  readonly closure: { readonly fields: SeriesClosure; readonly recordedBy: EventId } | undefined;
  /** Why its closure was retracted last, until it is closed again. */
  readonly closureRetracted: string | undefined;
  /** Why it was retracted. */
  readonly retracted: string | undefined;
  /** The body that opened it, and those whose forum it is or was said to be. */
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
      known: recorded(
        { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since, ...attributionOf(event.data) },
        eventId,
      ),
      formerCodes: [],
      aliases: [],
      retractedAliases: [],
      closure: undefined,
      closureRetracted: undefined,
      retracted: undefined,
      bodies: ofBody === undefined ? [body] : [body, ofBody],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before MeetingSeriesOpened`);
  switch (event.type) {
    case 'MeetingSeriesRenamed':
      return { ...state, known: saidAnew(state.known, { name: event.data.to }, eventId) };
    case 'MeetingSeriesCorrected': {
      const { ofBody } = event.data.is;
      const known = corrected(state.known, event.data, eventId);
      const formerCodes = [...state.formerCodes, ...(event.data.was.code === undefined ? [] : [event.data.was.code])];
      return {
        ...state,
        known,
        formerCodes: formerCodes.filter((code) => code !== known.fields.code),
        bodies: ofBody === undefined ? state.bodies : [...state.bodies, ofBody],
      };
    }
    case 'MeetingSeriesAliasAdded': {
      const { alias, unresolved } = event.data;
      const others = state.aliases.filter((known) => known.alias !== alias);
      return { ...state, aliases: [...others, { alias, isResolved: unresolved !== true, recordedBy: eventId }] };
    }
    case 'MeetingSeriesAliasRetracted': {
      const { alias } = event.data;
      return {
        ...state,
        aliases: state.aliases.filter((known) => known.alias !== alias),
        retractedAliases: [...state.retractedAliases, alias],
      };
    }
    case 'MeetingSeriesClosed':
      return {
        ...state,
        status: 'closed',
        closure: { fields: { until: event.data.until, reason: event.data.reason }, recordedBy: eventId },
        closureRetracted: undefined,
      };
    case 'MeetingSeriesClosureRetracted':
      return { ...state, status: 'open', closure: undefined, closureRetracted: event.data.reason };
    case 'MeetingSeriesRetracted':
      return { ...state, status: 'retracted', retracted: event.data.reason };
    default:
      return never(event);
  }
}

/** The base of every event after the first: it belongs to the body that records and concerns the series' own. */
export function saidHere(command: EveryCommand, series: OpenedSeries, more: readonly BodyId[] = []): EveryEvent {
  return said(command, command.by.body, [...series.bodies, ...more]);
}
