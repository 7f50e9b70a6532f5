import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_16,
  assignAct16,
  closure,
  LETTER_SY_OIC,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const report = send('report-progress', {
  action: ACT_16,
  progress: id('f', 41),
  words: 'The form is in use in two districts.',
  document: LETTER_SY_OIC,
});
const correct = send('correct-progress', {
  action: ACT_16,
  progress: id('f', 41),
  words: 'The form is in use in three districts.',
  correctionReason: 'Miscounted.',
});
const reported = given(recommendation, raiseR1(), assignAct16(), report);

describe('A progress note recorded wrongly', () => {
  it('is corrected by saying what was wrong and why', () => {
    reported.when(correct).then({
      type: 'ProgressCorrected',
      data: {
        corrects: eventId(2),
        action: ACT_16,
        progress: report.progress,
        was: report.words,
        is: correct.words,
        reason: 'Miscounted.',
      },
    });
  });

  it('keeps the paper it cites', () => {
    reported
      .and(correct)
      .when({ ...report, words: correct.words })
      .thenNothing();
  });

  it('can be corrected after the action and the recommendation have ended', () => {
    reported
      .and(send('complete-action', { action: ACT_16 }), closure())
      .when(correct)
      .then({ type: 'ProgressCorrected' });
  });

  it('can be corrected again, which corrects the correction', () => {
    reported
      .and(correct)
      .when({ ...correct, words: 'The form is in use in four districts.' })
      .then({ type: 'ProgressCorrected', data: { corrects: eventId(3), was: correct.words } });
  });

  it('adds nothing where it reads so already', () => {
    reported.and(correct).when(correct).thenNothing();
  });

  it('can’t be corrected when it was never reported', () => {
    const { sentence } = reported.when({ ...correct, progress: id('f', 99) }).thenRefused('progress-unknown');
    expect(sentence).toBe('There is no such progress note on this action.');
  });

  it('can’t be corrected on an action that is not here', () => {
    reported.when({ ...correct, action: id('f', 99) }).thenRefused('action-unknown');
  });
});
