import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ask, HEAD_OF_YHROCU, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { NCA, ROCTA_MANAGER, TSU_MANAGER } from '../../../../test/support/named-histories.ts';
import type { CorrectAttendance } from './correct-attendance.ts';
import { meeting } from './meeting.decider.ts';

const recorder = { decidedBy: { person: id('a', 1), post: id('b', 1) } };
const unattended = given(meeting, recordMartomJanuary());
const history = unattended.and(ask('record-attendance', { posts: [HEAD_OF_YHROCU, ROCTA_MANAGER], bodies: [NCA] }));
const correct = (fields: Partial<CorrectAttendance>) =>
  ask('correct-attendance', { ...fields, correctionReason: 'The minutes say so.' });

describe('Correcting attendance', () => {
  it('keeps who was said to have attended, who did, and the reason', () => {
    history.when(correct({ posts: [HEAD_OF_YHROCU], bodies: [NCA], apologies: [ROCTA_MANAGER] })).then({
      type: 'AttendanceCorrected',
      data: {
        corrects: eventId(1),
        was: { ...recorder, posts: [HEAD_OF_YHROCU, ROCTA_MANAGER], bodies: [NCA], apologies: [] },
        is: { ...recorder, posts: [HEAD_OF_YHROCU], bodies: [NCA], apologies: [ROCTA_MANAGER] },
        reason: 'The minutes say so.',
      },
    });
  });

  it('names the last event that told of it', () => {
    history
      .and(correct({ posts: [HEAD_OF_YHROCU] }))
      .when(correct({ clear: ['posts', 'bodies'] }))
      .then({
        type: 'AttendanceCorrected',
        data: { corrects: eventId(2), is: { ...recorder, posts: [], bodies: [], apologies: [] } },
      });
  });

  it('leaves a list that is left out as it was recorded', () => {
    history.when(correct({ apologies: [TSU_MANAGER] })).then({
      type: 'AttendanceCorrected',
      data: { is: { ...recorder, posts: [HEAD_OF_YHROCU, ROCTA_MANAGER], bodies: [NCA], apologies: [TSU_MANAGER] } },
    });
    history.when(correct({})).thenNothing();
    history.when(correct({ posts: [TSU_MANAGER], clear: ['posts'] })).thenRefused('clear-unclear');
  });

  it('corrects whose word it is, since when, and whether it is made up', () => {
    history.when(correct({ decidedByPost: TSU_MANAGER, illustration: true })).then({
      type: 'AttendanceCorrected',
      data: { is: expect.objectContaining({ decidedBy: { post: TSU_MANAGER }, illustration: true }) as never },
    });
  });

  it('adds nothing when that is what stands, in whatever order', () => {
    history.when(correct({ posts: [ROCTA_MANAGER, HEAD_OF_YHROCU], bodies: [NCA] })).thenNothing();
  });

  it('is refused where none has been recorded', () => {
    const { sentence } = unattended.when(correct({ posts: [TSU_MANAGER] })).thenRefused('no-attendance');
    expect(sentence).toBe('No attendance has been recorded: record it instead of correcting it.');
    given(meeting).when(correct({})).thenRefused('not-recorded');
  });

  it('can’t have a post both attend and send apologies', () => {
    history.when(correct({ posts: [TSU_MANAGER], apologies: [TSU_MANAGER] })).thenRefused('present-and-absent');
  });
});
