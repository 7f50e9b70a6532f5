import { describe, expect, it } from '@jest/globals';
import { recordLetterWy, toDocument } from '../../../../test/support/document-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const sent = (sentOn: string, to = 'the Home Secretary') => toDocument('record-document-sent', { sentOn, to });
const day = { from: '2026-02-05', precision: 'day', asPrinted: '5 February 2026' } as const;

describe('Recording that a document was sent', () => {
  it('keeps to whom and when, on which day it took effect', () => {
    given(document, recordLetterWy())
      .when(sent('5 February 2026'))
      .then({ type: 'DocumentSent', data: { sentOn: day, effectiveOn: day, to: 'the Home Secretary' } });
  });

  it('takes another recipient as a fact of its own: a copy to one is no copy to the other', () => {
    given(document, recordLetterWy(), sent('5 February 2026'))
      .when(sent('6 February 2026', 'HMICFRS'))
      .then({ type: 'DocumentSent', data: { to: 'HMICFRS' } });
  });

  it('adds nothing when it stands already', () => {
    given(document, recordLetterWy(), sent('5 February 2026')).when(sent('5 February 2026')).thenNothing();
  });

  it('can’t happen twice to one recipient: another date is a correction', () => {
    const { sentence } = given(document, recordLetterWy({ title: 'Re: An inspection' }), sent('5 February 2026'))
      .when(sent('6 February 2026'))
      .thenRefused('already-sent');
    expect(sentence).toBe(
      '“Re: An inspection” has been recorded as sent to the Home Secretary already (5 February 2026): correct the date if it is wrong.',
    );
  });

  it('needs a date that can be read', () => {
    given(document, recordLetterWy()).when(sent('today')).thenRefused('date-unclear');
  });
});
