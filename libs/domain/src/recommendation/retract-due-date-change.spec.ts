import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  CCOB_DECISION,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
  SYMCA,
} from '../../../../test/support/named-histories.ts';

const printed = { kind: 'on', date: '2026-04-30', basis: 'printed', asPrinted: 'By 30 April 2026' } as const;
const locally = (date: string) => ({ kind: 'on', date, basis: 'agreedLocally' }) as const;
const moveTo = (dueOn: string) => send('change-due-date', { action: ACT_16, dueOn, reason: 'The system is late.' });
const retract = (reason = 'Another action was meant.') => send('retract-due-date-change', { action: ACT_16, reason });
const moved = given(recommendation, raiseR1(), assignAct16(), moveTo('31 May 2026'));

describe('A change of a due date that never happened', () => {
  it('is retracted: the date before stands again as it was printed, and no extension is counted', () => {
    moved.when(retract()).then({
      type: 'DueDateChangeRetracted',
      data: {
        corrects: eventId(2),
        action: ACT_16,
        was: locally('2026-05-31'),
        stands: printed,
        extensions: 0,
        reason: 'Another action was meant.',
      },
    });
    expect(moved.and(retract()).state).toMatchObject({
      actions: { [ACT_16]: { fields: { due: printed }, originalDue: printed, extensions: 0 } },
    });
  });

  it('leaves the changes before it, of which each can be retracted in turn', () => {
    const twice = moved.and(moveTo('30 June 2026'));
    twice.when(retract()).then({ type: 'DueDateChangeRetracted', data: { corrects: eventId(3), extensions: 1 } });
    twice
      .and(retract())
      .when(retract('That one neither.'))
      .then({ type: 'DueDateChangeRetracted', data: { corrects: eventId(2), stands: printed, extensions: 0 } });
  });

  it('is counted anew when it is recorded anew, from the original date', () => {
    moved
      .and(retract())
      .when(moveTo('30 June 2026'))
      .then({ type: 'DueDateChanged', data: { original: printed, from: printed, extensions: 1 } });
  });

  it('is retracted as it was corrected last, also once the action has ended', () => {
    moved
      .and(
        send('correct-action', {
          action: ACT_16,
          dueOn: '1 May 2026',
          title: 'Deliver it',
          correctionReason: 'Misread.',
        }),
        send('complete-action', { action: ACT_16 }),
      )
      .when(retract())
      .then({
        type: 'DueDateChangeRetracted',
        data: { corrects: eventId(2), was: locally('2026-05-01'), stands: printed },
      });
  });

  it('leaves what else was said since', () => {
    const { state } = moved.and(
      send('correct-action', { action: ACT_16, title: 'Deliver it', correctionReason: 'Misread.' }),
      send('reassign-action', { action: ACT_16, leadBody: SYMCA }),
      retract(),
    );
    expect(state).toMatchObject({
      actions: { [ACT_16]: { fields: { title: 'Deliver it', lead: { kind: 'body', body: SYMCA }, due: printed } } },
    });
  });

  it('lets the date that stands again be corrected where it was said', () => {
    moved
      .and(retract())
      .when(
        send('correct-action', {
          action: ACT_16,
          dueOn: '30 April 2027',
          dueAsPrinted: 'By 30 April 2027',
          correctionReason: 'The year was wrong.',
        }),
      )
      .then({ type: 'ActionCorrected', data: { corrects: eventId(1) } });
  });

  it('is retracted also when a decision made it: what it changed is put right where it stands', () => {
    given(recommendation, raiseR1(), assignAct16(), { ...moveTo('31 May 2026'), underDecision: CCOB_DECISION })
      .when(retract())
      .then({ type: 'DueDateChangeRetracted', data: { stands: printed } });
  });

  it('is retracted once: the same again takes nothing more', () => {
    moved.and(moveTo('30 June 2026'), retract()).when(retract()).thenNothing();
  });

  it('is not there to retract when the date never changed', () => {
    const { sentence, because } = given(recommendation, raiseR1(), assignAct16())
      .when(retract())
      .thenRefused('due-date-unchanged');
    expect(sentence).toBe(
      'No change of the action’s due date stands: there is nothing to retract. If the date is wrong, correct the action.',
    );
    expect(because).toMatchObject([{ kind: 'action', id: ACT_16 }]);
  });

  it('is retracted at home, not where the action is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...retract(), action: ACT_05 })
      .thenRefused('action-elsewhere');
  });
});
