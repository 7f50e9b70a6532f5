import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { names, recordRetained } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';
import { narrateDecision } from './decision.narrative.ts';

const { state, events } = given(decision, recordRetained());

describe('What nobody knows of a decision', () => {
  it('is never guessed at: not a command, not an event, not the sentence for one', () => {
    expect(() => decision.decide({ kind: 'forget-everything' } as never, state)).toThrow('Unexpected');
    const unknown = { type: 'EverythingForgotten', data: events[0]?.data } as never;
    expect(() => decision.evolve(state, unknown, eventId(1))).toThrow('Unexpected');
    expect(() => narrateDecision(unknown, names)).toThrow('Unexpected');
  });
});
