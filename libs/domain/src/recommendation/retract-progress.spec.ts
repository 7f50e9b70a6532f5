import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ACT_16, assignAct16, raiseR1, send } from '../../../../test/support/named-histories.ts';

const report = send('report-progress', { action: ACT_16, progress: id('f', 41), words: 'In use in two districts.' });
const retract = send('retract-progress', { action: ACT_16, progress: 'N1', reason: 'It was of another action.' });
const reported = given(recommendation, raiseR1(), assignAct16(), report);

describe('A progress note that should not have been recorded', () => {
  it('is retracted with the reason, naming the event that recorded it', () => {
    reported.when(retract).then({
      type: 'ProgressRetracted',
      data: {
        corrects: eventId(2),
        action: ACT_16,
        progress: report.progress,
        reference: 'OIC-R1/SYP/1:N1',
        was: { words: report.words, decidedBy: { person: id('a', 1), post: id('b', 1) } },
        reason: retract.reason,
      },
    });
  });

  it('adds nothing when it is retracted already', () => {
    reported.and(retract).when(retract).thenNothing();
    reported
      .and(retract)
      .when({ ...retract, progress: report.progress })
      .thenNothing();
  });

  it('can’t be retracted again for another reason, corrected or reported again', () => {
    const gone = reported.and(retract);
    const { sentence } = gone.when({ ...retract, reason: 'Twice.' }).thenRefused('progress-retracted');
    expect(sentence).toBe('OIC-R1/SYP/1:N1 has been retracted: report anew what it should have said.');
    gone
      .when(send('correct-progress', { action: ACT_16, progress: 'N1', words: 'x', correctionReason: 'Misread.' }))
      .thenRefused('progress-retracted');
    gone.when(report).thenRefused('progress-retracted');
  });

  it('makes room for the same words, under a number of their own', () => {
    reported
      .and(retract)
      .when({ ...report, progress: id('f', 42) })
      .then({ type: 'ProgressReported', data: { reference: 'OIC-R1/SYP/1:N2' } });
  });

  it('can’t be retracted when it was never reported, or on an action that is not here', () => {
    const { sentence } = reported
      .and(retract)
      .when({ ...retract, progress: 'N2' })
      .thenRefused('progress-unknown');
    expect(sentence).toBe(
      'OIC-R1/SYP/1 Deliver Recommendation 1 has no progress note “N2”. No progress note stands there.',
    );
    reported.when({ ...retract, action: id('f', 99) }).thenRefused('action-unknown');
  });
});
