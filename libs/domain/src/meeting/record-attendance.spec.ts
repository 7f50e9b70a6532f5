import { describe, expect, it } from '@jest/globals';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { ask, HEAD_OF_YHROCU, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { NCA, ROCTA_MANAGER, SYMCA, TSU_MANAGER, WYCA, YHROCU } from '../../../../test/support/named-histories.ts';
import { meeting } from './meeting.decider.ts';

const history = given(meeting, recordMartomJanuary());
const attended = ask('record-attendance', {
  posts: [HEAD_OF_YHROCU, ROCTA_MANAGER],
  bodies: [NCA],
  apologies: [TSU_MANAGER],
});

describe('Attendance', () => {
  it('is recorded by post and by body, with apologies', () => {
    history.when(attended).then({
      type: 'AttendanceRecorded',
      data: { posts: [HEAD_OF_YHROCU, ROCTA_MANAGER], bodies: [NCA], apologies: [TSU_MANAGER] },
    });
  });

  it('grows by what was not recorded before', () => {
    history
      .and(attended)
      .when(ask('record-attendance', { posts: [HEAD_OF_YHROCU], bodies: [NCA, YHROCU] }))
      .then({ type: 'AttendanceRecorded', data: { posts: [], bodies: [YHROCU], apologies: [] } });
  });

  it('takes a post or a body that is named twice once', () => {
    history
      .when(
        ask('record-attendance', {
          posts: [HEAD_OF_YHROCU, HEAD_OF_YHROCU],
          bodies: [NCA, NCA],
          apologies: [TSU_MANAGER, TSU_MANAGER],
        }),
      )
      .then({
        type: 'AttendanceRecorded',
        data: { posts: [HEAD_OF_YHROCU], bodies: [NCA], apologies: [TSU_MANAGER] },
      });
  });

  it('concerns the body that recorded the meeting, whoever records it', () => {
    history
      .when({ ...attended, by: { ...secretary, body: WYCA } })
      .then({ type: 'AttendanceRecorded', data: { body: WYCA, concerns: [SYMCA] } });
  });

  it('adds nothing when all of it is known, or nobody is named', () => {
    history
      .and(attended)
      .when(ask('record-attendance', { apologies: [TSU_MANAGER] }))
      .thenNothing();
    history.when(ask('record-attendance', {})).thenNothing();
  });

  it('can’t have a post both attend and send apologies', () => {
    const { sentence, because } = history
      .and(attended)
      .when(ask('record-attendance', { posts: [TSU_MANAGER] }))
      .thenRefused('present-and-absent');
    expect(sentence).toBe(
      'A post can’t both attend a meeting and send apologies: correct the attendance if it was recorded wrongly.',
    );
    expect(because).toEqual([
      { kind: 'post', id: TSU_MANAGER, label: 'The post that both attended and sent apologies' },
    ]);
    history
      .when(ask('record-attendance', { posts: [TSU_MANAGER], apologies: [TSU_MANAGER] }))
      .thenRefused('present-and-absent');
  });

  it('is refused where there is no meeting', () => {
    const { sentence } = given(meeting).when(attended).thenRefused('not-recorded');
    expect(sentence).toBe('There is no such meeting: record it first.');
    const [, event] = history.and(attended).events;
    expect(() => event && meeting.evolve(meeting.initial, event, eventId(0))).toThrow(
      'AttendanceRecorded before MeetingRecorded',
    );
  });
});
