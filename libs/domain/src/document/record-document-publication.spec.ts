import { describe, expect, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const published = (publishedOn: string, where = 'the Combined Authority’s website') =>
  toDocument('record-document-publication', { publishedOn, where });
const day = { from: '2026-02-10', precision: 'day', asPrinted: '10 February 2026' } as const;

describe('Recording the publication of a document', () => {
  it('keeps where and when, on which day it took effect', () => {
    given(document, recordLetterSy())
      .when(published('10 February 2026'))
      .then({
        type: 'DocumentPublished',
        data: { publishedOn: day, effectiveOn: day, where: 'the Combined Authority’s website' },
      });
  });

  it('takes another place as a fact of its own', () => {
    given(document, recordLetterSy(), published('10 February 2026'))
      .when(published('11 February 2026', 'the papers of the panel'))
      .then({ type: 'DocumentPublished' });
  });

  it('adds nothing when it stands already', () => {
    given(document, recordLetterSy(), published('10 February 2026')).when(published('10 February 2026')).thenNothing();
  });

  it('can’t happen twice in one place: another date is a correction', () => {
    const { sentence } = given(document, recordLetterSy({ title: 'Response' }), published('10 February 2026'))
      .when(published('11 February 2026'))
      .thenRefused('already-published');
    expect(sentence).toBe(
      '“Response” has been recorded as published there already (the Combined Authority’s website, 10 February 2026): correct the date if it is wrong.',
    );
  });

  it('needs a date that can be read', () => {
    given(document, recordLetterSy()).when(published('today')).thenRefused('date-unclear');
  });
});
