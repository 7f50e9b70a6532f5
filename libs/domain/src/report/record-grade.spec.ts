import { describe, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { LETTER_WY_YHSOC, SYMCA, SYP, WYP, YHROCU } from '../../../../test/support/named-histories.ts';
import { expectYhsoc, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const wyp = toReport('record-grade', {
  gradedBody: WYP,
  grade: 'outstanding',
  words: 'have received an ‘Outstanding’ grading',
  document: LETTER_WY_YHSOC,
});
const syp = toReport('record-grade', { gradedBody: SYP, grade: 'good' });
const yhrocu = toReport('record-grade', { gradedBody: YHROCU, grade: 'good' });

describe('Recording a grade', () => {
  it('keeps it for the body, with the words that say so, and concerns that body', () => {
    given(report, expectYhsoc())
      .when(wyp)
      .then({
        type: 'GradeRecorded',
        data: {
          gradedBody: WYP,
          grade: 'outstanding',
          words: 'have received an ‘Outstanding’ grading',
          document: LETTER_WY_YHSOC,
          body: SYMCA,
          concerns: [WYP],
        },
      });
  });

  it('is one a body: each force and the regional unit has its own', () => {
    given(report, expectYhsoc(), wyp, syp)
      .when(yhrocu)
      .then({ type: 'GradeRecorded', data: { gradedBody: YHROCU } });
  });

  it('adds nothing when it stands already', () => {
    given(report, expectYhsoc(), syp).when(syp).thenNothing();
  });

  it('can’t be given twice with another value', () => {
    given(report, expectYhsoc(), syp)
      .when(toReport('record-grade', { gradedBody: SYP, grade: 'adequate' }))
      .thenRefused('grade-already-recorded');
  });

  it('needs the report', () => {
    given(report).when(syp).thenRefused('report-not-recorded');
  });
});
