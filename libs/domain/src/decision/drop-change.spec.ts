import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';

const recorded = given(decision, recordClosing());
const refused = recorded.and(
  ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' }),
);
const drop = ask('drop-change', { change: 1, reason: 'The action goes on.' });

describe('Dropping a refused change', () => {
  it('gives it up, with the reason; the decision stays in force', () => {
    const then = refused.when(drop);
    then.then({ type: 'ChangeDropped', data: { change: 1, reason: 'The action goes on.' } });
    expect(then.state).toMatchObject({ status: 'inForce' });
  });

  it('adds nothing when it was dropped for that reason', () => {
    refused.and(drop).when(drop).thenNothing();
  });

  it('is refused for a change that was not refused, and for another reason', () => {
    const sentences = [
      recorded.when(drop).thenRefused('change-pending'),
      recorded
        .and(ask('record-change-carried-out', { change: 1 }))
        .when(drop)
        .thenRefused('change-carried-out'),
      refused
        .and(drop)
        .when(ask('drop-change', { change: 1, reason: 'Too late.' }))
        .thenRefused('change-dropped'),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      'Change 1 is about to be carried out: it can be dropped only once it has been refused.',
      'Change 1 has been carried out: record a new decision to undo it.',
      'Change 1 has been dropped already, for another reason: retract that drop first if its reason is wrong.',
    ]);
  });

  it('counts the changes from 1, and names those there are', () => {
    const [closing] = recordClosing().changes ?? [];
    const sentenceFor = (changes: readonly (typeof closing)[], change: number) =>
      given(decision, recordClosing({ changes: changes as never }))
        .when({ ...drop, change })
        .thenRefused('change-unknown').sentence;
    expect(sentenceFor([closing, closing, closing], 0)).toBe(
      'Decision D-2026-002 has no change 0: it has changes 1 to 3.',
    );
    expect(sentenceFor([closing], 2)).toBe('Decision D-2026-002 has no change 2: it has only change 1.');
    expect(sentenceFor([], 1)).toBe('Decision D-2026-002 has no change 1: it changes nothing elsewhere.');
  });

  it('drops the change of that number and no other', () => {
    const [closing] = recordClosing().changes ?? [];
    const { state } = given(
      decision,
      recordClosing({ changes: closing ? [closing, closing] : [] }),
      ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' }),
      ask('record-change-refused', { change: 2, code: 'actions-open', sentence: 'An action is open.' }),
    ).when({ ...drop, change: 1 });
    expect(state).toMatchObject({ changes: [{ outcome: 'dropped' }, { outcome: 'refused' }] });
  });

  it('is an illustration when the decision is one', () => {
    given(
      decision,
      recordClosing({ illustration: true }),
      ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' }),
    )
      .when(drop)
      .then({ type: 'ChangeDropped', data: { illustration: true } });
  });
});
