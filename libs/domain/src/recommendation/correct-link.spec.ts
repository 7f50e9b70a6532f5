import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
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
  WYP,
} from '../../../../test/support/named-histories.ts';

const correct = send('correct-link', { action: ACT_05, subPart: 'c', correctionReason: 'The wrong letter.' });
const was = { subPart: 'a', decidedBy: { person: id('a', 1), post: id('b', 1) } };
const linked = given(recommendation, raiseAfiA(), linkAct05());

describe('A link recorded wrongly', () => {
  it('is corrected by saying what was wrong and why, and keeps the recommendation open', () => {
    linked.when(correct).then({
      type: 'LinkCorrected',
      data: {
        corrects: eventId(1),
        action: ACT_05,
        home: AFI_A_YHROCU,
        was,
        is: { ...was, subPart: 'c' },
        reason: 'The wrong letter.',
      },
    });
    linked.and(correct).when(closure()).thenRefused('actions-open');
    linked
      .and(correct)
      .when(linkAct05({ subPart: 'c' }))
      .thenNothing();
  });

  it('can serve the whole, and can have been made by somebody else', () => {
    const { subPart: _subPart, ...whole } = correct;
    const { subPart: _part, ...undivided } = was;
    linked.when({ ...whole, clear: ['subPart'] }).then({ type: 'LinkCorrected', data: { is: undivided } });
    linked
      .and(correct)
      .when({ ...whole, decidedByBody: WYP })
      .then({ type: 'LinkCorrected', data: { corrects: eventId(2), is: { subPart: 'c', decidedBy: { body: WYP } } } });
    linked.when({ ...correct, clear: ['subPart'] }).thenRefused('clear-unclear');
  });

  it('adds nothing where it reads so already', () => {
    linked.and(correct).when(correct).thenNothing();
  });

  it('can’t serve a sub-part that the finding does not have', () => {
    linked.when({ ...correct, subPart: 'z' }).thenRefused('sub-part-unknown');
  });

  it('can’t be corrected where there is none', () => {
    const { sentence } = given(recommendation, raiseAfiA()).when(correct).thenRefused('action-not-linked');
    expect(sentence).toBe('This action is not linked here.');
    const { sentence: atHome } = given(recommendation, raiseR1(), assignAct16())
      .when({ ...correct, action: ACT_16 })
      .thenRefused('action-at-home');
    expect(atHome).toBe('This recommendation is the action’s home: correct the action instead.');
  });
});
