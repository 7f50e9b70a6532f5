import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, openMartom } from '../../../../test/support/governance-histories.ts';
import { series } from './series.decider.ts';

const add = ask('add-series-alias', { alias: 'the tasking meeting' });
const retract = ask('retract-series-alias', { alias: 'the tasking meeting', reason: 'It means another meeting.' });
const history = given(
  series,
  openMartom(),
  ask('add-series-alias', { alias: 'the tasking meeting', unresolved: true }),
);

describe('Another name that does not mean the series after all', () => {
  it('is retracted, naming the event that said so last, settled or not', () => {
    history.when(retract).then({
      type: 'MeetingSeriesAliasRetracted',
      data: {
        alias: 'the tasking meeting',
        unresolved: true,
        corrects: eventId(1),
        reason: 'It means another meeting.',
      },
    });
    const [event] = history
      .and(add)
      .when(retract)
      .then({ type: 'MeetingSeriesAliasRetracted', data: { corrects: eventId(2) } });
    expect(event?.data).not.toHaveProperty('unresolved');
  });

  it('is known no more, and can be added again', () => {
    const gone = history.and(retract);
    gone.when(retract).thenNothing();
    gone
      .and(add)
      .when(retract)
      .then({ type: 'MeetingSeriesAliasRetracted', data: { corrects: eventId(3) } });
  });

  it('has to be known', () => {
    const { sentence } = history.when({ ...retract, alias: 'the board' }).thenRefused('alias-unknown');
    expect(sentence).toBe(
      '“the board” is not recorded as another name of Multi Agency Regional Tasking & Oversight Meeting.',
    );
    given(series).when(retract).thenRefused('not-opened');
  });
});
