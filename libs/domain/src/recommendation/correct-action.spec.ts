import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  closure,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
  SYP,
  TSU_MANAGER,
} from '../../../../test/support/named-histories.ts';

const correctionReason = 'The minutes were misread.';
const { kind: _kind, ...assigned } = assignAct16();
const correct = send('correct-action', { ...assigned, title: 'Deliver OIC-R1', correctionReason });
const reassign = send('reassign-action', { action: ACT_16, leadPost: TSU_MANAGER });
const moveTo = (dueOn: string) => send('change-due-date', { action: ACT_16, dueOn, reason: 'The system is late.' });
/** What is recorded after {@link moveTo}. */
const moved = { basis: undefined, dueAsPrinted: undefined };

describe('An action recorded wrongly', () => {
  it('is corrected by saying what was wrong and why', () => {
    const was = {
      title: 'Deliver Recommendation 1',
      lead: { kind: 'notNamed' },
      supporters: [],
      deliveredWith: [],
      due: { kind: 'on', date: '2026-04-30', basis: 'printed', asPrinted: 'By 30 April 2026' },
    } as const;
    const [corrected] = given(recommendation, raiseR1(), assignAct16())
      .when(correct)
      .then({
        type: 'ActionCorrected',
        data: {
          corrects: eventId(1),
          action: ACT_16,
          was,
          is: { ...was, title: 'Deliver OIC-R1' },
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
    const { leadNotNamed: _notNamed, ...withoutLead } = correct;
    const asChanged = {
      ...withoutLead,
      ...moved,
      title: assignAct16().title,
      leadPost: TSU_MANAGER,
      dueOn: '31 May 2026',
    };
    changed.when(asChanged).thenNothing();
    changed
      .when({ ...asChanged, title: 'Deliver OIC-R1' })
      .then({ type: 'ActionCorrected', data: { corrects: eventId(1) } });
    changed
      .when({ ...withoutLead, ...moved, leadBody: SYP, dueOn: '31 May 2026' })
      .then({ type: 'ActionCorrected', data: { corrects: eventId(2) } });
    changed
      .when({ ...asChanged, dueOn: '30 May 2026' })
      .then({ type: 'ActionCorrected', data: { corrects: eventId(3) } });
  });

  it('was never due on the date that was recorded wrongly', () => {
    given(recommendation, raiseR1(), assignAct16(), { ...correct, dueOn: '30 April 2027' })
      .when(moveTo('31 May 2027'))
      .then({ type: 'DueDateChanged', data: { original: { ...due('2027-04-30') }, extensions: 1 } });
  });

  it('keeps its original date when something else is corrected after the date was brought forward', () => {
    given(recommendation, raiseR1(), assignAct16(), moveTo('31 March 2026'), {
      ...correct,
      ...moved,
      dueOn: '31 March 2026',
    })
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

function due(date: string) {
  return { kind: 'on', date, basis: 'printed', asPrinted: 'By 30 April 2026' } as const;
}
