import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const recorded = given(decision, recordClosing());
const carriedOut = ask('record-change-carried-out', { change: 1 });
const refused = ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' });

describe('A change that was carried out', () => {
  it('is recorded in the decision, and waits no longer', () => {
    const then = recorded.when(carriedOut);
    then.then({ type: 'ChangeCarriedOut', data: { change: 1 } });
    expect(pendingChanges(then.state)).toEqual([]);
  });

  it('is an illustration when the decision is one', () => {
    given(decision, recordClosing({ illustration: true }))
      .when(carriedOut)
      .then({ type: 'ChangeCarriedOut', data: { illustration: true } });
  });

  it('adds nothing where an outcome stands', () => {
    recorded.and(carriedOut).when(carriedOut).thenNothing();
    recorded.and(refused).when(carriedOut).thenNothing();
    recorded
      .and(refused, ask('drop-change', { change: 1, reason: 'Too late.' }))
      .when(carriedOut)
      .thenNothing();
  });

  it('is recorded also after the decision was superseded: it has happened', () => {
    recorded
      .and(ask('supersede-decision', { reason: 'The board changed its mind.' }))
      .when(carriedOut)
      .then({ type: 'ChangeCarriedOut' });
  });

  it('is refused where the decision has no such change', () => {
    const { sentence } = recorded.when(ask('record-change-carried-out', { change: 2 })).thenRefused('change-unknown');
    expect(sentence).toBe('Decision D-2026-002 has no change 2: it has only change 1.');
    const [, event] = recorded.and(carriedOut).events;
    const { state } = given(decision, recordClosing({ changes: [] }));
    expect(() => event && decision.evolve(state, event, eventId(1))).toThrow('No change 1 in decision D-2026-002');
  });
});
