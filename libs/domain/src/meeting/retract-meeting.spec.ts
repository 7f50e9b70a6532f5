import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { ask, recordMartomJanuary, UNMET_DEMAND } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, TSU_MANAGER } from '../../../../test/support/named-histories.ts';
import { meeting } from './meeting.decider.ts';

const history = given(meeting, recordMartomJanuary());
const retract = ask('retract-meeting', { reason: 'It was recorded twice.', citedBy: [] });

describe('Retracting a meeting', () => {
  it('names the event that recorded it, with the reason', () => {
    history
      .and(ask('correct-meeting', { title: 'The board', correctionReason: 'Misread.' }))
      .when(retract)
      .then({ type: 'MeetingRetracted', data: { corrects: eventId(0), reason: 'It was recorded twice.' } });
  });

  it('is refused while a decision or an escalation is said to come from it', () => {
    const citedBy = [
      { kind: 'decision', id: CCOB_DECISION, label: 'D-2025-001' },
      { kind: 'escalation', id: UNMET_DEMAND, label: '“Who owns it?”' },
    ];
    const { sentence, because } = history.when({ ...retract, citedBy }).thenRefused('meeting-cited');
    expect(sentence).toBe(
      'MARTOM, January 2026 is where decision D-2025-001 and escalation “Who owns it?” came from: correct or retract that first.',
    );
    expect(because).toEqual(citedBy);
  });

  it('is the last thing that is recorded of it', () => {
    const { sentence } = history
      .and(retract)
      .when(ask('record-attendance', { posts: [TSU_MANAGER] }))
      .thenRefused('meeting-retracted');
    expect(sentence).toBe(
      'MARTOM, January 2026 has been retracted: nothing more can be recorded of it. Record the meeting that was held.',
    );
    history
      .and(retract)
      .when({ ...retract, reason: 'It was called off.' })
      .thenRefused('meeting-retracted');
  });

  it('is refused where there is no meeting', () => {
    given(meeting).when(retract).thenRefused('not-recorded');
  });
});
