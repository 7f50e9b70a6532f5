import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, MARTOM_JANUARY, openMartom } from '../../../../test/support/governance-histories.ts';
import { ACT_05 } from '../../../../test/support/named-histories.ts';
import { series } from './series.decider.ts';

const history = given(series, openMartom());
const retract = ask('retract-series', { reason: 'It was opened twice.', namedBy: [] });

describe('Retracting a series of meetings', () => {
  it('names the event that opened it, with the reason, open or closed, whatever was corrected since', () => {
    const retracted = {
      type: 'MeetingSeriesRetracted',
      data: { corrects: eventId(0), reason: 'It was opened twice.' },
    } as const;
    history
      .and(ask('correct-series', { cadence: 'monthly', correctionReason: 'Misread.' }))
      .when(retract)
      .then(retracted);
    history
      .and(ask('close-series', { until: '2026', reason: 'Done.' }))
      .when(retract)
      .then(retracted);
  });

  it('is refused while something in the record names it, and says what', () => {
    const namedBy = [
      { kind: 'meeting', id: MARTOM_JANUARY, label: 'MARTOM, January 2026 (14 January 2026)' },
      { kind: 'action', id: ACT_05, label: 'YHSOC-AFI-A/WYP/1 Adopt the solution' },
    ];
    const { sentence, because } = history.when({ ...retract, namedBy }).thenRefused('series-named');
    expect(sentence).toBe(
      'Multi Agency Regional Tasking & Oversight Meeting is named by meeting MARTOM, January 2026 (14 January 2026) and action YHSOC-AFI-A/WYP/1 Adopt the solution: correct or retract that first.',
    );
    expect(because).toEqual(namedBy);
  });

  it('is the last thing that is recorded of it', () => {
    const gone = history.and(retract);
    const { sentence } = gone.when(ask('rename-series', { name: 'MARTOM' })).thenRefused('series-retracted');
    expect(sentence).toBe(
      'Multi Agency Regional Tasking & Oversight Meeting has been retracted: nothing more can be recorded of it. Open the series that there is.',
    );
    gone
      .when(ask('correct-series', { cadence: 'monthly', correctionReason: 'Misread.' }))
      .thenRefused('series-retracted');
    gone.when(ask('add-series-alias', { alias: 'The meeting' })).thenRefused('series-retracted');
    gone.when(ask('close-series', { until: '2026', reason: 'Done.' })).thenRefused('series-retracted');
    gone.when({ ...retract, reason: 'It never met.' }).thenRefused('series-retracted');
    gone.when(retract).thenNothing();
  });

  it('is refused where there is no series', () => {
    given(series).when(retract).thenRefused('not-opened');
  });
});
