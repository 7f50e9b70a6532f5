import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, openCycle } from '../../../../test/support/governance-histories.ts';
import { series } from './series.decider.ts';

const close = (until: string) => ask('close-series', { until, reason: 'Both action plans are done.' });
const retract = ask('retract-series-closure', { reason: 'Another cycle was meant.' });
const closed = given(series, openCycle(), close('June 2026'));

describe('Retracting the closure of a series of meetings', () => {
  it('names the event it retracts and keeps what that said, with the reason', () => {
    closed.when(retract).then({
      type: 'MeetingSeriesClosureRetracted',
      data: {
        corrects: eventId(1),
        was: {
          until: { from: '2026-06-01', to: '2026-06-30', precision: 'month', asPrinted: 'June 2026' },
          reason: 'Both action plans are done.',
        },
        reason: 'Another cycle was meant.',
      },
    });
  });

  it('leaves the series open: it can take another name, and be closed on another day', () => {
    const open = closed.and(retract);
    open.when(ask('rename-series', { name: 'The cycle' })).then({ type: 'MeetingSeriesRenamed' });
    open.when(close('July 2026')).then({ type: 'MeetingSeriesClosed' });
    open.and(close('July 2026')).when(retract).then({ type: 'MeetingSeriesClosureRetracted' });
  });

  it('is refused where no closure stands', () => {
    const { sentence } = given(series, openCycle()).when(retract).thenRefused('not-closed');
    expect(sentence).toBe('HMIC extraordinary meeting cycle has not been closed: there is no closure to retract.');
    closed
      .and(retract)
      .when({ ...retract, reason: 'Once more.' })
      .thenRefused('not-closed');
    given(series).when(retract).thenRefused('not-opened');
  });
});
