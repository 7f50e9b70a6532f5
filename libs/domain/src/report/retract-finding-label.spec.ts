import { describe, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { YHSOC_AFI_A } from '../../../../test/support/named-histories.ts';
import { expectYhsoc, LETTER_SY_YHSOC, registerAfiA, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const recorded = toReport('record-finding-label', { finding: YHSOC_AFI_A, document: LETTER_SY_YHSOC, number: '2)' });
const history = given(report, expectYhsoc(), registerAfiA(), recorded);

const retract = (finding = YHSOC_AFI_A) =>
  toReport('retract-finding-label', { finding, document: LETTER_SY_YHSOC, reason: 'It is another finding’s number.' });

describe('Retracting how a document prints a finding', () => {
  it('keeps what was recorded and why it is wrong', () => {
    history.when(retract()).then({
      type: 'FindingLabelRetracted',
      data: { corrects: eventId(2), was: { number: '2)' }, reason: 'It is another finding’s number.' },
    });
  });

  it('lets another be recorded', () => {
    history.and(retract()).when(recorded).then({ type: 'FindingLabelRecorded' });
  });

  it('adds nothing when it has been retracted already', () => {
    history.and(retract()).when(retract()).thenNothing();
  });

  it('needs a label that was recorded, and the finding', () => {
    given(report, expectYhsoc(), registerAfiA()).when(retract()).thenRefused('label-unknown');
    history.when(retract(id('d', 99))).thenRefused('finding-unknown');
  });
});
