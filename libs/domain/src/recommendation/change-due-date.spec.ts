import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const printed = { kind: 'on', date: '2026-04-30', basis: 'printed', asPrinted: 'By 30 April 2026' } as const;
const locally = (date: string) => ({ kind: 'on', date, basis: 'agreedLocally' }) as const;
const moveTo = (dueOn: string) => send('change-due-date', { action: ACT_16, dueOn, reason: 'The system is late.' });
const giveUp = send('change-due-date', {
  action: ACT_16,
  dueNoneGiven: true,
  reviewBy: '30 June 2026',
  reason: 'The system has no date either.',
});
const assigned = given(recommendation, raiseR1(), assignAct16());

describe('A due date', () => {
  it('moves later with a reason, which counts as an extension and keeps the original', () => {
    assigned.when(moveTo('31 May 2026')).then({
      type: 'DueDateChanged',
      data: {
        action: ACT_16,
        original: printed,
        from: printed,
        to: locally('2026-05-31'),
        reason: 'The system is late.',
        extensions: 1,
      },
    });
  });

  it('moves later a second time, and the first date is still the original', () => {
    assigned
      .and(moveTo('31 May 2026'))
      .when(moveTo('30 June 2026'))
      .then({ type: 'DueDateChanged', data: { original: printed, from: locally('2026-05-31'), extensions: 2 } });
  });

  it('is brought forward without an extension, and none is taken back', () => {
    assigned.when(moveTo('31 March 2026')).then({ type: 'DueDateChanged', data: { extensions: 0 } });
    assigned
      .and(moveTo('31 May 2026'))
      .when(moveTo('31 March 2026'))
      .then({ type: 'DueDateChanged', data: { extensions: 1 } });
  });

  it('is given up, which counts as an extension', () => {
    assigned
      .when(giveUp)
      .then({ type: 'DueDateChanged', data: { to: { kind: 'noneGiven', reviewBy: '2026-06-30' }, extensions: 1 } });
  });

  it('is set where there was none, which does not count', () => {
    const { dueOn: _dueOn, dueAsPrinted: _printed, basis: _basis, ...dateless } = assignAct16();
    given(recommendation, raiseR1(), { ...dateless, dueNoneGiven: true, reviewBy: '30 June 2026' })
      .when(moveTo('30 June 2026'))
      .then({ type: 'DueDateChanged', data: { original: { kind: 'noneGiven' }, extensions: 0 } });
  });

  it('that was never given can be looked at on another day, which does not count', () => {
    assigned
      .and(giveUp)
      .when({ ...giveUp, reviewBy: '30 September 2026' })
      .then({
        type: 'DueDateChanged',
        data: {
          from: { kind: 'noneGiven', reviewBy: '2026-06-30' },
          to: { kind: 'noneGiven', reviewBy: '2026-09-30' },
          extensions: 1,
        },
      });
  });

  it('can get another basis, which does not count', () => {
    assigned
      .when(moveTo('30 April 2026'))
      .then({ type: 'DueDateChanged', data: { from: printed, to: locally('2026-04-30'), extensions: 0 } });
  });

  it('stays when it is the same', () => {
    assigned.and(moveTo('31 May 2026')).when(moveTo('2026-05-31')).thenNothing();
  });

  it('can’t be moved when it is statutory', () => {
    const { sentence, because } = given(recommendation, raiseR1(), assignAct16({ basis: 'statutory' }))
      .when(moveTo('31 May 2026'))
      .thenRefused('date-statutory');
    expect(sentence).toBe('A statutory date can’t be moved. If it was recorded wrongly, correct the action.');
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
  });

  it('can’t be moved to anything but one day', () => {
    assigned.when(moveTo('in due course')).thenRefused('date-unclear');
  });

  it('can’t be moved once the action has ended', () => {
    assigned
      .and(send('withdraw-action', { action: ACT_16, reason: 'Overtaken.' }))
      .when(moveTo('31 May 2026'))
      .thenRefused('action-ended');
  });

  it('can’t be moved where the action is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...moveTo('31 May 2026'), action: ACT_05 })
      .thenRefused('action-elsewhere');
  });
});
