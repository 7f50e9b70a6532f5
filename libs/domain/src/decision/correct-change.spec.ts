import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing } from '../../../../test/support/governance-histories.ts';
import { ACT_05, AFI_A_WYP, MARTOM, R1_SYP, SYP, TSU_MANAGER, WYCA } from '../../../../test/support/named-histories.ts';
import type { CorrectChange } from './correct-change.ts';
import type { DecisionChange } from './decision.changes.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const correctionReason = 'The minutes say otherwise.';
const refusal = ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' });
const carriedOut = ask('record-change-carried-out', { change: 1 });
const correct = (fields: Omit<CorrectChange, 'kind' | 'by' | 'change' | 'correctionReason'>) =>
  ask('correct-change', { change: 1, ...fields, correctionReason });
const recorded = (change: DecisionChange) => given(decision, recordClosing({ changes: [change] }));

const moving: DecisionChange = {
  version: 1,
  kind: 'changeDueDate',
  recommendation: R1_SYP,
  action: ACT_05,
  dueOn: '30 June 2025',
  reason: 'It is late.',
};
const assigning: DecisionChange = {
  version: 1,
  kind: 'assignAction',
  recommendation: R1_SYP,
  title: 'Do it',
  leadPost: TSU_MANAGER,
  dueNoneGiven: true,
  reviewBy: '30 June 2026',
};
const refused = recorded(moving).and(refusal);

