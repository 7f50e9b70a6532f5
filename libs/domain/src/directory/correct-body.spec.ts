import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { SYMCA, WYCA } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const correctionReason = 'The order says so.';
const history = given(directory, recordSymca());
const renamed = history.and(enter('rename-body', { name: 'SY Combined Authority', from: 'in 2025' }));

describe('What was recorded of a body', () => {
  it('can be corrected, by naming the event that was wrong and telling both values', () => {
    history.when(enter('correct-body', { name: 'South Yorkshire MCA', from: '7 May 2024', correctionReason })).then({
      type: 'BodyCorrected',
      data: {
        bodyId: SYMCA,
        corrects: eventId(0),
        was: { name: 'South Yorkshire Mayoral Combined Authority', from: readDate('May 2024') },
        is: { name: 'South Yorkshire MCA', from: readDate('7 May 2024') },
        reason: correctionReason,
      },
    });
  });

  it('is corrected event by event, when several were wrong', () => {
    const [first, second] = renamed
      .when(enter('correct-body', { name: 'SYCA', nameFrom: '1 April 2025', bodyKind: 'other', correctionReason }))
      .then({ type: 'BodyCorrected' }, { type: 'BodyCorrected' });
    expect([first?.data, second?.data]).toMatchObject([
      {
        corrects: eventId(1),
        was: { name: 'SY Combined Authority', nameFrom: readDate('in 2025') },
        is: { name: 'SYCA', nameFrom: readDate('1 April 2025') },
      },
      { corrects: eventId(0), was: { bodyKind: 'localPolicingBody' }, is: { bodyKind: 'other' } },
    ]);
  });

  it('can be corrected again, and then the correction is what was wrong', () => {
    history
      .and(enter('correct-body', { name: 'SYCA', correctionReason }))
      .when(enter('correct-body', { name: 'South Yorkshire MCA', correctionReason }))
      .then({ type: 'BodyCorrected', data: { corrects: eventId(1), was: { name: 'SYCA' } } });
  });

  it('can gain an overseer, change it, and lose it', () => {
    const overseen = enter('correct-body', { overseenBy: WYCA, overseenFrom: 'unknown', correctionReason });
    history.when(overseen).then({
      type: 'BodyCorrected',
      data: { was: {}, is: { overseenBy: WYCA, overseenFrom: readDate('unknown') } },
    });
    const none = enter('correct-body', { overseenByNobody: true, correctionReason });
    history
      .and(overseen)
      .when(none)
      .then({ type: 'BodyCorrected', data: { corrects: eventId(1), was: { overseenBy: WYCA }, is: {} } });
    history.and(overseen, none).when(none).thenNothing();
  });

  it('stays as it is when the correction says the same', () => {
    history.when(enter('correct-body', { name: recordSymca().name, correctionReason })).thenNothing();
    history.when(enter('correct-body', { overseenByNobody: true, correctionReason })).thenNothing();
  });

  it('can’t have two overseers or oversee itself', () => {
    const both = { overseenBy: WYCA, overseenByNobody: true, correctionReason };
    history.when(enter('correct-body', both)).thenRefused('overseer-unclear');
    history.when(enter('correct-body', { overseenBy: SYMCA, correctionReason })).thenRefused('oversees-itself');
  });

  it.each(['nameFrom', 'overseenFrom', 'from'])('can’t have a day that does not exist as its %s', (field) => {
    history.when(enter('correct-body', { [field]: '31 June 2025', correctionReason })).thenRefused('date-unclear');
  });
});
