/** A series of meetings is opened once; it may be older than the report it comes to govern. (P12.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
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
  const fields = seriesFieldsFrom(command);
  if ('refused' in fields) return fields;
  if (series.status !== 'none') {
    if (same(series.known.fields, fields)) return [];
    return refuse(
      'already-opened',
      `${series.known.fields.name} has been opened already, with other content: rename or correct it instead.`,
    );
  }
  const concerns = fields.ofBody === undefined ? [] : [fields.ofBody];
  return [
    {
      type: 'MeetingSeriesOpened',
      data: { ...said(command, command.by.body, concerns), series: command.series, ...fields },
    },
  ];
}

export function seriesFieldsFrom(command: OpenedFields): SeriesFields | Refusal {
  const refusal = dateUnclear(command.since);
  if (refusal) return refusal;
  const { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy } = command;
  const since = command.since === undefined ? undefined : readDate(command.since);
  return stated({ name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since });
}
