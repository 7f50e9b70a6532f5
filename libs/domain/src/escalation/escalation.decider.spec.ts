import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { names, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { escalation } from './escalation.decider.ts';
import { narrateEscalation } from './escalation.narrative.ts';

const { state, events } = given(escalation, raiseUnmetDemand());

describe('What nobody knows of an escalation', () => {
  it('is never guessed at: not a command, not an event, not the sentence for one', () => {
    expect(() => escalation.decide({ kind: 'forget-everything' } as never, state)).toThrow('Unexpected');
    const unknown = { type: 'EverythingForgotten', data: events[0]?.data } as never;
    expect(() => escalation.evolve(state, unknown, eventId(1))).toThrow('Unexpected');
    expect(() => narrateEscalation(unknown, names)).toThrow('Unexpected');
  });
});
