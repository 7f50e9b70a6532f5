import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { openCycle, openMartom } from '../../../../test/support/governance-histories.ts';
import { SYMCA, YHROCU } from '../../../../test/support/named-histories.ts';
import { series } from './series.decider.ts';

const nothing = given(series);

describe('A series of meetings', () => {
  it('is opened with its kind, its code and the body whose forum it is', () => {
    nothing.when(openMartom()).then({
      type: 'MeetingSeriesOpened',
      data: {
        name: 'Multi Agency Regional Tasking & Oversight Meeting',
        seriesKind: 'tasking',
        code: 'MARTOM',
        ofBody: YHROCU,
        body: SYMCA,
        concerns: [YHROCU],
      },
    });
  });

  it('may be older than the report it comes to govern', () => {
    nothing.when(openCycle()).then({
      type: 'MeetingSeriesOpened',
      data: {
        cadence: 'quarterly',
        since: { from: '2025-01-01', to: '2025-12-31', precision: 'year', asPrinted: '2025' },
      },
    });
  });

  it('need not be any body’s', () => {
    const { ofBody: _ofBody, ...command } = openMartom();
    nothing.when(command).then({ type: 'MeetingSeriesOpened', data: { concerns: [] } });
  });

  it('adds nothing when it is open with the same content', () => {
    given(series, openCycle()).when(openCycle()).thenNothing();
  });

  it('can’t be opened again with other content', () => {
    const { sentence } = given(series, openCycle())
      .when(openCycle({ cadence: 'monthly' }))
      .thenRefused('already-opened');
    expect(sentence).toBe(
      'HMIC extraordinary meeting cycle has been opened already, with other content: rename or correct it instead.',
    );
  });

  it('can’t begin on a date that can’t be read', () => {
    nothing.when(openCycle({ since: 'a while ago' })).thenRefused('date-unclear');
  });
});
