import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, LATER_DECISION, recordClosing } from '../../../../test/support/governance-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const [closing] = recordClosing().changes ?? [];
const recorded = given(decision, recordClosing({ changes: closing ? [closing, closing] : [] }));
const retract = ask('retract-decision', { reason: 'The minutes record none.' });
const refusedOne = ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' });

describe('Retracting a decision', () => {
  it('names the event that recorded it, and why; nothing is carried out for it', () => {
    const then = recorded.when(retract);
    then.then({ type: 'DecisionRetracted', data: { corrects: eventId(0), reason: 'The minutes record none.' } });
    expect(then.state).toMatchObject({ status: 'retracted' });
    expect(pendingChanges(then.state)).toEqual([]);
  });

  it('is possible while its changes were refused or dropped, and whatever became of it as a whole', () => {
    recorded
      .and(
        refusedOne,
        ask('drop-change', { change: 1, reason: 'Too late.' }),
        ask('open-reconsideration', { words: 'exploring' }),
      )
      .when(retract)
      .then({ type: 'DecisionRetracted' });
  });

  it('is refused while a change was carried out, and names it', () => {
    const { sentence, because } = recorded
      .and(refusedOne, ask('record-change-carried-out', { change: 2 }))
      .when(retract)
      .thenRefused('changes-carried-out');
    expect(sentence).toBe(
      'Decision D-2026-002 has been carried out, so it stays in the record: record a decision that undoes what it changed, and supersede it.',
    );
    expect(because).toEqual([{ kind: 'change', id: `${LATER_DECISION}/2`, label: '2, close a recommendation' }]);
  });

  it('leaves only what happened to be recorded of it', () => {
    const retracted = recorded.and(refusedOne, retract);
    retracted.when(ask('record-change-carried-out', { change: 2 })).then({ type: 'ChangeCarriedOut' });
    const { sentence } = retracted.when(ask('retry-change', { change: 1 })).thenRefused('retracted');
    expect(sentence).toBe('Decision D-2026-002 was recorded in error: record the right one instead.');
    retracted.when(ask('drop-change', { change: 1, reason: 'Too late.' })).thenRefused('retracted');
    retracted.when(ask('open-reconsideration', { words: 'exploring' })).thenRefused('retracted');
    retracted.when(ask('supersede-decision', { reason: 'Overtaken.' })).thenRefused('retracted');
    retracted.when(ask('retract-supersession', { reason: 'A slip.' })).thenRefused('retracted');
  });

  it('adds nothing when it was retracted for that reason, and is refused for another', () => {
    recorded.and(retract).when(retract).thenNothing();
    const { sentence } = recorded
      .and(retract)
      .when({ ...retract, reason: 'A slip.' })
      .thenRefused('retracted');
    expect(sentence).toBe('Decision D-2026-002 has been retracted already, for another reason.');
  });
});
