import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  linkAct05,
  raiseAfiA,
  raiseR1,
  ROCTA_MANAGER,
  send,
  SOC_COORDINATOR,
} from '../../../../test/support/named-histories.ts';

const pass = (leadPost: string) => send('reassign-action', { action: ACT_16, leadPost, reason: 'A lead is named.' });
const retract = (reason = 'Another action was meant.') => send('retract-reassignment', { action: ACT_16, reason });
const post = (id: string) => ({ kind: 'post', post: id }) as const;
const passed = given(recommendation, raiseR1(), assignAct16(), pass(SOC_COORDINATOR));

describe('A reassignment that never happened', () => {
  it('is retracted, and the action has the lead it had before', () => {
    passed.when(retract()).then({
      type: 'ActionReassignmentRetracted',
      data: {
        corrects: eventId(2),
        action: ACT_16,
        was: post(SOC_COORDINATOR),
        stands: { kind: 'notNamed' },
        reason: 'Another action was meant.',
      },
    });
    expect(passed.and(retract()).state).toMatchObject({
      actions: { [ACT_16]: { fields: { lead: { kind: 'notNamed' } } } },
    });
  });

  it('leaves the ones before it, of which each can be retracted in turn', () => {
    const twice = passed.and(pass(ROCTA_MANAGER));
    twice
      .when(retract())
      .then({ type: 'ActionReassignmentRetracted', data: { corrects: eventId(3), stands: post(SOC_COORDINATOR) } });
    twice
      .and(retract())
      .when(retract('That one neither.'))
      .then({ type: 'ActionReassignmentRetracted', data: { corrects: eventId(2), stands: { kind: 'notNamed' } } });
  });

  it('leaves the due date, also one that changed since', () => {
    const moved = passed.and(
      send('change-due-date', { action: ACT_16, dueOn: '31 May 2026', reason: 'The system is late.' }),
      retract(),
    );
    expect(moved.state).toMatchObject({
      actions: { [ACT_16]: { fields: { due: { date: '2026-05-31' } }, extensions: 1 } },
    });
    moved.when(send('retract-due-date-change', { action: ACT_16, reason: 'That neither.' })).then({
      type: 'DueDateChangeRetracted',
    });
  });

  it('is retracted also once the action has ended', () => {
    passed
      .and(send('withdraw-action', { action: ACT_16, reason: 'Overtaken.' }))
      .when(retract())
      .then({ type: 'ActionReassignmentRetracted' });
  });

  it('can be recorded anew, with the right reason', () => {
    passed
      .and(retract())
      .when({ ...pass(SOC_COORDINATOR), reason: 'The force has named a lead.' })
      .then({ type: 'ActionReassigned', data: { from: { kind: 'notNamed' } } });
  });

  it('is retracted once: the same again takes nothing more', () => {
    passed.and(pass(ROCTA_MANAGER), retract()).when(retract()).thenNothing();
  });

  it('is not there to retract when the action never passed on', () => {
    const { sentence } = given(recommendation, raiseR1(), assignAct16()).when(retract()).thenRefused('not-reassigned');
    expect(sentence).toBe(
      'No reassignment of the action stands: there is nothing to retract. If the lead is wrong, correct the action.',
    );
  });

  it('is retracted at home, not where the action is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...retract(), action: ACT_05 })
      .thenRefused('action-elsewhere');
  });
});
