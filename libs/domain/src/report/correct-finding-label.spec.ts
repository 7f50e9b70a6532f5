import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { YHSOC_AFI_A } from '../../../../test/support/named-histories.ts';
import { expectYhsoc, LETTER_SY_YHSOC, registerAfiA, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const recorded = toReport('record-finding-label', { finding: YHSOC_AFI_A, document: LETTER_SY_YHSOC, number: '2)' });
const history = given(report, expectYhsoc(), registerAfiA(), recorded);

const correct = (number?: string, finding = YHSOC_AFI_A) =>
  toReport('correct-finding-label', {
    finding,
    document: LETTER_SY_YHSOC,
    number,
    correctionReason: 'The letter was read again.',
  });

describe('Correcting how a document prints a finding', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    history.when(correct('1)')).then({
      type: 'FindingLabelCorrected',
      data: {
        finding: YHSOC_AFI_A,
        document: LETTER_SY_YHSOC,
        corrects: eventId(2),
        was: { number: '2)' },
        is: { number: '1)' },
        reason: 'The letter was read again.',
      },
    });
  });

  it('leaves what is left out as it was recorded, and takes away what is cleared', () => {
    const both = history.and({ ...correct(), label: 'key recommendation' });
    both.when(correct('1)')).then({
      type: 'FindingLabelCorrected',
      data: { is: { number: '1)', label: 'key recommendation' } },
    });
    const [event] = both.when({ ...correct(), clear: ['number'] }).then({ type: 'FindingLabelCorrected' });
    expect(event?.data).not.toHaveProperty('is.number');
  });

  it('adds nothing when it stands so already', () => {
    history.when(correct('2)')).thenNothing();
    history.when(correct()).thenNothing();
  });

  it('needs a label that was recorded, a finding, and something printed', () => {
    given(report, expectYhsoc(), registerAfiA()).when(correct('1)')).thenRefused('label-unknown');
    history.when(correct('1)', id('d', 99))).thenRefused('finding-unknown');
    history.when({ ...correct(), clear: ['number'] }).thenRefused('label-missing');
  });
});
