import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, HEAD_OF_YHROCU, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { NCA, ROCTA_MANAGER, TSU_MANAGER } from '../../../../test/support/named-histories.ts';
import { meeting } from './meeting.decider.ts';

const unattended = given(meeting, recordMartomJanuary());
const history = unattended.and(ask('record-attendance', { posts: [HEAD_OF_YHROCU, ROCTA_MANAGER], bodies: [NCA] }));
const correct = (fields: object) => ask('correct-attendance', { ...fields, correctionReason: 'The minutes say so.' });

describe('Correcting attendance', () => {
  it('keeps who was said to have attended, who did, and the reason', () => {
    history.when(correct({ posts: [HEAD_OF_YHROCU], bodies: [NCA], apologies: [ROCTA_MANAGER] })).then({
      type: 'AttendanceCorrected',
      data: {
        corrects: eventId(1),
        was: { posts: [HEAD_OF_YHROCU, ROCTA_MANAGER], bodies: [NCA], apologies: [] },
        is: { posts: [HEAD_OF_YHROCU], bodies: [NCA], apologies: [ROCTA_MANAGER] },
        reason: 'The minutes say so.',
      },
    });
  });

  it('names the last event that told of it', () => {
    history
      .and(correct({ posts: [HEAD_OF_YHROCU] }))
      .when(correct({}))
      .then({
        type: 'AttendanceCorrected',
        data: { corrects: eventId(2), is: { posts: [], bodies: [], apologies: [] } },
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
