import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { SYMCA, SYP, WYCA } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca());
const succeeded = enter('record-succession', { successor: WYCA, from: '10 May 2021' });

describe('A body whose functions pass to another', () => {
  it('names its successor, which the event concerns, and since when', () => {
    history.when(succeeded).then({
      type: 'BodySucceeded',
      data: { bodyId: SYMCA, successor: WYCA, from: readDate('10 May 2021'), concerns: [WYCA] },
    });
    const [event] = history.when(enter('record-succession', { successor: WYCA })).then({ type: 'BodySucceeded' });
    expect(event?.data).not.toHaveProperty('from');
  });

  it('is succeeded once', () => {
    const after = history.and(succeeded);
    after.when(succeeded).thenNothing();
    after.when(enter('record-succession', { successor: WYCA })).thenNothing();
    const { sentence } = after.when({ ...succeeded, successor: SYP }).thenRefused('already-succeeded');
    expect(sentence).toBe(
      'South Yorkshire Mayoral Combined Authority has been succeeded already. If that is wrong, correct the body.',
    );
    after.when({ ...succeeded, from: '2021' }).thenRefused('already-succeeded');
  });

  it('can be said to have another successor, or none, when that was recorded wrongly', () => {
    const after = history.and(succeeded);
    const correctionReason = 'The order says so.';
    after.when(enter('correct-body', { succeededBy: SYP, succeededFrom: '2022', correctionReason })).then({
      type: 'BodyCorrected',
      data: {
        corrects: eventId(1),
        was: { succeededBy: WYCA, succeededFrom: readDate('10 May 2021') },
        is: { succeededBy: SYP, succeededFrom: readDate('2022') },
      },
    });
    const none = enter('correct-body', { clear: ['succeededBy'], correctionReason });
    expect(after.and(none).state).not.toMatchObject({ fields: { succeededFrom: expect.anything() } });
    after.when(none).then({ type: 'BodyCorrected', data: { corrects: eventId(1), is: {} } });
    after
      .and(none)
      .when({ ...succeeded, successor: SYP })
      .then({ type: 'BodySucceeded' });
    after.when(enter('correct-body', { succeededBy: SYMCA, correctionReason })).thenRefused('succeeds-itself');
  });

  it('can’t succeed itself, or at a date that can’t be read', () => {
    history.when({ ...succeeded, successor: SYMCA }).thenRefused('succeeds-itself');
    history.when({ ...succeeded, from: '31 June 2021' }).thenRefused('date-unclear');
  });
});
