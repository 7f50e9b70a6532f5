import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { names, openMartom } from '../../../../test/support/governance-histories.ts';
import { series } from './series.decider.ts';
import { narrateSeries } from './series.narrative.ts';

const { state, events } = given(series, openMartom());

describe('What nobody knows of a series of meetings', () => {
  it('is never guessed at: not a command, not an event, not the sentence for one', () => {
    expect(() => series.decide({ kind: 'forget-everything' } as never, state)).toThrow('Unexpected');
    const unknown = { type: 'EverythingForgotten', data: events[0]?.data } as never;
    expect(() => series.evolve(state, unknown, eventId(1))).toThrow('Unexpected');
    expect(() => narrateSeries(unknown, names)).toThrow('Unexpected');
  });
});