describe('Correcting a change that was not carried out', () => {
  it('names the event that recorded it and keeps both; what is left out stays, and it is tried as corrected', () => {
    const then = refused.when(correct({ dueOn: '30 June 2026', concerns: [SYP] }));
    then.then({
      type: 'ChangeCorrected',
      data: {
        change: 1,
        corrects: eventId(0),
        was: moving,
        is: { ...moving, dueOn: '30 June 2026' },
        reason: correctionReason,
      },
    });
    expect(pendingChanges(then.state)).toEqual([
      { number: 1, change: { ...moving, dueOn: '30 June 2026' }, retries: 1 },
    ]);
    expect(then.state).toMatchObject({ bodies: expect.arrayContaining([SYP]) });
  });

  it('names the last correction when it is corrected again', () => {
    refused
      .and(correct({ dueOn: '30 May 2026' }), refusal)
      .when(correct({ dueOn: '30 June 2026' }))
      .then({ type: 'ChangeCorrected', data: { corrects: eventId(2), was: { dueOn: '30 May 2026' } } });
  });

  it('leaves one that was dropped as it is: it will not be carried out', () => {
    const then = refused
      .and(ask('drop-change', { change: 1, reason: 'Overtaken.' }))
      .when(correct({ dueOn: '30 June 2026' }));
    then.then({ type: 'ChangeCorrected' });
    expect(then.state).toMatchObject({ changes: [{ outcome: 'dropped', retries: 0 }] });
    expect(pendingChanges(then.state)).toEqual([]);
  });

  it('is carried out only when the decision is in force', () => {
    const then = refused
      .and(ask('supersede-decision', { reason: 'Another model.' }))
      .when(correct({ dueOn: '30 June 2026' }));
    then.then({ type: 'ChangeCorrected' });
    expect(pendingChanges(then.state)).toEqual([]);
  });

  it('is refused while it is being carried out, and afterwards says where it is put right', () => {
    expect(
      recorded(moving)
        .when(correct({ dueOn: '30 June 2026' }))
        .thenRefused('change-pending').sentence,
    ).toBe('Change 1 is about to be carried out: it can be corrected only once it has been refused.');
    expect(
      recorded(moving)
        .and(carriedOut)
        .when(correct({ dueOn: '30 June 2026' }))
        .thenRefused('change-carried-out').sentence,
    ).toBe('Change 1 has been carried out: correct the due date of the action where it stands.');
    // What is wrong with the correction is told only where it could be made.
    recorded(moving)
      .and(carriedOut)
      .when(correct({ title: 'Do it' }))
      .thenRefused('change-carried-out');
  });

  it('adds nothing when it reads so already', () => {
    refused.when(correct({ dueOn: '30 June 2025' })).thenNothing();
    recorded(moving)
      .and(carriedOut)
      .when(correct({ reason: 'It is late.' }))
      .thenNothing();
  });

  it('is refused for a decision that was recorded in error, and for a change that there is not', () => {
    refused
      .and(ask('retract-decision', { reason: 'None was taken.' }))
      .when(correct({ dueOn: '30 June 2026' }))
      .thenRefused('retracted');
    refused.when({ ...correct({ dueOn: '30 June 2026' }), change: 2 }).thenRefused('change-unknown');
  });

  it('can’t say who decided, or when: that is said of the decision', () => {
    refused.when(correct({ dueOn: '30 June 2026', decidedByBody: WYCA })).thenRefused('decided-with-decision');
    refused.when(correct({ dueOn: '30 June 2026', effectiveOn: '2025' })).thenRefused('decided-with-decision');
  });

  it('is an illustration when the decision is one, or it says so itself', () => {
    given(decision, recordClosing({ illustration: true }), refusal)
      .when(correct({ reason: 'Seen.' }))
      .then({ type: 'ChangeCorrected', data: { illustration: true } });
    refused
      .when(correct({ dueOn: '30 June 2026', illustration: true }))
      .then({ type: 'ChangeCorrected', data: { illustration: true } });
  });

  it('names a lead anew as a whole, and puts a day in the place of none', () => {
    const history = recorded(assigning).and(refusal);
    const [led] = history
      .when(correct({ leadForum: MARTOM }))
      .then({ type: 'ChangeCorrected', data: { is: { title: 'Do it', leadForum: MARTOM, dueNoneGiven: true } } });
    expect(led?.data).not.toHaveProperty('is.leadPost');
    const [due] = history
      .when(correct({ dueOn: '30 June 2026' }))
      .then({ type: 'ChangeCorrected', data: { is: { leadPost: TSU_MANAGER, dueOn: '30 June 2026' } } });
    expect(due?.data).not.toHaveProperty('is.reviewBy');
    const [none] = refused
      .when(correct({ dueNoneGiven: true, reviewBy: '30 June 2026' }))
      .then({ type: 'ChangeCorrected', data: { is: { dueNoneGiven: true } } });
    expect(none?.data).not.toHaveProperty('is.dueOn');
  });

  it('takes what is cleared away, as far as it can do without', () => {
    const [event] = recorded({ ...moving, dueAsPrinted: 'by June' })
      .and(refusal)
      .when(correct({ clear: ['dueAsPrinted'] }))
      .then({ type: 'ChangeCorrected' });
    expect(event?.data).not.toHaveProperty('is.dueAsPrinted');
    refused.when(correct({ clear: ['reason'] })).thenRefused('change-incomplete');
    refused.when(correct({ dueAsPrinted: 'by June', clear: ['dueAsPrinted'] })).thenRefused('clear-unclear');
  });

  it('has only the fields of its kind, and only what they can hold', () => {
    const sentences = [
      refused.when(correct({ title: 'Do it' })).thenRefused('change-unfit'),
      refused.when(correct({ clear: ['document'] })).thenRefused('change-unfit'),
      given(decision, recordClosing(), refusal)
        .when(correct({ code: 'agreed' }))
        .thenRefused('change-unfit'),
    ].map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      'A change to change a due date has no title: leave it out.',
      'A change to change a due date has no document: leave it out.',
      'The code of a change to close a recommendation must be one of implemented, superseded, outsideControl, noLongerApplicable, riskAccepted.',
    ]);
  });

  it('can be of another kind, which keeps what it has in common and needs the rest', () => {
    const [event] = refused.when(correct({ changeKind: 'withdrawAction' })).then({
      type: 'ChangeCorrected',
      data: {
        is: { version: 1, kind: 'withdrawAction', recommendation: R1_SYP, action: ACT_05, reason: 'It is late.' },
      },
    });
    expect(event?.data).not.toHaveProperty('is.dueOn');
    expect(refused.when(correct({ changeKind: 'answerEscalation' })).thenRefused('change-incomplete').sentence).toBe(
      'A change to answer an escalation needs escalation and words.',
    );
    refused
      .when(correct({ changeKind: 'answerEscalation', escalation: id('d', 66), words: 'The region.' }))
      .then({ type: 'ChangeCorrected', data: { is: { kind: 'answerEscalation', words: 'The region.' } } });
    refused
      .when(correct({ changeKind: 'recordPosition', recommendation: AFI_A_WYP, layer: 'inspectorate', words: 'Yes.' }))
      .thenRefused('change-unfit');
  });
});
