import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  closure,
  linkAct05,
  MARTOM,
  raiseAfiA,
  raiseR1,
  send,
  SYP,
  TSU_MANAGER,
} from '../../../../test/support/named-histories.ts';

const correctionReason = 'The minutes were misread.';
const correct = send('correct-action', { action: ACT_16, title: 'Deliver OIC-R1', correctionReason });
const reassign = send('reassign-action', { action: ACT_16, leadPost: TSU_MANAGER });
const moveTo = (dueOn: string) => send('change-due-date', { action: ACT_16, dueOn, reason: 'The system is late.' });

describe('An action recorded wrongly', () => {
  it('is corrected by saying what was wrong and why', () => {
    const [corrected] = given(recommendation, raiseR1(), assignAct16())
      .when(correct)
      .then({
        type: 'ActionCorrected',
        data: {
          corrects: eventId(1),
          action: ACT_16,
          was: { title: 'Deliver Recommendation 1' },
          is: { title: 'Deliver OIC-R1' },
          reason: correctionReason,
        },
      });
    expect(JSON.parse(JSON.stringify(corrected))).toStrictEqual(corrected);
  });

  it('can be corrected again, which corrects the correction', () => {
    given(recommendation, raiseR1(), assignAct16(), correct)
      .when({ ...correct, title: 'Deliver it' })
      .then({ type: 'ActionCorrected', data: { corrects: eventId(2) } });
  });

  it('is corrected where a lead or a date was recorded last', () => {
    const changed = given(recommendation, raiseR1(), assignAct16(), reassign, moveTo('31 May 2026'));
    const { title: _title, ...nothing } = correct;
    changed.when(nothing).thenNothing();
    changed.when(correct).then({ type: 'ActionCorrected', data: { corrects: eventId(1) } });
    changed.when({ ...nothing, leadBody: SYP }).then({
      type: 'ActionCorrected',
      data: {
        corrects: eventId(2),
        was: { lead: { kind: 'post', post: TSU_MANAGER } },
        is: { lead: { kind: 'body', body: SYP } },
      },
    });
    changed
      .when({ ...nothing, dueOn: '30 May 2026' })
      .then({ type: 'ActionCorrected', data: { corrects: eventId(3) } });
    changed
      .when({ ...correct, leadBody: SYP })
      .then(
        { type: 'ActionCorrected', data: { corrects: eventId(1), is: { title: 'Deliver OIC-R1' } } },
        { type: 'ActionCorrected', data: { corrects: eventId(2), is: { lead: { kind: 'body', body: SYP } } } },
      );
  });

  it('can have been assigned by somebody else, on another day', () => {
    const { title: _title, ...nothing } = correct;
    const named = { ...nothing, decidedByBody: SYP, effectiveOn: '26 June 2025' };
    const assigned = given(recommendation, raiseR1(), assignAct16());
    assigned.when(named).then({
      type: 'ActionCorrected',
      data: {
        corrects: eventId(1),
        was: { decidedBy: { person: id('a', 1), post: id('b', 1) } },
        is: {
          decidedBy: { body: SYP },
          effectiveOn: { from: '2025-06-26', precision: 'day', asPrinted: '26 June 2025' },
        },
      },
    });
    assigned
      .and(named)
      .when({ ...nothing, clear: ['effectiveOn'] })
      .then({ type: 'ActionCorrected', data: { corrects: eventId(2), is: {} } });
  });

  it('keeps of its date what is left out, and can lose what is cleared', () => {
    const { title: _title, ...nothing } = correct;
    const assigned = given(recommendation, raiseR1(), assignAct16({ monitoredAt: MARTOM, supporters: [TSU_MANAGER] }));
    const dated = (fields: object) => ({ type: 'ActionCorrected' as const, data: { is: { due: fields as never } } });
    assigned
      .when({ ...nothing, dueOn: '1 May 2026', dueAsPrinted: 'By 1 May 2026' })
      .then(dated(due('2026-05-01', 'By 1 May 2026')));
    assigned
      .when({ ...nothing, dueAsPrinted: 'by April 30th 2026' })
      .then(dated(due('2026-04-30', 'by April 30th 2026')));
    assigned
      .when({ ...nothing, dueOn: '1 May 2026', basis: 'agreedLocally' })
      .then(dated({ ...due('2026-05-01'), basis: 'agreedLocally' }));
    assigned
      .when({ ...nothing, basis: 'agreedLocally', clear: ['dueAsPrinted'] })
      .then(dated({ kind: 'on', date: '2026-04-30', basis: 'agreedLocally' }));
    assigned
      .when({ ...nothing, dueNoneGiven: true, reviewBy: '30 June 2026', dueAsPrinted: 'soon' })
      .then(dated({ kind: 'noneGiven', reviewBy: '2026-06-30', asPrinted: 'soon' }));
    assigned.when({ ...nothing, dueNoneGiven: true }).thenRefused('review-by-missing');
    assigned
      .when({ ...nothing, clear: ['monitoredAt', 'supporters'] })
      .then({ type: 'ActionCorrected', data: { is: { supporters: [] } } });
    assigned.when({ ...nothing, clear: ['dueAsPrinted'], dueAsPrinted: 'soon' }).thenRefused('clear-unclear');

    const dateless = assigned.and({ ...nothing, dueNoneGiven: true, reviewBy: '30 June 2026', dueAsPrinted: 'soon' });
    dateless
      .when({ ...nothing, reviewBy: '1 July 2026' })
      .then(dated({ kind: 'noneGiven', reviewBy: '2026-07-01', asPrinted: 'soon' }));
    dateless
      .when({ ...nothing, dueOn: '1 May 2026' })
      .then(dated({ ...due('2026-05-01', 'soon'), basis: 'agreedLocally' }));
  });

  it('can’t be due on another day than its words print, until they are corrected too', () => {
    const { title: _title, ...nothing } = correct;
    const assigned = given(recommendation, raiseR1(), assignAct16());
    assigned.when({ ...nothing, dueOn: '1 May 2026' }).thenRefused('due-differs');
    assigned.when({ ...nothing, dueAsPrinted: 'By 1 May 2026' }).thenRefused('due-differs');
    assigned.when({ ...nothing, dueNoneGiven: true, reviewBy: '30 June 2026' }).thenRefused('due-differs');
  });

  it('was never due on the date that was recorded wrongly', () => {
    const dueAsPrinted = 'By 30 April 2027';
    given(recommendation, raiseR1(), assignAct16(), { ...correct, dueOn: '30 April 2027', dueAsPrinted })
      .when(moveTo('31 May 2027'))
      .then({ type: 'DueDateChanged', data: { original: due('2027-04-30', dueAsPrinted), extensions: 1 } });
  });

  it('keeps its original date when something else is corrected after the date was brought forward', () => {
    given(recommendation, raiseR1(), assignAct16(), moveTo('31 March 2026'), correct)
      .when(moveTo('31 May 2026'))
      .then({ type: 'DueDateChanged', data: { original: due('2026-04-30'), extensions: 1 } });
  });

  it('can still be corrected after the closure, and stays as ended as it was', () => {
    const closed = given(
      recommendation,
      raiseR1(),
      assignAct16(),
      send('complete-action', { action: ACT_16 }),
      closure(),
    );
    closed.when(correct).then({ type: 'ActionCorrected' });
    expect(closed.and(correct).state).toMatchObject({
      status: 'closed',
      actions: { [ACT_16]: { status: 'completed' } },
    });
  });

  it('adds nothing where it reads so already', () => {
    given(recommendation, raiseR1(), assignAct16(), correct).when(correct).thenNothing();
  });

  it('can’t be corrected into an action without a lead', () => {
    given(recommendation, raiseR1(), assignAct16())
      .when({ ...correct, leadNotNamed: false })
      .thenRefused('lead-unclear');
  });

  it('can’t be moved to a sub-part that the finding does not have', () => {
    given(recommendation, raiseR1(), assignAct16())
      .when({ ...correct, subPart: 'a' })
      .thenRefused('sub-part-unknown');
  });

  it('can’t be corrected where it is only linked', () => {
    const { sentence, because } = given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...correct, action: ACT_05 })
      .thenRefused('action-elsewhere');
    expect(sentence).toBe(
      '“All forces adopt the NPCC 4P IT solution” is only linked here: change it in the recommendation that is its home.',
    );
    expect(because).toEqual([
      { kind: 'recommendation', id: linkAct05().home, label: 'All forces adopt the NPCC 4P IT solution' },
    ]);
  });

  it('can’t be corrected when it was never assigned', () => {
    const { sentence } = given(recommendation, raiseR1())
      .when({ ...correct, action: id('f', 99) })
      .thenRefused('action-unknown');
    expect(sentence).toBe('OIC-R1/SYP has no such action.');
  });
});

function due(date: string, asPrinted = 'By 30 April 2026') {
  return { kind: 'on', date, basis: 'printed', asPrinted } as const;
}
