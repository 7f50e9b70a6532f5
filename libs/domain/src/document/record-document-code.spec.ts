import { describe, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const record = (code: string) => toDocument('record-document-code', { code });

describe('Giving a document a code', () => {
  it('can be done later than it was recorded', () => {
    given(document, recordLetterSy())
      .when(record('SY-YHSOC'))
      .then({ type: 'DocumentCodeRecorded', data: { code: 'SY-YHSOC' } });
  });

  it('adds nothing when it has that code already', () => {
    given(document, recordLetterSy({ code: 'SY-YHSOC' }))
      .when(record('SY-YHSOC'))
      .thenNothing();
  });

  it('can’t give it a second one', () => {
    given(document, recordLetterSy({ code: 'SY-YHSOC' }))
      .when(record('SY-OIC'))
      .thenRefused('code-already-recorded');
  });

  it('needs a document', () => {
    given(document).when(record('SY-YHSOC')).thenRefused('document-not-recorded');
  });
});
