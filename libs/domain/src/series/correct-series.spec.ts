import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, openCycle } from '../../../../test/support/governance-histories.ts';
import { series } from './series.decider.ts';

const { kind: _kind, series: _series, ...recorded } = openCycle();
const correct = (fields: object) =>
  ask('correct-series', { ...recorded, ...fields, correctionReason: 'The letter says so.' });
const rename = ask('rename-series', { name: 'Extraordinary cycle' });

describe('Correcting a series of meetings', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    given(series, openCycle())
      .when(correct({ cadence: 'monthly' }))
      .then({
        type: 'MeetingSeriesCorrected',
        data: {
          corrects: eventId(0),
          was: { cadence: 'quarterly' },
          is: { cadence: 'monthly' },
          reason: 'The letter says so.',
        },
      });
  });

  it('corrects each event that said something wrong', () => {
    given(series, openCycle(), rename)
      .when(correct({ name: 'Extraordinary meeting cycle', code: 'EMC' }))
      .then(
        { type: 'MeetingSeriesCorrected', data: { corrects: eventId(1), was: { name: 'Extraordinary cycle' } } },
        { type: 'MeetingSeriesCorrected', data: { corrects: eventId(0), was: {}, is: { code: 'EMC' } } },
      );
  });

  it('is possible after the series has been closed', () => {
    given(series, openCycle(), ask('close-series', { until: 'unknown', reason: 'The action plans are done.' }))
      .when(correct({ since: 'unknown' }))
      .then({ type: 'MeetingSeriesCorrected' });
  });

  it('adds nothing when that is what stands', () => {
    given(series, openCycle()).when(correct({})).thenNothing();
  });

  it('is refused with a date that can’t be read, and where there is no series', () => {
    given(series, openCycle())
      .when(correct({ since: 'for some time' }))
      .thenRefused('date-unclear');
    given(series).when(correct({})).thenRefused('not-opened');
  });

  it('never comes first in a stream', () => {
    const [, renamed] = given(series, openCycle(), rename).events;
    expect(() => renamed && series.evolve(series.initial, renamed, eventId(0))).toThrow(
      'MeetingSeriesRenamed before MeetingSeriesOpened',
    );
  });
});
