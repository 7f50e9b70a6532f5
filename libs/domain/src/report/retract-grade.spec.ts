import { describe, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { SYP, WYP } from '../../../../test/support/named-histories.ts';
import { expectYhsoc, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const graded = toReport('record-grade', { gradedBody: SYP, grade: 'outstanding' });
const history = given(report, expectYhsoc(), graded);

const retract = (gradedBody: string) =>
  toReport('retract-grade', { gradedBody, reason: 'The grade is West Yorkshire’s.' });

describe('Retracting a grade', () => {
  it('keeps what was recorded and why it is wrong', () => {
    history.when(retract(SYP)).then({
      type: 'GradeRetracted',
      data: {
        gradedBody: SYP,
        corrects: eventId(1),
        was: { grade: 'outstanding' },
        reason: 'The grade is West Yorkshire’s.',
        concerns: [SYP],
      },
    });
  });

  it('lets another be recorded', () => {
    history
      .and(retract(SYP))
      .when(toReport('record-grade', { gradedBody: SYP, grade: 'good' }))
      .then({ type: 'GradeRecorded' });
  });

  it('adds nothing when it has been retracted already', () => {
    history.and(retract(SYP)).when(retract(SYP)).thenNothing();
  });

  it('needs a grade of that body', () => {
    history.when(retract(WYP)).thenRefused('grade-unknown');
  });
});
