import { describe, it } from '@jest/globals';
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

const withdraw = send('withdraw-action', { action: ACT_16, reason: 'The national system makes it needless.' });
const assigned = given(recommendation, raiseR1(), assignAct16());

describe('An open action', () => {
  it('is withdrawn with the reason', () => {
    assigned
      .when(withdraw)
      .then({ type: 'ActionWithdrawn', data: { action: ACT_16, reason: 'The national system makes it needless.' } });
  });

  it('can’t be withdrawn where it is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...withdraw, action: ACT_05 })
      .thenRefused('action-elsewhere');
  });
});

describe('An action that has ended', () => {
  it('adds nothing when it is withdrawn again for the same reason', () => {
    assigned.and(withdraw).when(withdraw).thenNothing();
  });

  it('can’t be withdrawn again for another reason', () => {
    assigned
      .and(withdraw)
      .when({ ...withdraw, reason: 'Nobody has the time.' })
      .thenRefused('action-ended');
  });

  it('can’t be withdrawn when it was completed', () => {
    assigned
      .and(send('complete-action', { action: ACT_16 }))
      .when(withdraw)
      .thenRefused('action-ended');
  });
});
