import { describe, expect, it } from '@jest/globals';
import { recordLetterWy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { NCA, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';
import type { CorrectDocumentDate } from './correct-document-date.ts';
import { document } from './document.decider.ts';

const correctionReason = 'The report it answers came out on 18 December 2025.';
const correct = (fields: Omit<CorrectDocumentDate, 'kind' | 'by' | 'correctionReason'>) =>
  toDocument('correct-document-date', { ...fields, correctionReason });
const printed = { from: '2025-02-05', precision: 'day', asPrinted: '5th February 2025' } as const;
const right = { from: '2026-02-05', precision: 'day', asPrinted: '2026-02-05' } as const;

describe('Correcting the date of a document', () => {
  it('keeps what the document writes beside the right date, and names the event and the reason', () => {
    const [event] = given(document, recordLetterWy())
      .when(correct({ date: '2026-02-05' }))
      .then({
        type: 'DocumentDateCorrected',
        data: {
          corrects: eventId(0),
          was: { dateAsWritten: printed },
          is: { dateAsWritten: printed, date: right },
          reason: correctionReason,
        },
      });
    expect(event?.data).not.toHaveProperty('was.date');
  });

  it('puts what was recorded wrongly of what it writes in its place, and says of no other date that it is right', () => {
    const [event] = given(document, recordLetterWy({ dateAsWritten: '5th February 2024' }))
      .when(correct({ dateAsWritten: '5th February 2025' }))
      .then({
        type: 'DocumentDateCorrected',
        data: { was: { dateAsWritten: { from: '2024-02-05' } }, is: { dateAsWritten: printed } },
      });
    expect(event?.data).not.toHaveProperty('is.date');
  });

  it('can do both at once, and each leaves the other', () => {
    const history = given(document, recordLetterWy({ dateAsWritten: '5th February 2024' }));
    const both = correct({ dateAsWritten: '5th February 2025', date: '2026-02-05' });
    history.when(both).then({ type: 'DocumentDateCorrected', data: { is: { dateAsWritten: printed, date: right } } });
    history
      .and(correct({ date: '2026-02-05' }))
      .when(correct({ dateAsWritten: '5th February 2025' }))
      .then({ type: 'DocumentDateCorrected', data: { is: { dateAsWritten: printed, date: right } } });
  });

  it('takes away a right date, or one that the document does not write', () => {
    const history = given(document, recordLetterWy()).and(correct({ date: '2026-02-05' }));
    const [first] = history.when(correct({ clear: ['date'] })).then({ type: 'DocumentDateCorrected' });
    expect(first?.data).not.toHaveProperty('is.date');
    const [second] = history.when(correct({ clear: ['dateAsWritten'] })).then({ type: 'DocumentDateCorrected' });
    expect(second?.data).not.toHaveProperty('is.dateAsWritten');
    history.when(correct({ clear: ['date'], date: '2026-02-06' })).thenRefused('clear-unclear');
  });

  it('tells no right date apart from the same one as written', () => {
    given(document, recordLetterWy())
      .when(correct({ date: '2025-02-05' }))
      .thenNothing();
    const [event] = given(document, recordLetterWy())
      .and(correct({ date: '2026-02-05' }))
      .when(correct({ dateAsWritten: '5th February 2026' }))
      .then({ type: 'DocumentDateCorrected', data: { was: { date: right } } });
    expect(event?.data).not.toHaveProperty('is.date');
  });

  it('names the last correction when it is corrected again', () => {
    given(document, recordLetterWy(), correct({ date: '2026-02-06' }))
      .when(correct({ date: '2026-02-05' }))
      .then({ type: 'DocumentDateCorrected', data: { corrects: eventId(1) } });
  });

  it('gives a date to a document that has none of its own', () => {
    const [event] = given(document, recordLetterWy({ dateAsWritten: undefined }))
      .when(correct({ date: 'in 2025' }))
      .then({ type: 'DocumentDateCorrected', data: { is: { date: { precision: 'year', asPrinted: 'in 2025' } } } });
    expect(event?.data).not.toHaveProperty('is.dateAsWritten');
  });

  it('says on whose authority the date stands, which is the document’s until it is said', () => {
    const history = given(document, recordLetterWy()).and(
      toDocument('correct-document', { decidedByBody: SYMCA, correctionReason }),
    );
    history.when(correct({ date: '2026-02-05', decidedByBody: WYCA })).then({
      type: 'DocumentDateCorrected',
      data: {
        decidedBy: { post: secretary.post },
        was: { decidedBy: { body: SYMCA } },
        is: { decidedBy: { body: WYCA } },
      },
    });
    history
      .and(correct({ date: '2026-02-05', decidedByBody: WYCA }))
      .and(toDocument('correct-document', { decidedByBody: NCA, correctionReason }))
      .when(correct({ date: '2026-02-06' }))
      .then({ type: 'DocumentDateCorrected', data: { is: { decidedBy: { body: WYCA } } } });
  });

  it('adds nothing when the date stands already', () => {
    given(document, recordLetterWy(), correct({ date: '2026-02-05' }))
      .when(correct({ date: '2026-02-05' }))
      .thenNothing();
    given(document, recordLetterWy()).when(correct({})).thenNothing();
  });

  it('needs dates that can be read, and a document', () => {
    given(document, recordLetterWy())
      .when(correct({ date: 'next week' }))
      .thenRefused('date-unclear');
    given(document, recordLetterWy())
      .when(correct({ dateAsWritten: 'next week' }))
      .thenRefused('date-unclear');
    given(document)
      .when(correct({ date: '2026-02-05' }))
      .thenRefused('document-not-recorded');
  });
});
