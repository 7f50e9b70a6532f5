import { describe, expect, it } from '@jest/globals';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import { ask, names, openCycle, openMartom } from '../../../../test/support/governance-histories.ts';
import { DEPUTY_MAYOR_WY, WYCA } from '../../../../test/support/named-histories.ts';
import { series } from './series.decider.ts';
import { SERIES_FORMS } from './series.events.ts';
import { narrateSeries } from './series.narrative.ts';

/** One history in which everything happens that can happen, and how it reads. */
const told = [
  ...given(
    series,
    openMartom({ illustration: true }),
    ask('rename-series', { name: 'Regional Tasking Meeting', reason: 'It no longer oversees.' }),
    ask('add-series-alias', { alias: 'MARTOM' }),
    ask('add-series-alias', { alias: 'the tasking meeting', unresolved: true }),
    ask('retract-series-alias', { alias: 'the tasking meeting', reason: 'It is another.' }),
    ask('retract-series-alias', { alias: 'MARTOM', reason: 'It is the code.' }),
    ask('correct-series', {
      name: 'Regional Tasking Board',
      seriesKind: 'board',
      ofBody: WYCA,
      code: 'RTB',
      cadence: 'monthly',
      chairPost: DEPUTY_MAYOR_WY,
      convenedBy: secretary.kind === 'person' ? secretary.post : '',
      since: '2024',
      correctionReason: 'The terms of reference say so.',
    }),
    ask('correct-series', {
      decidedByBody: WYCA,
      effectiveOn: 'May 2024',
      clear: ['illustration'],
      correctionReason: 'The minutes name it.',
    }),
    ask('close-series', { until: 'January 2026', reason: 'The board takes its work over.' }),
    ask('retract-series-closure', { reason: 'It only paused.' }),
    ask('retract-series', { reason: 'It was opened twice.', namedBy: [] }),
  ).events,
  ...given(series, openCycle({ chairPost: DEPUTY_MAYOR_WY })).events,
].map((event) => ({ type: event.type, sentence: narrateSeries(event, names) }));

describe('The history of a series of meetings', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'Illustration: A. Secretary (Secretary of the board) opened the record of the tasking meeting “Multi Agency Regional Tasking & Oversight Meeting” (MARTOM), of YHROCU.',
      'A. Secretary (Secretary of the board) recorded that the series of meetings “Multi Agency Regional Tasking & Oversight Meeting” took the name “Regional Tasking Meeting”, because “It no longer oversees.”',
      'A. Secretary (Secretary of the board) recorded “MARTOM” as another name of the series of meetings.',
      'A. Secretary (Secretary of the board) recorded that “the tasking meeting” may be another name of the series of meetings. Whether it is has not been settled.',
      'A. Secretary (Secretary of the board) retracted that “the tasking meeting” may be another name of the series of meetings, because “It is another.”',
      'A. Secretary (Secretary of the board) retracted that “MARTOM” is another name of the series of meetings, because “It is the code.”',
      'A. Secretary (Secretary of the board) corrected what is recorded of the series of meetings: the name was “Regional Tasking Meeting”, is “Regional Tasking Board”, because “The terms of reference say so.”',
      'A. Secretary (Secretary of the board) corrected what is recorded of the series of meetings: the kind was tasking meeting, is board; the code was MARTOM, is RTB; the body was YHROCU, is West Yorkshire Combined Authority; the cadence was not given, is “monthly”; the chair was not given, is the Deputy Mayor of West Yorkshire for Policing and Crime; the convener was not given, is the Secretary of the board; the beginning was not given, is in 2024, because “The terms of reference say so.”',
      'A. Secretary (Secretary of the board) corrected what is recorded of the series of meetings: who decided was A. Secretary (Secretary of the board), is West Yorkshire Combined Authority; the day it took effect was not given, is May 2024; the mark as an illustration was given, is not given, because “The minutes name it.”',
      'A. Secretary (Secretary of the board) recorded that the series of meetings ended in January 2026, because “The board takes its work over.”',
      'A. Secretary (Secretary of the board) retracted that the series of meetings ended in January 2026, because “It only paused.” It goes on.',
      'A. Secretary (Secretary of the board) retracted the record of the series of meetings, because “It was opened twice.”',
      'A. Secretary (Secretary of the board) opened the record of the oversight cycle “HMIC extraordinary meeting cycle”, of YHROCU, held “quarterly”, chaired by the Deputy Mayor of West Yorkshire for Policing and Crime, convened by the Head of YHROCU, begun in 2025.',
    ]);
  });

  it('leaves no event untold', () => {
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(Object.keys(SERIES_FORMS)));
  });
});
