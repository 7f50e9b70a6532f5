import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  AFI_A_YHROCU,
  assignAct16,
  closure,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const unlink = send('unlink-action', { action: ACT_05, reason: 'The work serves another finding.' });

describe('A link that should not be there', () => {
  it('is removed with the reason, and keeps the recommendation open no longer', () => {
    const linked = given(recommendation, raiseAfiA(), linkAct05());
    linked.when(unlink).then({
      type: 'ActionUnlinked',
      data: { action: ACT_05, home: AFI_A_YHROCU, reason: 'The work serves another finding.' },
    });
    linked.and(unlink).when(closure()).then({ type: 'RecommendationClosed' });
  });

  it('adds nothing when it is removed already for the same reason', () => {
    given(recommendation, raiseAfiA(), linkAct05(), unlink).when(unlink).thenNothing();
  });

  it('can be made again after it was removed', () => {
    given(recommendation, raiseAfiA(), linkAct05(), unlink)
      .when(linkAct05({ subPart: 'b' }))
      .then({ type: 'ActionLinked', data: { subPart: 'b' } });
  });

  it('can’t be removed when it is not there', () => {
    const { sentence } = given(recommendation, raiseAfiA()).when(unlink).thenRefused('action-not-linked');
    expect(sentence).toBe('This action is not linked here.');
  });

  it('can’t be removed in the action’s home', () => {
    const { sentence } = given(recommendation, raiseR1(), assignAct16())
      .when({ ...unlink, action: ACT_16 })
      .thenRefused('action-at-home');
    expect(sentence).toBe('This recommendation is the action’s home: withdraw the action instead.');
  });
});
