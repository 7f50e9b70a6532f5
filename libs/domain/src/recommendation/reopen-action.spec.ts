import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ACT_16, assignAct16, closure, raiseR1, send } from '../../../../test/support/named-histories.ts';

const reopen = send('reopen-action', { action: ACT_16, reason: 'Two districts have stopped using the form.' });
const complete = send('complete-action', { action: ACT_16 });
const withdraw = send('withdraw-action', { action: ACT_16, reason: 'Overtaken.' });
const assigned = given(recommendation, raiseR1(), assignAct16());

describe('An action that was ended too early', () => {
  it.each([
    ['completed', complete],
    ['withdrawn', withdraw],
  ] as const)('is reopened with the reason when it was %s', (how, ending) => {
    assigned
      .and(ending)
      .when(reopen)
      .then({
        type: 'ActionReopened',
        data: { action: ACT_16, reopens: eventId(2), was: how, reason: 'Two districts have stopped using the form.' },
      });
  });

  it('keeps the recommendation open again', () => {
    assigned.and(complete, reopen).when(closure()).thenRefused('actions-open');
  });

  it('adds nothing when it is reopened again for the same reason', () => {
    assigned.and(complete, reopen).when(reopen).thenNothing();
  });

  it('can’t be reopened while it is open', () => {
    const { sentence, because } = assigned.when(reopen).thenRefused('action-open');
    expect(sentence).toBe('The action is open: there is nothing to reopen.');
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
    assigned
      .and(complete, reopen)
      .when({ ...reopen, reason: 'The form has changed.' })
      .thenRefused('action-open');
  });

  it('can’t be reopened in a closed recommendation', () => {
    const { sentence } = assigned.and(complete, closure()).when(reopen).thenRefused('closed');
    expect(sentence).toBe('An action of a closed recommendation can’t be reopened: reopen the recommendation first.');
  });

  it('can’t be reopened when it was never assigned', () => {
    assigned.when({ ...reopen, action: id('f', 99) }).thenRefused('action-unknown');
  });
});
