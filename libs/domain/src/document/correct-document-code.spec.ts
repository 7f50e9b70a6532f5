import { describe, expect, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const correctionReason = 'The code of another letter.';
const correct = (code: string) => toDocument('correct-document-code', { code, correctionReason });
const clear = toDocument('correct-document-code', { clear: ['code'], correctionReason });
const history = given(document, recordLetterSy({ code: 'SY-OIC' }));

describe('Correcting the code of a document', () => {
  it('names the event it corrects and keeps both codes and the reason', () => {
    history.when(correct('SY-YHSOC')).then({
      type: 'DocumentCodeCorrected',
      data: { corrects: eventId(0), was: { code: 'SY-OIC' }, is: { code: 'SY-YHSOC' }, reason: correctionReason },
    });
  });

  it('remembers which codes it had by mistake, so that others may have them', () => {
    const { state } = history.and(correct('SY-YHSOC'));
    expect(state).toMatchObject({ code: { fields: { code: 'SY-YHSOC' } }, formerCodes: ['SY-OIC'] });
    expect(history.and(correct('SY-YHSOC'), correct('SY-OIC')).state).toMatchObject({ formerCodes: ['SY-YHSOC'] });
  });

  it('takes a code away that it never had, after which it can be given one', () => {
    const [event] = history.when(clear).then({ type: 'DocumentCodeCorrected' });
    expect(event?.data).not.toHaveProperty('is.code');
    history
      .and(clear)
      .when(toDocument('record-document-code', { code: 'SY' }))
      .then({ type: 'DocumentCodeRecorded' });
  });

  it('adds nothing when it stands so already', () => {
    history.when(correct('SY-OIC')).thenNothing();
  });

  it('needs a code that was recorded', () => {
    given(document, recordLetterSy()).when(correct('SY-YHSOC')).thenRefused('code-not-recorded');
  });
});
