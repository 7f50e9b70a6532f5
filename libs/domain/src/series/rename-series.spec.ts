import { describe, expect, it } from '@jest/globals';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import { ask, openMartom } from '../../../../test/support/governance-histories.ts';
import { SYMCA, WYCA, YHROCU } from '../../../../test/support/named-histories.ts';
import { series } from './series.decider.ts';

const rename = ask('rename-series', { name: 'Regional Tasking Meeting', reason: 'It no longer oversees.' });
const close = ask('close-series', { until: '31 January 2026', reason: 'The board takes its work over.' });

describe('Renaming a series of meetings', () => {
  it('keeps both names and the reason', () => {
    given(series, openMartom())
      .when(rename)
      .then({
        type: 'MeetingSeriesRenamed',
        data: {
          from: 'Multi Agency Regional Tasking & Oversight Meeting',
          to: 'Regional Tasking Meeting',
          reason: 'It no longer oversees.',
        },
      });
  });

  it('needs no reason, and can go back', () => {
    const back = ask('rename-series', { name: openMartom().name });
    const [event] = given(series, openMartom(), rename).when(back).then({ type: 'MeetingSeriesRenamed' });
    expect(event?.data).not.toHaveProperty('reason');
  });

  it('concerns the body that opened it and the one whose forum it is, whoever records it', () => {
    given(series, openMartom())
      .when({ ...rename, by: { ...secretary, body: WYCA } })
      .then({ type: 'MeetingSeriesRenamed', data: { body: WYCA, concerns: [SYMCA, YHROCU] } });
  });

  it('adds nothing when it has that name', () => {
    given(series, openMartom(), rename).when(rename).thenNothing();
  });

  it('is refused once the series has been closed', () => {
    const { sentence } = given(series, openMartom(), close).when(rename).thenRefused('series-closed');
    expect(sentence).toBe(
      'Multi Agency Regional Tasking & Oversight Meeting has been closed: it can’t take another name. Correct the name if it is wrong.',
    );
  });

  it('is refused where there is no series', () => {
    const { sentence } = given(series).when(rename).thenRefused('not-opened');
    expect(sentence).toBe('There is no such series of meetings: open it first.');
  });
});
