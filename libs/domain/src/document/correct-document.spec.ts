import { describe, expect, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { NCA, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';
import type { CorrectDocument } from './correct-document.ts';
import { document } from './document.decider.ts';

const correctionReason = 'The letterhead was misread.';

function correct(fields: Parameters<typeof recordLetterSy>[0] = {}): CorrectDocument {
  const { documentType, title, issuedBy, signatoryPost, signatoryPerson, addressees, answersReport, by, ownReference } =
    recordLetterSy(fields);
  return {
    kind: 'correct-document',
    by,
    documentType,
    title,
    issuedBy,
    signatoryPost,
    signatoryPerson,
    addressees,
    answersReport,
    ownReference,
    correctionReason,
  };
}

describe('Correcting what a document is', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    given(document, recordLetterSy({ title: 'Reply' }))
      .when(correct())
      .then({
        type: 'DocumentCorrected',
        data: {
          corrects: eventId(0),
          was: { title: 'Reply', addressees: ['Dear Chief Inspectors'] },
          is: { title: 'Response to the inspection of the Yorkshire and Humber region' },
          reason: correctionReason,
        },
      });
  });

  it('concerns the body wrongly named as the issuer as well as the right one', () => {
    given(document, recordLetterSy({ issuedBy: WYCA }))
      .when(correct({ issuedBy: NCA }))
      .then({ type: 'DocumentCorrected', data: { body: SYMCA, concerns: [WYCA, NCA] } });
  });

  it('leaves what is left out as it was recorded, and takes away what is cleared', () => {
    const ask = (fields: Omit<CorrectDocument, 'kind' | 'by' | 'correctionReason'>) =>
      given(document, recordLetterSy({ ownReference: '' })).when(
        toDocument('correct-document', { ...fields, correctionReason }),
      );
    const [event] = ask({ title: 'Reply', clear: ['signatoryPerson', 'addressees'] }).then({
      type: 'DocumentCorrected',
      data: { is: { title: 'Reply', issuedBy: SYMCA, ownReference: '', addressees: [] } },
    });
    expect(event?.data).not.toHaveProperty('is.signatoryPerson');
    ask({ title: 'Reply', clear: ['ownReference'], ownReference: 'SY/1' }).thenRefused('clear-unclear');
    ask({}).thenNothing();
  });

  it('says on whose authority it was recorded', () => {
    given(document, recordLetterSy())
      .when(toDocument('correct-document', { decidedByBody: WYCA, illustration: true, correctionReason }))
      .then({
        type: 'DocumentCorrected',
        data: { was: { decidedBy: { post: secretary.post } }, is: { decidedBy: { body: WYCA }, illustration: true } },
      });
  });

  it('lets the date stand, which has a correction of its own', () => {
    given(document, recordLetterSy(), correct({ ownReference: 'SY/1' }))
      .when(recordLetterSy({ ownReference: 'SY/1' }))
      .thenNothing();
  });

  it('adds nothing when it stands so already', () => {
    given(document, recordLetterSy()).when(correct()).thenNothing();
  });

  it('needs a document', () => {
    given(document).when(correct()).thenRefused('document-not-recorded');
  });
});
