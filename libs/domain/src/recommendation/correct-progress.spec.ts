import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_16,
  assignAct16,
  CHIEF_CONSTABLE_SYP,
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
  progress: 'N1',
  words: 'The form is in use in three districts.',
  correctionReason: 'Miscounted.',
});
const was = { words: report.words, document: LETTER_SY_OIC, decidedBy: { person: id('a', 1), post: id('b', 1) } };
const is = { ...was, words: 'The form is in use in three districts.' };
const reported = given(recommendation, raiseR1(), assignAct16(), report);

describe('A progress note recorded wrongly', () => {
  it('is corrected by saying what was wrong and why', () => {
    reported.when(correct).then({
      type: 'ProgressCorrected',
      data: {
        corrects: eventId(2),
        action: ACT_16,
        progress: report.progress,
        reference: 'OIC-R1/SYP/1:N1',
        was,
        is,
        reason: 'Miscounted.',
      },
    });
  });

  it('keeps the paper it cites', () => {
    reported
      .and(correct)
      .when({ ...report, words: is.words })
      .thenNothing();
  });

  it('can cite another paper or none, and have been reported by somebody else', () => {
    const { action, progress } = report;
    const named = send('correct-progress', {
      action,
      progress,
      decidedByPost: CHIEF_CONSTABLE_SYP,
      clear: ['document'],
      correctionReason: 'Misread.',
    });
    const { document: _document, ...undocumented } = was;
    reported.when(named).then({
      type: 'ProgressCorrected',
      data: { was, is: { ...undocumented, decidedBy: { post: CHIEF_CONSTABLE_SYP } } },
    });
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
      .then({ type: 'ProgressCorrected', data: { corrects: eventId(3), was: is } });
  });

  it('adds nothing where it reads so already', () => {
    reported.and(correct).when(correct).thenNothing();
  });

  it('can’t be corrected when it was never reported', () => {
    const { sentence, because } = reported.when({ ...correct, progress: 'N9' }).thenRefused('progress-unknown');
    expect(sentence).toBe('OIC-R1/SYP/1 Deliver Recommendation 1 has no progress note “N9”. It has OIC-R1/SYP/1:N1.');
    expect(because).toEqual([{ kind: 'progress', id: report.progress, label: `OIC-R1/SYP/1:N1 “${report.words}”` }]);
  });

  it('can’t be corrected on an action that is not here', () => {
    reported.when({ ...correct, action: id('f', 99) }).thenRefused('action-unknown');
  });
});
