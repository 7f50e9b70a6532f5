import { describe, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { LETTER_WY_YHSOC, YHSOC_AFI_A } from '../../../../test/support/named-histories.ts';
import {
  expectYhsoc,
  LETTER_SY_YHSOC,
  registerAfiA,
  toReport,
  YHSOC_AFI_B,
} from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const afiB = registerAfiA({ finding: YHSOC_AFI_B, code: 'AFI-B', text: 'technical surveillance equipment' });
const history = given(report, expectYhsoc(), registerAfiA(), afiB);

const label = (finding: string, document: string, printed: { number?: string; label?: string }) =>
  toReport('record-finding-label', { finding, document, ...printed });

describe('Recording how another document prints a finding', () => {
  it('keeps the number of each document, whatever the order it prints them in', () => {
    history
      .and(label(YHSOC_AFI_A, LETTER_SY_YHSOC, { number: '1)' }))
      .when(label(YHSOC_AFI_B, LETTER_SY_YHSOC, { number: '2)' }))
      .then({
        type: 'FindingLabelRecorded',
        data: { finding: YHSOC_AFI_B, document: LETTER_SY_YHSOC, number: '2)' },
      });
  });

  it('keeps an area for improvement one, although a letter calls it a key recommendation', () => {
    history
      .when(label(YHSOC_AFI_A, LETTER_WY_YHSOC, { label: 'key recommendation' }))
      .then({ type: 'FindingLabelRecorded', data: { label: 'key recommendation' } });
  });

  it('adds nothing when it stands so already', () => {
    history
      .and(label(YHSOC_AFI_A, LETTER_SY_YHSOC, { number: '1)' }))
      .when(label(YHSOC_AFI_A, LETTER_SY_YHSOC, { number: '1)' }))
      .thenNothing();
  });

  it('can’t be repeated with another number for the same document', () => {
    history
      .and(label(YHSOC_AFI_A, LETTER_SY_YHSOC, { number: '1)' }))
      .when(label(YHSOC_AFI_A, LETTER_SY_YHSOC, { number: '2)' }))
      .thenRefused('label-already-recorded');
  });

  it('needs a number or a label, and the finding', () => {
    history.when(label(YHSOC_AFI_A, LETTER_SY_YHSOC, {})).thenRefused('label-missing');
    given(report, expectYhsoc())
      .when(label(YHSOC_AFI_A, LETTER_SY_YHSOC, { number: '1)' }))
      .thenRefused('finding-unknown');
  });
});
