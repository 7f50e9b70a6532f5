import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, CCOB_2025, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { MARTOM, SYMCA } from '../../../../test/support/named-histories.ts';
import { meeting } from './meeting.decider.ts';

describe('A meeting', () => {
  it('is recorded as a sitting of its series, on the day it was held', () => {
    given(meeting)
      .when(recordMartomJanuary())
      .then({
        type: 'MeetingRecorded',
        data: {
          series: MARTOM,
          title: 'MARTOM, January 2026',
          heldOn: { from: '2026-01-14', precision: 'day', asPrinted: '14 January 2026' },
          body: SYMCA,
        },
      });
  });

  it('may stand by itself, and its date be known to the year only', () => {
    given(meeting)
      .when(ask('record-meeting', { meeting: CCOB_2025, meetingKind: 'board', title: 'CCOB', heldOn: 'in 2025' }))
      .then({
        type: 'MeetingRecorded',
        data: {
          meetingKind: 'board',
          heldOn: { from: '2025-01-01', to: '2025-12-31', precision: 'year', asPrinted: 'in 2025' },
        },
      });
  });

  it('adds nothing when it is recorded so already', () => {
    given(meeting, recordMartomJanuary()).when(recordMartomJanuary()).thenNothing();
  });

  it('can’t be recorded again with other content', () => {
    const { sentence } = given(meeting, recordMartomJanuary())
      .when(recordMartomJanuary({ heldOn: '15 January 2026' }))
      .thenRefused('already-recorded');
    expect(sentence).toBe('MARTOM, January 2026 has been recorded already, with other content: correct it instead.');
  });

  it('can’t be recorded a second time under another id, unless it goes by another title', () => {
    const { sentence, because } = given(meeting)
      .when(recordMartomJanuary({ alike: CCOB_2025 }))
      .thenRefused('meeting-recorded');
    expect(sentence).toBe(
      'MARTOM, January 2026 has been recorded already, as held on that date: use what is recorded. If this was another meeting, give it another title.',
    );
    expect(because).toEqual([{ kind: 'meeting', id: CCOB_2025, label: 'MARTOM, January 2026' }]);
  });

  it('can’t be held on a date that can’t be read', () => {
    given(meeting)
      .when(recordMartomJanuary({ heldOn: 'last week' }))
      .thenRefused('date-unclear');
  });
});
