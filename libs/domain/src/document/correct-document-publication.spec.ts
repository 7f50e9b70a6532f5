import { describe, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const where = 'the Combined Authority’s website';
const history = given(
  document,
  recordLetterSy(),
  toDocument('record-document-publication', { publishedOn: '2025-02-10', where }),
);
const correct = (publishedOn: string, place = where) =>
  toDocument('correct-document-publication', { where: place, publishedOn, correctionReason: 'The year was a slip.' });

describe('Correcting the publication of a document', () => {
  it('names the event it corrects and keeps both dates and the reason', () => {
    history.when(correct('2026-02-10')).then({
      type: 'DocumentPublicationCorrected',
      data: {
        corrects: eventId(1),
        was: { publishedOn: { from: '2025-02-10', precision: 'day', asPrinted: '2025-02-10' }, where },
        is: { publishedOn: { from: '2026-02-10', precision: 'day', asPrinted: '2026-02-10' }, where },
        reason: 'The year was a slip.',
      },
    });
  });

  it('adds nothing when the date stands already', () => {
    history.and(correct('2026-02-10')).when(correct('2026-02-10')).thenNothing();
  });

  it('needs a publication in that place, and a date that can be read', () => {
    history.when(correct('2026-02-10', 'elsewhere')).thenRefused('not-published');
    history.when(correct('some day')).thenRefused('date-unclear');
  });
});
