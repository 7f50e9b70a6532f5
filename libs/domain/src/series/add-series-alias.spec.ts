import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, openMartom, PARTNERSHIP_BOARD } from '../../../../test/support/governance-histories.ts';
import { series } from './series.decider.ts';

const board = given(
  series,
  openMartom({
    series: PARTNERSHIP_BOARD,
    name: 'West Yorkshire SOC Partnership Board',
    seriesKind: 'board',
    cadence: 'quarterly',
  }),
);
const alias = (unresolved?: boolean) =>
  ask('add-series-alias', {
    alias: 'WY Serious & Organised Crime Partnership Board',
    ...(unresolved === undefined ? {} : { unresolved }),
  });

describe('Another name of a series of meetings', () => {
  it('is kept as printed', () => {
    const [event] = board.when(alias()).then({
      type: 'MeetingSeriesAliasAdded',
      data: { alias: 'WY Serious & Organised Crime Partnership Board' },
    });
    expect(event?.data).not.toHaveProperty('unresolved');
  });

  it('may stay unresolved, and be settled later', () => {
    board.when(alias(true)).then({ type: 'MeetingSeriesAliasAdded', data: { unresolved: true } });
    board.and(alias(true)).when(alias(false)).then({ type: 'MeetingSeriesAliasAdded' });
  });

  it('adds nothing when it is known so, or is the name itself', () => {
    board.and(alias()).when(alias()).thenNothing();
    board.and(alias(true)).when(alias(true)).thenNothing();
    board.when(ask('add-series-alias', { alias: 'West Yorkshire SOC Partnership Board' })).thenNothing();
  });

  it('can’t become unresolved again', () => {
    const { sentence } = board.and(alias(true), alias()).when(alias(true)).thenRefused('alias-resolved');
    expect(sentence).toBe(
      '“WY Serious & Organised Crime Partnership Board” is known to mean West Yorkshire SOC Partnership Board: it can’t be called unresolved any more.',
    );
  });

  it('is refused where there is no series', () => {
    given(series).when(alias()).thenRefused('not-opened');
  });
});
