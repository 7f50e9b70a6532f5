import { describe, expect, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { R1_SYP } from '../../../../test/support/named-histories.ts';
import { document } from './document.decider.ts';

const retract = toDocument('retract-document', { reason: 'It had been recorded before.' });

describe('Retracting a document', () => {
  it('keeps what was recorded and why it is wrong', () => {
    given(document, recordLetterSy())
      .when(retract)
      .then({
        type: 'DocumentRetracted',
        data: { corrects: eventId(0), was: { title: recordLetterSy().title }, reason: 'It had been recorded before.' },
      });
  });

  it('can’t be done while something cites it, and says what', () => {
    const citedBy = [{ kind: 'recommendation', id: R1_SYP, label: 'OIC-R1/SYP' }];
    const { sentence, because } = given(document, recordLetterSy())
      .when({ ...retract, citedBy })
      .thenRefused('document-cited');
    expect(sentence).toBe(
      '“Response to the inspection of the Yorkshire and Humber region” is cited in recommendation OIC-R1/SYP: correct or retract that first.',
    );
    expect(because).toEqual(citedBy);
  });

  it('adds nothing when it has been retracted already', () => {
    given(document, recordLetterSy(), retract).when(retract).thenNothing();
  });

  it('leaves nothing that could be said of it', () => {
    const retracted = given(document, recordLetterSy(), retract);
    retracted
      .when(toDocument('correct-document', { title: 'Reply', correctionReason: 'A slip.' }))
      .thenRefused('document-retracted');
    retracted
      .when(toDocument('record-document-sent', { sentOn: '2026-02-09', to: 'HMICFRS' }))
      .thenRefused('document-retracted');
  });
});
