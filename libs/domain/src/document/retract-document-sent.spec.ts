import { describe, it } from '@jest/globals';
import { recordLetterWy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { document } from './document.decider.ts';

const to = 'HMICFRS';
const sent = toDocument('record-document-sent', { sentOn: '2026-02-05', to });
const history = given(document, recordLetterWy(), sent);
const retract = (recipient = to) =>
  toDocument('retract-document-sent', { to: recipient, reason: 'The copy was never posted.' });

describe('Retracting that a document was sent', () => {
  it('keeps what was recorded and why it is wrong', () => {
    history.when(retract()).then({
      type: 'DocumentSendingRetracted',
      data: {
        corrects: eventId(1),
        was: { sentOn: { from: '2026-02-05', precision: 'day', asPrinted: '2026-02-05' }, to },
        reason: 'The copy was never posted.',
      },
    });
  });

  it('lets it be sent later, and leaves other recipients alone', () => {
    const other = toDocument('record-document-sent', { sentOn: '2026-02-05', to: 'the Home Secretary' });
    history.and(other, retract()).when(sent).then({ type: 'DocumentSent' });
    history.and(other, retract()).when(other).thenNothing();
  });

  it('adds nothing when it has been retracted already', () => {
    history.and(retract()).when(retract()).thenNothing();
  });

  it('needs a sending to that recipient', () => {
    history.when(retract('the Mayor')).thenRefused('not-sent');
  });
});
