import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  closure,
  FORCE_TSU_MANAGERS,
  LETTER_WY_YHSOC,
  linkAct05,
  MARTOM,
  NCA,
  raiseAfiA,
  raiseR1,
  send,
  SYP,
  TSU_MANAGER,
} from '../../../../test/support/named-histories.ts';

/** ACT-03: the regional work on procurement. */
const act03 = send('assign-action', {
  action: id('f', 13),
  title: 'Work together on procurement of technical surveillance equipment',
  leadPost: TSU_MANAGER,
  supporters: [FORCE_TSU_MANAGERS],
  deliveredWith: [NCA],
  monitoredAt: MARTOM,
  document: LETTER_WY_YHSOC,
  dueNoneGiven: true,
  reviewBy: '30 June 2026',
  dueAsPrinted: 'currently being led by',
});

describe('An action', () => {
  it('is assigned with one lead, its supporters and partners, its forum, and the day to look at it again', () => {
    const [assigned] = given(recommendation, raiseAfiA())
      .when(act03)
      .then({
        type: 'ActionAssigned',
        data: {
          action: act03.action,
          number: 1,
          title: 'Work together on procurement of technical surveillance equipment',
          lead: { kind: 'post', post: TSU_MANAGER },
          supporters: [FORCE_TSU_MANAGERS],
          deliveredWith: [NCA],
          monitoredAt: MARTOM,
          document: LETTER_WY_YHSOC,
          due: { kind: 'noneGiven', reviewBy: '2026-06-30', asPrinted: 'currently being led by' },
        },
      });
    expect(assigned?.data).not.toHaveProperty('subPart');
  });

  it('may have no named lead, and a date as it is printed', () => {
    given(recommendation, raiseR1())
      .when(assignAct16())
      .then({
        type: 'ActionAssigned',
        data: {
          lead: { kind: 'notNamed' },
          supporters: [],
          deliveredWith: [],
          due: { kind: 'on', date: '2026-04-30', basis: 'printed', asPrinted: 'By 30 April 2026' },
        },
      });
  });

  it.each([
    ['a forum', { leadForum: MARTOM }, { kind: 'forum', series: MARTOM }],
    ['a body', { leadBody: SYP }, { kind: 'body', body: SYP }],
  ] as const)('can be led by %s', (_what, fields, lead) => {
    given(recommendation, raiseR1())
      .when(assignAct16({ ...fields, leadNotNamed: false }))
      .then({ type: 'ActionAssigned', data: { lead } });
  });

  it('is due on a date agreed locally unless another basis is given', () => {
    const { basis: _basis, dueAsPrinted: _printed, ...plain } = assignAct16();
    given(recommendation, raiseR1())
      .when(plain)
      .then({ type: 'ActionAssigned', data: { due: { kind: 'on', date: '2026-04-30', basis: 'agreedLocally' } } });
  });

  it('can’t go without a date and without a day to look at it again', () => {
    const { dueOn: _dueOn, basis: _basis, dueAsPrinted: _printed, ...dateless } = assignAct16();
    const { sentence } = given(recommendation, raiseR1())
      .when({ ...dateless, dueNoneGiven: true })
      .thenRefused('review-by-missing');
    expect(sentence).toBe(
      'An action without a date needs the day by which it is looked at again: give a review-by date.',
    );
  });

  it('is counted in its recommendation, for one sub-part or the whole', () => {
    given(recommendation, raiseAfiA(), act03)
      .when(assignAct16({ subPart: 'c' }))
      .then({ type: 'ActionAssigned', data: { number: 2, subPart: 'c' } });
  });

  it.each([
    ['no lead', { leadNotNamed: false }],
    ['two leads', { leadPost: TSU_MANAGER }],
  ])('can’t have %s', (_what, fields) => {
    const { sentence } = given(recommendation, raiseR1()).when(assignAct16(fields)).thenRefused('lead-unclear');
    expect(sentence).toBe('An action needs one lead: a post, a forum, a body, or the statement that none is named.');
  });

  it('can’t go without a date and without the statement that none was given', () => {
    const { dueOn: _dueOn, ...dateless } = assignAct16();
    const { sentence } = given(recommendation, raiseR1()).when(dateless).thenRefused('due-missing');
    expect(sentence).toBe(
      'An action needs a due date, or the statement that none was given with a date to review it by.',
    );
  });

  it.each([
    ['says that no date was given', { dueNoneGiven: true }],
    ['has a day to look at it again', { reviewBy: '30 June 2026' }],
  ])('can’t have a due date when it %s', (_what, fields) => {
    const { sentence } = given(recommendation, raiseR1()).when(assignAct16(fields)).thenRefused('due-unclear');
    expect(sentence).toBe('Give a due date, or say that none was given and when to look at it again, not both.');
  });

  it('can’t be due on anything but one day', () => {
    const { sentence } = given(recommendation, raiseR1())
      .when(assignAct16({ dueOn: 'April 2026' }))
      .thenRefused('date-unclear');
    expect(sentence).toBe('The due date must be one day, such as 30 April 2026.');
  });

  it('can’t be due on another day than its printed words mean', () => {
    const assign = (fields: Parameters<typeof assignAct16>[0]) =>
      given(recommendation, raiseR1()).when(assignAct16({ dueAsPrinted: 'By 30 April 2026', ...fields }));
    expect(assign({ dueOn: '1 December 2026' }).thenRefused('due-differs').sentence).toBe(
      'The words “By 30 April 2026” mean 30 April 2026, not 1 December 2026: give that day, check the words, or say that the date rests on something else (basis).',
    );
    expect(
      assign({ dueOn: undefined, dueNoneGiven: true, reviewBy: '30 June 2026' }).thenRefused('due-differs').sentence,
    ).toBe('The words “By 30 April 2026” mean 30 April 2026: give that day as the due date, or leave the words out.');
  });

  it('can be due on another day than words from which none is read, or where the date rests on something else', () => {
    const assign = (fields: Parameters<typeof assignAct16>[0]) =>
      given(recommendation, raiseR1())
        .when(assignAct16({ dueOn: '1 December 2026', ...fields }))
        .then({ type: 'ActionAssigned', data: { due: { date: '2026-12-01' } } });
    assign({ dueAsPrinted: 'in due course' });
    assign({ dueAsPrinted: 'By 31 April 2026' });
    assign({ dueAsPrinted: 'By 30 April 2026', basis: 'agreedLocally' });
    assign({ dueAsPrinted: 'By the end of 1 December 2026' });
  });

  it('can’t be looked at again on anything but one day', () => {
    const { sentence } = given(recommendation, raiseAfiA())
      .when({ ...act03, reviewBy: 'in due course' })
      .thenRefused('date-unclear');
    expect(sentence).toBe('The review-by date must be one day, such as 30 April 2026.');
  });

  it('can’t serve a sub-part that the finding does not have', () => {
    given(recommendation, raiseR1())
      .when(assignAct16({ subPart: 'a' }))
      .thenRefused('sub-part-unknown');
  });

  it('can’t be assigned to a closed recommendation', () => {
    const { sentence } = given(recommendation, raiseR1(), closure()).when(assignAct16()).thenRefused('closed');
    expect(sentence).toBe('An action can’t be assigned to a closed recommendation: reopen it first.');
  });

  it('adds nothing when it is assigned already', () => {
    given(recommendation, raiseR1(), assignAct16()).when(assignAct16()).thenNothing();
  });

  it('can’t be assigned again with other content', () => {
    const { sentence, because } = given(recommendation, raiseR1(), assignAct16())
      .when(assignAct16({ title: 'Deliver everything' }))
      .thenRefused('action-already-assigned');
    expect(sentence).toBe('This action has been assigned already, with other content.');
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
  });

  it('can’t be assigned a second time while it is open', () => {
    const again = assignAct16({ action: id('f', 27) });
    const { sentence, because } = given(recommendation, raiseR1(), assignAct16())
      .when(again)
      .thenRefused('action-stands');
    expect(sentence).toBe(
      'This action is open already as OIC-R1/SYP/1. If it is another one, give it a title of its own.',
    );
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
    given(recommendation, raiseR1(), assignAct16())
      .when(assignAct16({ action: id('f', 27), dueOn: '1 May 2026' }))
      .then({ type: 'ActionAssigned', data: { number: 2 } });
    given(recommendation, raiseR1(), assignAct16(), send('complete-action', { action: ACT_16 }))
      .when(again)
      .then({ type: 'ActionAssigned', data: { number: 2 } });
  });

  it('can’t be assigned where it is only linked: it has one home', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when(assignAct16({ action: ACT_05 }))
      .thenRefused('action-elsewhere');
  });
});
