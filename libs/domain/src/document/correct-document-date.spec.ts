import { describe, expect, it } from '@jest/globals';
import { recordLetterWy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const correctionReason = 'The report it answers came out on 18 December 2025.';
const correct = (date: string) => toDocument('correct-document-date', { date, correctionReason });

describe('Correcting the date of a document', () => {
  it('names the event it corrects and keeps both dates and the reason', () => {
    given(document, recordLetterWy())
      .when(correct('2026-02-05'))
      .then({
        type: 'DocumentDateCorrected',
        data: {
          corrects: eventId(0),
          was: { from: '2025-02-05', precision: 'day', asPrinted: '5th February 2025' },
          is: { from: '2026-02-05', precision: 'day', asPrinted: '2026-02-05' },
          reason: correctionReason,
        },
      });
  });

  it('names the last correction when it is corrected again', () => {
    given(document, recordLetterWy(), correct('2026-02-06'))
      .when(correct('2026-02-05'))
      .then({ type: 'DocumentDateCorrected', data: { corrects: eventId(1) } });
  });

  it('gives a date to a document that has none of its own', () => {
    const [event] = given(document, recordLetterWy({ dateAsWritten: undefined }))
      .when(correct('in 2025'))
      .then({ type: 'DocumentDateCorrected' });
    expect(event?.data).not.toHaveProperty('was');
    expect(event?.data).toMatchObject({ is: { precision: 'year', asPrinted: 'in 2025' } });
  });

  it('adds nothing when the date stands already', () => {
    given(document, recordLetterWy(), correct('2026-02-05')).when(correct('2026-02-05')).thenNothing();
  });

  it('needs a date that can be read, and a document', () => {
    given(document, recordLetterWy()).when(correct('next week')).thenRefused('date-unclear');
    given(document).when(correct('2026-02-05')).thenRefused('document-not-recorded');
  });
});
