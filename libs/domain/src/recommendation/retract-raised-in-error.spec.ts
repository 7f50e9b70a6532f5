import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { acceptance, closure, raiseR1, send } from '../../../../test/support/named-histories.ts';

const inError = send('mark-recommendation-raised-in-error', { reason: 'The force is not a subject.' });
const retract = send('retract-raised-in-error', { reason: 'It is, on page 4.' });
const raised = given(recommendation, raiseR1(), acceptance());

describe('That a recommendation was raised in error', () => {
  it('is retracted with the reason, naming the event that said so, and all stands as before', () => {
    const marked = raised.and(inError);
    marked.when(retract).then({
      type: 'RaisedInErrorRetracted',
      data: { corrects: eventId(2), was: inError.reason, reason: retract.reason },
    });
    expect(marked.and(retract).state).toMatchObject({ status: 'open' });
    marked.and(retract).when(acceptance()).thenNothing();
    marked.and(retract).when(closure()).then({ type: 'RecommendationClosed' });
  });

  it('can be said again, also for the same reason, and retracted again', () => {
    raised.and(inError, retract).when(inError).then({ type: 'RecommendationRaisedInError' });
    raised
      .and(inError, retract, inError)
      .when(retract)
      .then({ type: 'RaisedInErrorRetracted', data: { corrects: eventId(4) } });
  });

  it('adds nothing when it is retracted already for the same reason', () => {
    raised.and(inError, retract).when(retract).thenNothing();
  });

  it('can’t be retracted where it is not said', () => {
    const { sentence } = raised.when(retract).thenRefused('not-in-error');
    expect(sentence).toBe('OIC-R1/SYP is not said to be raised in error: there is nothing to retract.');
    raised
      .and(inError, retract)
      .when({ ...retract, reason: 'For another reason.' })
      .thenRefused('not-in-error');
  });
});
