import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { closure, raiseR1, send } from '../../../../test/support/named-histories.ts';

const was = {
  level: 'reported',
  layer: 'force',
  code: 'implemented',
  reason: 'Every case since March came with the document.',
} as const;
const is = { ...was, code: 'superseded' } as const;
const correct = send('correct-closure', { ...is, correctionReason: 'The wrong box was ticked.' });
const reopen = send('reopen-recommendation', { reason: 'Practice has slipped.' });

describe('A closure recorded wrongly', () => {
  it('is corrected by saying what was wrong and why, and the recommendation stays closed', () => {
    const closed = given(recommendation, raiseR1(), closure());
    closed.when(correct).then({
      type: 'ClosureCorrected',
      data: { corrects: eventId(1), was, is, reason: 'The wrong box was ticked.' },
    });
    expect(closed.and(correct).state.status).toBe('closed');
  });

  it('can be corrected again, which corrects the correction', () => {
    given(recommendation, raiseR1(), closure(), correct)
      .when({ ...correct, code: 'riskAccepted' })
      .then({ type: 'ClosureCorrected', data: { corrects: eventId(2), was: is } });
  });

  it('adds nothing where it reads so already', () => {
    given(recommendation, raiseR1(), closure(), correct).when(correct).thenNothing();
  });

  it('can’t be corrected when there is none', () => {
    const { sentence } = given(recommendation, raiseR1()).when(correct).thenRefused('not-closed');
    expect(sentence).toBe('The recommendation is not closed: there is no closure to correct.');
    given(recommendation, raiseR1(), closure(), reopen).when(correct).thenRefused('not-closed');
  });
});
