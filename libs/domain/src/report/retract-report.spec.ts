import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { LETTER_SY_OIC, OIC_R1, SYP } from '../../../../test/support/named-histories.ts';
import { recordOic, registerR1, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const retract = toReport('retract-report', { reason: 'It had been recorded before.' });

describe('Retracting a report', () => {
  it('keeps what was recorded and why it is wrong', () => {
    given(report, recordOic())
      .when(retract)
      .then({
        type: 'ReportRetracted',
        data: {
          corrects: eventId(0),
          was: { code: 'OIC', title: recordOic().title },
          reason: 'It had been recorded before.',
        },
      });
  });

  it('can’t be done while a finding of it stands', () => {
    const history = given(report, recordOic(), registerR1());
    const { sentence, because } = history.when(retract).thenRefused('report-has-findings');
    expect(sentence).toBe('OIC has findings (OIC-R1 Recommendation 1): retract them first.');
    expect(because).toMatchObject([{ kind: 'finding', id: OIC_R1 }]);
    history
      .and(toReport('retract-finding', { finding: OIC_R1, reason: 'In error, too.' }))
      .when(retract)
      .then({ type: 'ReportRetracted' });
  });

  it('can’t be done while a document answers it', () => {
    const answeredBy = [{ kind: 'document', id: LETTER_SY_OIC, label: 'SYMCA-OIC' }];
    const { sentence } = given(report, recordOic())
      .when({ ...retract, answeredBy })
      .thenRefused('report-answered');
    expect(sentence).toBe('OIC is answered by SYMCA-OIC: correct which report that answers first.');
  });

  it('adds nothing when it has been retracted already', () => {
    given(report, recordOic(), retract).when(retract).thenNothing();
  });

  it('leaves nothing that could be said of it', () => {
    const retracted = given(report, recordOic(), retract);
    retracted.when(registerR1()).thenRefused('report-retracted');
    retracted.when(toReport('record-grade', { gradedBody: SYP, grade: 'good' })).thenRefused('report-retracted');
  });
});
