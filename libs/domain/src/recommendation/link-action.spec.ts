import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  AFI_A_YHROCU,
  assignAct16,
  closure,
  linkAct05,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const ended = send('record-linked-action-ended', { action: ACT_05, ended: 'completed' });

describe('Work whose home is another recommendation', () => {
  it('is linked for one sub-part, and keeps this recommendation open', () => {
    const linked = given(recommendation, raiseAfiA());
    linked.when(linkAct05()).then({
      type: 'ActionLinked',
      data: {
        action: ACT_05,
        home: AFI_A_YHROCU,
        title: 'All forces adopt the NPCC 4P IT solution',
        subPart: 'a',
      },
    });
    linked.and(linkAct05()).when(closure()).thenRefused('actions-open');
  });

  it('is linked for the whole recommendation', () => {
    const { subPart: _subPart, ...whole } = linkAct05();
    const [linked] = given(recommendation, raiseAfiA()).when(whole).then({ type: 'ActionLinked' });
    expect(linked?.data).not.toHaveProperty('subPart');
  });

  it('is linked again when it was reopened at home', () => {
    given(recommendation, raiseAfiA(), linkAct05(), ended).when(linkAct05()).then({ type: 'ActionLinked' });
  });

  it('adds nothing when it is linked already', () => {
    given(recommendation, raiseAfiA(), linkAct05()).when(linkAct05()).thenNothing();
  });

  it.each([
    ['another home', { home: R1_SYP }],
    ['another sub-part', { subPart: 'b' }],
  ])('can’t be linked a second time with %s', (_what, other) => {
    const { sentence, because } = given(recommendation, raiseAfiA(), linkAct05())
      .when(linkAct05(other))
      .thenRefused('action-already-linked');
    expect(sentence).toBe('This action is linked already, with other content: correct the link instead.');
    expect(because).toEqual([{ kind: 'action', id: ACT_05, label: 'All forces adopt the NPCC 4P IT solution' }]);
  });

  it('can’t be linked from its home', () => {
    const { sentence } = given(recommendation, raiseAfiA())
      .when(linkAct05({ home: AFI_A_WYP }))
      .thenRefused('action-at-home');
    expect(sentence).toBe('This recommendation is the action’s home: there is nothing to link.');
    given(recommendation, raiseR1(), assignAct16())
      .when(linkAct05({ action: ACT_16 }))
      .thenRefused('action-at-home');
  });

  it('can’t be linked to a closed recommendation', () => {
    const { sentence } = given(recommendation, raiseAfiA(), closure()).when(linkAct05()).thenRefused('closed');
    expect(sentence).toBe('An action can’t be linked to a closed recommendation: reopen it first.');
    given(recommendation, raiseAfiA(), linkAct05(), ended, closure()).when(linkAct05()).thenRefused('closed');
  });

  it('can’t be linked for a sub-part that the finding does not have', () => {
    given(recommendation, raiseAfiA())
      .when(linkAct05({ subPart: 'd' }))
      .thenRefused('sub-part-unknown');
  });
});
