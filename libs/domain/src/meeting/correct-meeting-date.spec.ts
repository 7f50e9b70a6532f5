import { describe, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { meeting } from './meeting.decider.ts';

const history = given(meeting, recordMartomJanuary({ heldOn: '14 January 2025' }));
const correct = (heldOn: string) => ask('correct-meeting-date', { heldOn, correctionReason: 'The year was wrong.' });

describe('Correcting the date of a meeting', () => {
  it('names the event it corrects and keeps both dates and the reason', () => {
    const once = history.when(correct('14 January 2026'));
    once.then({
      type: 'MeetingDateCorrected',
      data: {
        corrects: eventId(0),
        was: { from: '2025-01-14', precision: 'day', asPrinted: '14 January 2025' },
        is: { from: '2026-01-14', precision: 'day', asPrinted: '14 January 2026' },
        reason: 'The year was wrong.',
      },
    });
    history
      .and(correct('14 January 2026'))
      .when(correct('January 2026'))
      .then({ type: 'MeetingDateCorrected', data: { corrects: eventId(1) } });
  });

  it('adds nothing when that is the date', () => {
    history.when(correct('14 January 2025')).thenNothing();
  });

  it('is refused with a date that can’t be read, and where there is no meeting', () => {
    history.when(correct('a Wednesday')).thenRefused('date-unclear');
    given(meeting).when(correct('14 January 2026')).thenRefused('not-recorded');
  });
});
