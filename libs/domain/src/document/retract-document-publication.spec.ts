import { describe, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const where = 'the Combined Authority’s website';
const published = toDocument('record-document-publication', { publishedOn: '2026-02-10', where });
const history = given(document, recordLetterSy(), published);
const retract = (place = where) =>
  toDocument('retract-document-publication', { where: place, reason: 'The page is a draft.' });

describe('Retracting the publication of a document', () => {
  it('keeps what was recorded and why it is wrong', () => {
    history.when(retract()).then({
      type: 'DocumentPublicationRetracted',
      data: {
        corrects: eventId(1),
        was: { publishedOn: { from: '2026-02-10', precision: 'day', asPrinted: '2026-02-10' }, where },
        reason: 'The page is a draft.',
      },
    });
  });

  it('lets it be published there later, and leaves other places alone', () => {
    const elsewhere = toDocument('record-document-publication', { publishedOn: '2026-02-09', where: 'the papers' });
    history.and(elsewhere, retract()).when(published).then({ type: 'DocumentPublished' });
    history.and(elsewhere, retract()).when(elsewhere).thenNothing();
  });

  it('adds nothing when it has been retracted already', () => {
    history.and(retract()).when(retract()).thenNothing();
  });

  it('needs a publication in that place', () => {
    history.when(retract('elsewhere')).thenRefused('not-published');
  });
});
