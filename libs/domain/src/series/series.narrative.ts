/** Every event of a series of meetings as the sentence an auditor reads. */

import { sayDatesApart, sayWhen } from '../calendar/say-when.ts';
import { never } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayPost,
  sayReason,
  tell,
} from '../narrative.ts';
import type { Names } from '../primitives.ts';
import type { SeriesEvent, SeriesFields, SeriesKind } from './series.events.ts';

const KINDS: Readonly<Record<SeriesKind, string>> = {
  board: 'board',
  tasking: 'tasking meeting',
  oversightCycle: 'oversight cycle',
  partnership: 'partnership',
};

export function narrateSeries(event: SeriesEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  switch (event.type) {
    case 'MeetingSeriesOpened': {
      const { seriesKind, code, since } = event.data;
      const { name, ofBody, cadence, chair, convener } = sayFields(event.data, names);
      const properties = [
        `${String(name)}${code === undefined ? '' : ` (${code})`}`,
        ifGiven(ofBody, (body) => `of ${body}`),
        ifGiven(cadence, (words) => `held ${words}`),
        ifGiven(chair, (post) => `chaired by ${post}`),
        ifGiven(convener, (post) => `convened by ${post}`),
        ifGiven(since, (date) => `begun ${sayWhen(date)}`),
      ].filter((part) => part !== undefined);
      return tell(event.data, `${who} opened the record of the ${KINDS[seriesKind]} ${properties.join(', ')}`);
    }
    case 'MeetingSeriesRenamed': {
      const { from, to, reason } = event.data;
      return tell(
        event.data,
        `${who} recorded that the series of meetings ${quote(from)} took the name ${quote(to)}${sayReason(reason)}`,
      );
    }
    case 'MeetingSeriesCorrected': {
      const was = sayFields(event.data.was, names);
      const is = sayFields(event.data.is, names);
      const changes = sayCorrection(
        ['the name', was.name, is.name],
        ['the kind', was.kind, is.kind],
        ['the code', was.code, is.code],
        ['the body', was.ofBody, is.ofBody],
        ['the cadence', was.cadence, is.cadence],
        ['the chair', was.chair, is.chair],
        ['the convener', was.convener, is.convener],
        ['the beginning', ...sayDatesApart(event.data.was.since, event.data.is.since)],
        ...attributionCorrected(event.data.was, event.data.is, names),
      );
      return tell(
        event.data,
        `${who} corrected what is recorded of the series of meetings: ${changes}${sayReason(event.data.reason)}`,
      );
    }
    case 'MeetingSeriesAliasAdded': {
      const { alias, unresolved } = event.data;
      if (unresolved) {
        return tell(
          event.data,
          `${who} recorded that ${quote(alias)} may be another name of the series of meetings`,
          'whether it is has not been settled',
        );
      }
      return tell(event.data, `${who} recorded ${quote(alias)} as another name of the series of meetings`);
    }
    case 'MeetingSeriesAliasRetracted': {
      const { alias, unresolved, reason } = event.data;
      const is = unresolved ? 'may be' : 'is';
      return tell(
        event.data,
        `${who} retracted that ${quote(alias)} ${is} another name of the series of meetings${sayReason(reason)}`,
      );
    }
    case 'MeetingSeriesClosed': {
      const { until, reason } = event.data;
      return tell(
        event.data,
        `${who} recorded that the series of meetings ended ${sayWhen(until)}${sayReason(reason)}`,
      );
    }
    case 'MeetingSeriesClosureRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that the series of meetings ended ${sayWhen(was.until)}${sayReason(reason)}`,
        'it goes on',
      );
    }
    case 'MeetingSeriesRetracted':
      return tell(event.data, `${who} retracted the record of the series of meetings${sayReason(event.data.reason)}`);
    default:
      return never(event);
  }
}

/** Each field in words, for the first record of them as for their correction. */
function sayFields(fields: Partial<SeriesFields>, names: Names) {
  const { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy } = fields;
  return {
    name: ifGiven(name, quote),
    kind: ifGiven(seriesKind, (kind) => KINDS[kind]),
    code,
    ofBody: ifGiven(ofBody, (body) => names('body', body)),
    cadence: ifGiven(cadence, quote),
    chair: ifGiven(chairPost, (post) => sayPost(post, names)),
    convener: ifGiven(convenedBy, (post) => sayPost(post, names)),
  };
}
