import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB,
  CCOB_2025,
  HEAD_OF_YHROCU,
  names,
  recordMartomJanuary,
} from '../../../../test/support/governance-histories.ts';
import { NCA, ROCTA_MANAGER, TSU_MANAGER, WYP } from '../../../../test/support/named-histories.ts';
import { meeting } from './meeting.decider.ts';
import { MEETING_FORMS } from './meeting.events.ts';
import { narrateMeeting } from './meeting.narrative.ts';

/** Histories in which everything happens that can happen, and how they read. */
const told = [
  ...given(
    meeting,
    recordMartomJanuary({ illustration: true, chairPost: HEAD_OF_YHROCU }),
    ask('record-attendance', { posts: [ROCTA_MANAGER, TSU_MANAGER], bodies: [NCA] }),
    ask('record-attendance', { bodies: [WYP], apologies: [HEAD_OF_YHROCU] }),
    ask('correct-attendance', {
      posts: [ROCTA_MANAGER],
      apologies: [TSU_MANAGER],
      decidedByPost: HEAD_OF_YHROCU,
      correctionReason: 'The minutes say so.',
    }),
    ask('correct-meeting', {
      title: 'CCOB',
      series: CCOB,
      meetingKind: 'board',
      heldOn: 'January 2026',
      clear: ['chairPost', 'illustration'],
      correctionReason: 'The day is not certain.',
    }),
    ask('retract-meeting', { reason: 'It was called off.', citedBy: [] }),
  ).events,
  ...given(
    meeting,
    ask('record-meeting', { meeting: CCOB_2025, meetingKind: 'board', title: 'CCOB', heldOn: 'in 2025' }),
    ask('record-attendance', { apologies: [HEAD_OF_YHROCU] }),
  ).events,
].map((event) => ({ type: event.type, sentence: narrateMeeting(event, names) }));

describe('The history of a meeting', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'Illustration: A. Secretary (Secretary of the board) recorded the meeting “MARTOM, January 2026”, a sitting of MARTOM, held on 14 January 2026, chaired by the Head of YHROCU.',
      'A. Secretary (Secretary of the board) recorded that the YHROCU ROCTA Manager, the YHROCU TSU Manager and National Crime Agency attended.',
      'A. Secretary (Secretary of the board) recorded that West Yorkshire Police attended and that the Head of YHROCU sent apologies.',
      'A. Secretary (Secretary of the board) corrected the attendance: the list of posts was the YHROCU ROCTA Manager and the YHROCU TSU Manager, is the YHROCU ROCTA Manager; the list of apologies was the Head of YHROCU, is the YHROCU TSU Manager; who decided was A. Secretary (Secretary of the board), is the Head of YHROCU, because “The minutes say so.”',
      'A. Secretary (Secretary of the board) corrected what is recorded of the meeting: the title was “MARTOM, January 2026”, is “CCOB”; the series was MARTOM, is CCOB; the kind was not given, is board meeting; the date was 14 January 2026, is January 2026; the chair was the Head of YHROCU, is not given; the mark as an illustration was given, is not given, because “The day is not certain.”',
      'A. Secretary (Secretary of the board) retracted the record of the meeting, because “It was called off.”',
      'A. Secretary (Secretary of the board) recorded the board meeting “CCOB”, held in 2025.',
      'A. Secretary (Secretary of the board) recorded that the Head of YHROCU sent apologies.',
    ]);
  });

  it('leaves no event untold', () => {
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(Object.keys(MEETING_FORMS)));
  });
});
