/** A series of meetings is opened once; it may be older than the report it comes to govern. (P12.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { attributionOf } from '../corrections.ts';
import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, type PostId, said, type SeriesId } from '../primitives.ts';
import type { SeriesEvent, SeriesFields, SeriesKind } from './series.events.ts';
import type { Series } from './series.state.ts';

export interface OpenedFields {
  readonly name: string;
  readonly seriesKind: SeriesKind;
  readonly code?: string;
  readonly ofBody?: BodyId;
  readonly cadence?: string;
  readonly chairPost?: PostId;
  readonly convenedBy?: PostId;
  /** Since when it meets, as a date expression. */
  readonly since?: string;
}

export interface OpenSeries extends EveryCommand, OpenedFields {
  readonly kind: 'open-series';
  readonly series: SeriesId;
}

export function openSeries(command: OpenSeries, series: Series): Verdict<SeriesEvent> {
  const given = seriesFieldsGiven(command);
  if ('refused' in given) return given;
  const { name, seriesKind } = command;
  const fields: SeriesFields = { name, seriesKind, ...given };
  const base = said(command, command.by.body, fields.ofBody === undefined ? [] : [fields.ofBody]);
  if (series.status !== 'none') {
    if (same(series.known.fields, { ...fields, ...attributionOf(base) })) return [];
    return refuse(
      'already-opened',
      `${series.known.fields.name} has been opened already, with other content: rename or correct it instead.`,
    );
  }
  return [{ type: 'MeetingSeriesOpened', data: { ...base, series: command.series, ...fields } }];
}

/** What a command says of a series, read into what is recorded. What it leaves out is left out. */
export function seriesFieldsGiven(command: Partial<OpenedFields>): Partial<SeriesFields> | Refusal {
  const refusal = dateUnclear(command.since);
  if (refusal) return refusal;
  const { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy } = command;
  const since = command.since === undefined ? undefined : readDate(command.since);
  return stated({ name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since });
}
