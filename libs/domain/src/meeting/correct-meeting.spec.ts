import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ask, CCOB, HEAD_OF_YHROCU, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { MARTOM } from '../../../../test/support/named-histories.ts';
import type { CorrectMeeting } from './correct-meeting.ts';
import { meeting } from './meeting.decider.ts';

const history = given(meeting, recordMartomJanuary({ heldOn: '14 January 2025', chairPost: HEAD_OF_YHROCU }));
const correct = (fields: Partial<CorrectMeeting>) =>
  ask('correct-meeting', { ...fields, correctionReason: 'The minutes say so.' });

describe('Correcting a meeting', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    history.when(correct({ heldOn: '14 January 2026' })).then({
      type: 'MeetingCorrected',
      data: {
        corrects: eventId(0),
        was: { heldOn: { from: '2025-01-14', precision: 'day', asPrinted: '14 January 2025' } },
        is: { heldOn: { from: '2026-01-14', precision: 'day', asPrinted: '14 January 2026' } },
        reason: 'The minutes say so.',
      },
    });
    history
      .and(correct({ heldOn: '14 January 2026' }))
      .when(correct({ heldOn: 'January 2026' }))
      .then({ type: 'MeetingCorrected', data: { corrects: eventId(1) } });
  });

  it('corrects its title, its series, its kind and its chair, and leaves the rest as it was recorded', () => {
    const [event] = history
      .when(correct({ title: 'The board', series: CCOB, meetingKind: 'board', clear: ['chairPost'] }))
      .then({
        type: 'MeetingCorrected',
        data: { is: { title: 'The board', series: CCOB, meetingKind: 'board' } },
      });
    expect(event?.data).toMatchObject({
      was: { title: 'MARTOM, January 2026', series: MARTOM, chairPost: HEAD_OF_YHROCU },
    });
    expect(event?.data).not.toHaveProperty('was.heldOn');
    history.when(correct({ series: CCOB, clear: ['series'] })).thenRefused('clear-unclear');
  });

  it('corrects who said so, since when, and whether it is made up; the correction itself is its recorder’s', () => {
    const [event] = history
      .when(correct({ decidedByPost: HEAD_OF_YHROCU, effectiveOn: 'January 2026', illustration: true }))
      .then({
        type: 'MeetingCorrected',
        data: {
          is: { decidedBy: { post: HEAD_OF_YHROCU }, effectiveOn: expect.anything() as never, illustration: true },
          decidedBy: { person: id('a', 1), post: id('b', 1) },
        },
      });
    expect(event?.data).not.toHaveProperty('effectiveOn');
  });

  it('adds nothing when that is what stands', () => {
    history.when(correct({ heldOn: '14 January 2025', title: 'MARTOM, January 2026' })).thenNothing();
  });

  it('is refused with a date that can’t be read, and where there is no meeting', () => {
    history.when(correct({ heldOn: 'a Wednesday' })).thenRefused('date-unclear');
    given(meeting)
      .when(correct({ title: 'The board' }))
      .thenRefused('not-recorded');
  });
});
