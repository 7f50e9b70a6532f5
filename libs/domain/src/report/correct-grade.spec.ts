import { describe, it } from '@jest/globals';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { SYP, WYP } from '../../../../test/support/named-histories.ts';
import { expectYhsoc, HMICFRS, toReport } from '../../../../test/support/report-histories.ts';
import type { Grade } from './report.events.ts';
import { report } from './report.decider.ts';

const history = given(report, expectYhsoc(), toReport('record-grade', { gradedBody: SYP, grade: 'adequate' }));

const correct = (gradedBody: string, grade: Grade) =>
  toReport('correct-grade', { gradedBody, grade, words: 'graded as ‘good’ overall', correctionReason: 'A slip.' });

describe('Correcting a grade', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    history.when(correct(SYP, 'good')).then({
      type: 'GradeCorrected',
      data: {
        gradedBody: SYP,
        corrects: eventId(1),
        was: { grade: 'adequate' },
        is: { grade: 'good', words: 'graded as ‘good’ overall' },
        reason: 'A slip.',
        concerns: [SYP],
      },
    });
  });

  it('leaves what is left out as it was recorded, and says who graded it where that was wrong', () => {
    const asked = { gradedBody: SYP, correctionReason: 'A slip.' };
    history
      .and(correct(SYP, 'good'))
      .when(toReport('correct-grade', { ...asked, grade: 'outstanding', decidedByBody: HMICFRS, illustration: true }))
      .then({
        type: 'GradeCorrected',
        data: {
          is: {
            grade: 'outstanding',
            words: 'graded as ‘good’ overall',
            decidedBy: { body: HMICFRS },
            illustration: true,
          },
          decidedBy: { post: secretary.post },
        },
      });
    history
      .and(correct(SYP, 'good'))
      .when(toReport('correct-grade', { ...asked, clear: ['words'] }))
      .then({ type: 'GradeCorrected', data: { is: { grade: 'good' } } });
  });

  it('adds nothing when it stands so already', () => {
    history.and(correct(SYP, 'good')).when(correct(SYP, 'good')).thenNothing();
  });

  it('needs a grade of that body', () => {
    history.when(correct(WYP, 'outstanding')).thenRefused('grade-unknown');
  });
});
