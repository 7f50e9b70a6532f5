import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { CHIEF_CONSTABLE_SYP, closure, HMICFRS, raiseR1, send, SYP } from '../../../../test/support/named-histories.ts';

const was = {
  level: 'reported',
  layer: 'force',
  code: 'implemented',
  reason: 'Every case since March came with the document.',
  decidedBy: { body: SYP },
} as const;
const is = { ...was, code: 'superseded' } as const;
const correctionReason = 'The wrong box was ticked.';
const correct = send('correct-closure', { code: 'superseded', correctionReason });
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

  it('can have been decided by somebody else, on another day', () => {
    const effectiveOn = { from: '2026-03-03', precision: 'day', asPrinted: '3 March 2026' } as const;
    const named = { decidedByPost: CHIEF_CONSTABLE_SYP, effectiveOn: '3 March 2026', correctionReason } as const;
    const closed = given(recommendation, raiseR1(), closure());
    closed.when(send('correct-closure', named)).then({
      type: 'ClosureCorrected',
      data: {
        was,
        is: { ...was, decidedBy: { post: CHIEF_CONSTABLE_SYP }, effectiveOn },
        decidedBy: { person: id('a', 1), post: id('b', 1) },
      },
    });
    closed
      .and(send('correct-closure', named))
      .when(send('correct-closure', { clear: ['effectiveOn'], correctionReason }))
      .then({ type: 'ClosureCorrected', data: { is: { ...was, decidedBy: { post: CHIEF_CONSTABLE_SYP } } } });
    closed.when(send('correct-closure', { ...named, clear: ['effectiveOn'] })).thenRefused('clear-unclear');
  });

  it('can’t become one of another body’s than its layer’s', () => {
    const speaker = {
      body: HMICFRS,
      name: 'HMICFRS',
      bodyKind: 'inspectorate',
      answering: { bodyKind: 'force' },
    } as const;
    given(recommendation, raiseR1(), closure())
      .when(send('correct-closure', { decidedByBody: HMICFRS, speaker, correctionReason }))
      .thenRefused('speaker-of-another-body');
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
