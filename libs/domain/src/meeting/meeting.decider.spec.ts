import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { names, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { meeting } from './meeting.decider.ts';
import { narrateMeeting } from './meeting.narrative.ts';

const { state, events } = given(meeting, recordMartomJanuary());

describe('What nobody knows of a meeting', () => {
  it('is never guessed at: not a command, not an event, not the sentence for one', () => {
    expect(() => meeting.decide({ kind: 'forget-everything' } as never, state)).toThrow('Unexpected');
    const unknown = { type: 'EverythingForgotten', data: events[0]?.data } as never;
    expect(() => meeting.evolve(state, unknown, eventId(1))).toThrow('Unexpected');
    expect(() => narrateMeeting(unknown, names)).toThrow('Unexpected');
  });
});
