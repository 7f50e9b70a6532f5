import { describe, it } from '@jest/globals';
import { recordLetterWy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { WYCA } from '../../../../test/support/named-histories.ts';
import { document } from './document.decider.ts';

const to = 'the Home Secretary';
const history = given(document, recordLetterWy(), toDocument('record-document-sent', { sentOn: '2025-02-05', to }));
const correct = (sentOn: string, recipient = to) =>
  toDocument('correct-document-sent', { to: recipient, sentOn, correctionReason: 'The year was a slip.' });

describe('Correcting when a document was sent', () => {
  it('names the event it corrects and keeps both dates and the reason', () => {
    history.when(correct('2026-02-05')).then({
      type: 'DocumentSendingCorrected',
      data: {
        corrects: eventId(1),
        was: { sentOn: { from: '2025-02-05', precision: 'day', asPrinted: '2025-02-05' }, to },
        is: { sentOn: { from: '2026-02-05', precision: 'day', asPrinted: '2026-02-05' }, to },
        reason: 'The year was a slip.',
      },
    });
  });

  it('can say who sent it, and leaves the day as it was recorded', () => {
    history.when(toDocument('correct-document-sent', { to, decidedByBody: WYCA, correctionReason: 'A slip.' })).then({
      type: 'DocumentSendingCorrected',
      data: { is: { sentOn: { from: '2025-02-05' }, decidedBy: { body: WYCA } } },
    });
    history.when({ ...correct('2026-02-05'), effectiveOn: '2026-02-06' }).thenRefused('effective-on-follows');
  });

  it('adds nothing when the date stands already', () => {
    history.and(correct('2026-02-05')).when(correct('2026-02-05')).thenNothing();
  });

  it('needs a sending to that recipient, and a date that can be read', () => {
    history.when(correct('2026-02-05', 'HMICFRS')).thenRefused('not-sent');
    history.when(correct('some day')).thenRefused('date-unclear');
  });
});
