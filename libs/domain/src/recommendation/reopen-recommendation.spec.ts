import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { assignAct16, closure, raiseR1, send } from '../../../../test/support/named-histories.ts';

const reopen = send('reopen-recommendation', { reason: 'The duty is “every time”, and practice has slipped.' });
const closed = given(recommendation, raiseR1(), closure());

const was = {
  level: 'reported',
  layer: 'force',
  code: 'implemented',
  reason: 'Every case since March came with the document.',
} as const;

describe('A closed recommendation', () => {
  it('is reopened with the reason', () => {
    closed
      .when(reopen)
      .then({ type: 'RecommendationReopened', data: { reopens: eventId(1), was, reason: reopen.reason } });
  });

  it('takes actions again, and can be closed again for the same reason as before', () => {
    closed.and(reopen).when(assignAct16()).then({ type: 'ActionAssigned' });
    closed.and(reopen).when(closure()).then({ type: 'RecommendationClosed' });
  });

  it('adds nothing when it is reopened again for the same reason', () => {
    closed.and(reopen).when(reopen).thenNothing();
  });
});

describe('An open recommendation', () => {
  it('can’t be reopened', () => {
    const { sentence } = given(recommendation, raiseR1()).when(reopen).thenRefused('not-closed');
    expect(sentence).toBe('The recommendation is open: there is nothing to reopen.');
    closed
      .and(reopen)
      .when({ ...reopen, reason: 'For another reason.' })
      .thenRefused('not-closed');
  });
});
