import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, openCycle, openMartom } from '../../../../test/support/governance-histories.ts';
import { series } from './series.decider.ts';

const close = (until: string, reason = 'Both action plans are done.') => ask('close-series', { until, reason });

describe('Closing a series of meetings', () => {
  it('says until when it met, as far as that is known, and why it ended', () => {
    given(series, openCycle())
      .when(close('June 2026'))
      .then({
        type: 'MeetingSeriesClosed',
        data: {
          until: { from: '2026-06-01', to: '2026-06-30', precision: 'month', asPrinted: 'June 2026' },
          reason: 'Both action plans are done.',
        },
      });
    given(series, openCycle()).when(close('unknown')).then({ type: 'MeetingSeriesClosed' });
    given(series, openMartom()).when(close('1 June 2020')).then({ type: 'MeetingSeriesClosed' });
  });

  it('adds nothing when it is closed so already', () => {
    given(series, openCycle(), close('June 2026')).when(close('June 2026')).thenNothing();
  });

  it('can’t be done again with another date or reason', () => {
    const closed = given(series, openCycle(), close('June 2026'));
    const { sentence } = closed.when(close('July 2026')).thenRefused('series-closed');
    expect(sentence).toBe(
      'HMIC extraordinary meeting cycle has been closed already, with another date or reason: retract that closure first if it is wrong.',
    );
    closed.when(close('June 2026', 'Nobody came.')).thenRefused('series-closed');
  });

  it('can’t end it before it began', () => {
    const { sentence } = given(series, openCycle({ since: '1 March 2025' }))
      .when(close('28 February 2025'))
      .thenRefused('ends-before-it-began');
    expect(sentence).toBe('HMIC extraordinary meeting cycle can’t end before it began (1 March 2025).');
    given(series, openCycle({ since: '1 March 2025' }))
      .when(close('2025'))
      .then({ type: 'MeetingSeriesClosed' });
  });

  it('is refused on a date that can’t be read, and where there is no series', () => {
    given(series, openCycle()).when(close('in due course')).thenRefused('date-unclear');
    given(series).when(close('2026')).thenRefused('not-opened');
  });
});
