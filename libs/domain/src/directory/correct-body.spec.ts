import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { SYMCA, WYCA } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { said } from '../primitives.ts';
import { directory } from './directory.decider.ts';

const correctionReason = 'The order says so.';
const recorder = said({ by: secretary }, SYMCA).decidedBy;
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
    const none = enter('correct-body', { clear: ['overseenBy'], correctionReason });
    history
      .and(overseen)
      .when(none)
      .then({ type: 'BodyCorrected', data: { corrects: eventId(1), was: { overseenBy: WYCA }, is: {} } });
    history.and(overseen, none).when(none).thenNothing();
  });

  it('stays as it is when the correction says the same', () => {
    history.when(enter('correct-body', { name: recordSymca().name, correctionReason })).thenNothing();
    history.when(enter('correct-body', { clear: ['overseenBy'], correctionReason })).thenNothing();
  });

  it('can be who decided it, since when, and that it is made up', () => {
    const said = { decidedByBody: WYCA, effectiveOn: 'in 2024', illustration: true, correctionReason };
    const marked = history.when(enter('correct-body', said));
    const [event] = marked.then({
      type: 'BodyCorrected',
      data: {
        illustration: true,
        was: { decidedBy: recorder },
        is: { decidedBy: { body: WYCA }, effectiveOn: readDate('in 2024'), illustration: true },
      },
    });
    // Who records the correction decides on it; what is corrected was decided by whom it says.
    expect(event?.data.decidedBy).toEqual(recorder);
    expect(event?.data).not.toHaveProperty('effectiveOn');
    history
      .and(enter('correct-body', said))
      .when(enter('correct-body', { clear: ['illustration', 'effectiveOn'], correctionReason }))
      .then({ type: 'BodyCorrected', data: { was: { effectiveOn: readDate('in 2024'), illustration: true }, is: {} } });
  });

  it('can be that a later event only was made up', () => {
    history
      .and(enter('rename-body', { name: 'SYCA', illustration: true }))
      .when(enter('correct-body', { clear: ['illustration'], correctionReason }))
      .then({ type: 'BodyCorrected', data: { corrects: eventId(1), was: { illustration: true }, is: {} } });
  });

  it('can’t be given and cleared at once, and a body can’t oversee itself', () => {
    const both = { overseenBy: WYCA, clear: ['overseenBy' as const], correctionReason };
    history.when(enter('correct-body', both)).thenRefused('clear-unclear');
    history.when(enter('correct-body', { overseenBy: SYMCA, correctionReason })).thenRefused('oversees-itself');
  });

  it.each(['nameFrom', 'overseenFrom', 'from'])('can’t have a day that does not exist as its %s', (field) => {
    history.when(enter('correct-body', { [field]: '31 June 2025', correctionReason })).thenRefused('date-unclear');
  });
});
