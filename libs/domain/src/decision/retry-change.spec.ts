import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const recorded = given(decision, recordClosing());
const refuse = ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' });
const retry = ask('retry-change', { change: 1, reason: 'The action is complete.' });

describe('Trying a refused change again', () => {
  it('opens its outcome again, and counts, so that the command that carries it out is a new one', () => {
    const then = recorded.and(refuse).when(retry);
    then.then({ type: 'ChangeRetried', data: { change: 1, reason: 'The action is complete.' } });
    expect(pendingChanges(then.state)).toMatchObject([{ number: 1, retries: 1 }]);
    expect(pendingChanges(recorded.and(refuse, retry, refuse, retry).state)).toMatchObject([{ number: 1, retries: 2 }]);
    expect(then.state).toMatchObject({ recordedBy: eventId(0) });
  });

  it('needs no reason', () => {
    const [event] = recorded
      .and(refuse)
      .when(ask('retry-change', { change: 1 }))
      .then({ type: 'ChangeRetried' });
    expect(event?.data).not.toHaveProperty('reason');
  });

  it('leaves the other changes as they are', () => {
    const [change] = recordClosing().changes ?? [];
    const two = given(decision, recordClosing({ changes: change ? [change, change] : [] }));
    const { state } = two.and(refuse, { ...refuse, change: 2 }).when(ask('retry-change', { change: 2 }));
    expect(pendingChanges(state)).toMatchObject([{ number: 2, retries: 1 }]);
  });

  it('adds nothing while it is being tried again', () => {
    recorded
      .and(refuse, retry)
      .when(ask('retry-change', { change: 1 }))
      .thenNothing();
  });

  it('is refused for a change that was not refused', () => {
    const sentences = [
      recorded.when(retry).thenRefused('change-pending'),
      recorded
        .and(ask('record-change-carried-out', { change: 1 }))
        .when(retry)
        .thenRefused('change-carried-out'),
      recorded
        .and(refuse, ask('drop-change', { change: 1, reason: 'Too late.' }))
        .when(retry)
        .thenRefused('change-dropped'),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      'Change 1 has not been tried yet: there is nothing to try again.',
      'Change 1 has been carried out: there is nothing to try again.',
      'Change 1 has been dropped: retract the drop first, or record a new decision if it has to be made after all.',
    ]);
    recorded.when({ ...retry, change: 8 }).thenRefused('change-unknown');
  });

  it('is possible once a drop was retracted', () => {
    recorded
      .and(
        refuse,
        ask('drop-change', { change: 1, reason: 'Too late.' }),
        ask('retract-drop', { change: 1, reason: 'Another was meant.' }),
      )
      .when(retry)
      .then({ type: 'ChangeRetried', data: { change: 1 } });
  });

  it('is refused once the decision was superseded: nothing is carried out for it any more', () => {
    const superseded = recorded.and(refuse, ask('supersede-decision', { reason: 'The board changed its mind.' }));
    const { sentence } = superseded.when(retry).thenRefused('superseded');
    expect(sentence).toBe(
      'Decision D-2026-002 has been superseded. Retract the supersession if it is wrong, or record a new decision.',
    );
  });
});
