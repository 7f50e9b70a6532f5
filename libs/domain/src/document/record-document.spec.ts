import { describe, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { given, id } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY, KILVINDER_VIGURS, SYMCA, WYCA, YHSOC } from '../../../../test/support/named-histories.ts';
import { LETTER_SY_YHSOC } from '../../../../test/support/report-histories.ts';
import { document } from './document.decider.ts';
import { DOCUMENT_TYPES } from './document.events.ts';

describe('Recording a document', () => {
  it('keeps what it prints, its date as written, and the report that it answers', () => {
    given(document)
      .when(recordLetterSy())
      .then({
        type: 'DocumentRecorded',
        data: {
          document: LETTER_SY_YHSOC,
          documentType: 'responseLetter',
          title: 'Response to the inspection of the Yorkshire and Humber region',
          issuedBy: SYMCA,
          signatoryPost: DEPUTY_MAYOR_SY,
          signatoryPerson: KILVINDER_VIGURS,
          addressees: ['Dear Chief Inspectors'],
          dateAsWritten: { from: '2025-02-09', precision: 'day', asPrinted: '09 February 2025' },
          answersReport: YHSOC,
        },
      });
  });

  it('concerns the body that issued it', () => {
    given(document)
      .when(recordLetterSy({ issuedBy: WYCA }))
      .then({ type: 'DocumentRecorded', data: { body: SYMCA, concerns: [WYCA] } });
  });

  it('keeps a reference that is printed blank apart from one that is not printed', () => {
    given(document)
      .when(recordLetterSy({ ownReference: 'OPCC/MBW/NF', yourReference: '' }))
      .then({ type: 'DocumentRecorded', data: { ownReference: 'OPCC/MBW/NF', yourReference: '' } });
    given(document, recordLetterSy())
      .when(recordLetterSy({ yourReference: '' }))
      .thenRefused('document-already-recorded');
  });

  it('needs no date, addressee or issuer', () => {
    given(document)
      .when(
        toDocument('record-document', {
          document: id('d', 60),
          documentType: 'coverPaper',
          title: 'Programme Precision',
        }),
      )
      .then({ type: 'DocumentRecorded', data: { addressees: [], concerns: [] } });
  });

  it.each(DOCUMENT_TYPES)('takes the type %s', (documentType) => {
    given(document).when(recordLetterSy({ documentType })).then({ type: 'DocumentRecorded', data: { documentType } });
  });

  it('adds nothing when it is recorded again', () => {
    given(document, recordLetterSy()).when(recordLetterSy()).thenNothing();
  });

  it.each([
    ['another title', { title: 'Another letter' }],
    ['another date', { dateAsWritten: '9 February 2026' }],
    ['no date', { dateAsWritten: undefined }],
  ])('can’t be repeated with %s', (_what, fields) => {
    given(document, recordLetterSy()).when(recordLetterSy(fields)).thenRefused('document-already-recorded');
  });

  it('needs a date that can be read, where it has one', () => {
    given(document)
      .when(recordLetterSy({ dateAsWritten: 'the other day' }))
      .thenRefused('date-unclear');
  });
});
