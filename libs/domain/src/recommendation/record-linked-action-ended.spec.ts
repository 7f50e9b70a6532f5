import { describe, it } from '@jest/globals';
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
  send,
  WYP,
} from '../../../../test/support/named-histories.ts';

const ended = {
  ...send('record-linked-action-ended', { action: ACT_05, ended: 'completed' }),
  by: { kind: 'policy', policy: 'linked-actions', body: WYP },
} as const;

describe('A linked action that has ended at home', () => {
  it.each(['completed', 'withdrawn'] as const)('is recorded here as %s, by a policy', (how) => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...ended, ended: how })
      .then({
        type: 'LinkedActionEnded',
        data: { action: ACT_05, home: AFI_A_YHROCU, ended: how, decidedBy: { policy: 'linked-actions' } },
      });
  });

  it('no longer keeps the recommendation open', () => {
    given(recommendation, raiseAfiA(), linkAct05(), ended).when(closure()).then({ type: 'RecommendationClosed' });
  });

  it('adds nothing when it is recorded already', () => {
    given(recommendation, raiseAfiA(), linkAct05(), ended).when(ended).thenNothing();
  });

  it('adds nothing where it is not linked', () => {
    given(recommendation, raiseAfiA()).when(ended).thenNothing();
    given(recommendation, raiseAfiA(), assignAct16())
      .when({ ...ended, action: ACT_16 })
      .thenNothing();
  });
});
