import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ask, HEAD_OF_YHROCU, openCycle } from '../../../../test/support/governance-histories.ts';
import { WYCA, YHROCU } from '../../../../test/support/named-histories.ts';
import type { CorrectSeries } from './correct-series.ts';
import { series } from './series.decider.ts';

const correct = (fields: Partial<CorrectSeries>) =>
  ask('correct-series', { ...fields, correctionReason: 'The letter says so.' });
const SECRETARY = id('a', 1);
const SECRETARY_POST = id('b', 1);
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

  it('leaves what is left out as it was recorded, and takes away only what is cleared by name', () => {
    const { state } = given(series, openCycle()).when(correct({ seriesKind: 'board', clear: ['cadence'] }));
    expect(state).toMatchObject({
      known: { fields: { seriesKind: 'board', name: openCycle().name, ofBody: YHROCU, convenedBy: HEAD_OF_YHROCU } },
    });
    expect(state).not.toHaveProperty('known.fields.cadence');
    given(series, openCycle())
      .when(correct({ cadence: 'monthly', clear: ['cadence'] }))
      .thenRefused('clear-unclear');
  });

  it('corrects who opened it, since when, and whether it is made up; the correction itself is its recorder’s', () => {
    const [event] = given(series, openCycle({ illustration: true }))
      .when(correct({ decidedByPost: HEAD_OF_YHROCU, effectiveOn: '2025', clear: ['illustration'] }))
      .then({
        type: 'MeetingSeriesCorrected',
        data: {
          is: { decidedBy: { post: HEAD_OF_YHROCU }, effectiveOn: { from: '2025-01-01' } },
          decidedBy: { person: SECRETARY, post: SECRETARY_POST },
        },
      });
    expect(event?.data).toMatchObject({ was: { illustration: true, decidedBy: { person: SECRETARY } } });
    expect(event?.data).not.toHaveProperty('effectiveOn');
  });

  it('concerns the body whose forum it is after all', () => {
    given(series, openCycle())
      .when(correct({ ofBody: WYCA }))
      .then({ type: 'MeetingSeriesCorrected', data: { concerns: [YHROCU, WYCA] } });
    given(series, openCycle(), correct({ ofBody: WYCA }))
      .when(rename)
      .then({ type: 'MeetingSeriesRenamed', data: { concerns: [YHROCU, WYCA] } });
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
