import { describe, expect, it } from '@jest/globals';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import {
  AFI_B_YHROCU,
  ask,
  CCOB_2025,
  LATER_DECISION,
  recordClosing,
  recordRetained,
} from '../../../../test/support/governance-histories.ts';
import { ACT_05, CHIEF_CONSTABLE_SYP, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';
import { attributionOf } from '../corrections.ts';
import type { CorrectDecision } from './correct-decision.ts';
import { decision } from './decision.decider.ts';
import { stampOf } from './decision.state.ts';

const recorded = given(decision, recordRetained());
const correct = (fields: Partial<CorrectDecision> = {}): CorrectDecision =>
  ask('correct-decision', { ...fields, correctionReason: 'The minutes say so.' });
const changesOf = (then: { then: (...events: { type: 'DecisionCorrected' }[]) => { data: object }[] }) => {
  const [event] = then.then({ type: 'DecisionCorrected' });
  const { was, is } = event?.data as { was: object; is: object };
  return { was, is };
};

describe('Correcting a decision', () => {
  it('names the event it corrects and keeps both values and the reason; what is left out stays', () => {
    const then = recorded.when(correct({ outcome: 'to retain the delivery model', reasons: 'It works.' }));
    then.then({
      type: 'DecisionCorrected',
      data: {
        corrects: eventId(0),
        was: { outcome: 'the decision was made to retain the existing delivery model' },
        is: { outcome: 'to retain the delivery model', reasons: 'It works.' },
        reason: 'The minutes say so.',
      },
    });
    expect(then.state).toMatchObject({
      known: { fields: { meeting: CCOB_2025, deciderNotKnown: true, effectiveOn: { asPrinted: 'in 2025' } } },
    });
  });

  it('takes away what is cleared, and only that', () => {
    expect(changesOf(recorded.when(correct({ clear: ['alternatives'] })))).toEqual({
      was: { alternatives: ['the YHROCU delivers Level 1 for all four forces'] },
      is: { alternatives: [] },
    });
    const about = given(decision, recordRetained({ aboutActions: [ACT_05] }));
    expect(changesOf(about.when(correct({ clear: ['aboutRecommendations'] })))).toEqual({
      was: { about: { recommendations: [AFI_B_YHROCU], actions: [ACT_05], escalations: [] } },
      is: { about: { recommendations: [], actions: [ACT_05], escalations: [] } },
    });
    expect(changesOf(recorded.when(correct({ clear: ['meeting', 'effectiveOn'] })))).toMatchObject({
      was: { meeting: CCOB_2025, effectiveOn: { asPrinted: 'in 2025' } },
      is: {},
    });
  });

  it('corrects who decided and when; whoever records the correction answers for it', () => {
    const then = recorded.when(correct({ effectiveOn: '3 June 2025', decidedByBody: WYCA }));
    const [event] = then.then({
      type: 'DecisionCorrected',
      data: {
        was: {
          decidedBy: {},
          deciderNotKnown: true,
          effectiveOn: { from: '2025-01-01', to: '2025-12-31', precision: 'year', asPrinted: 'in 2025' },
        },
        is: {
          decidedBy: { body: WYCA },
          effectiveOn: { from: '2025-06-03', precision: 'day', asPrinted: '3 June 2025' },
        },
        concerns: [WYCA],
      },
    });
    expect(event && attributionOf(event.data)).toEqual({
      decidedBy: secretary.kind === 'person' ? { person: secretary.person, post: secretary.post } : {},
    });
    expect(then.state.status === 'none' ? undefined : stampOf(then.state)).toEqual({ effectiveOn: '3 June 2025' });
  });

  it('says that the decider is not known, or that only the meeting is, after all', () => {
    const named = given(decision, recordClosing({ meeting: CCOB_2025 }));
    expect(changesOf(named.when(correct({ deciderNotKnown: true }))).is).toEqual({
      decidedBy: {},
      deciderNotKnown: true,
    });
    expect(changesOf(named.when(correct({ clear: ['decidedBy'] }))).is).toEqual({ decidedBy: {} });
    expect(changesOf(recorded.when(correct({ clear: ['deciderNotKnown'] })))).toEqual({
      was: { deciderNotKnown: true },
      is: {},
    });
  });

  it('takes a flag away that is given as false', () => {
    expect(changesOf(recorded.when(correct({ deciderNotKnown: false })))).toEqual({
      was: { deciderNotKnown: true },
      is: {},
    });
    const marked = given(decision, recordClosing({ illustration: true }));
    expect(changesOf(marked.when(correct({ illustration: false })))).toEqual({ was: { illustration: true }, is: {} });
  });

  it('adds a capacity to whoever was named', () => {
    const { is } = changesOf(given(decision, recordClosing()).when(correct({ decidedByCapacity: 'chair' })));
    expect(is).toMatchObject({ decidedBy: { body: WYCA, capacity: 'chair' } });
  });

  it('marks it as an illustration, or takes the mark away; the correction of an illustration is one', () => {
    const marked = recorded.when(correct({ illustration: true }));
    marked.then({ type: 'DecisionCorrected', data: { was: {}, is: { illustration: true }, illustration: true } });
    expect(marked.state.status === 'none' ? {} : stampOf(marked.state)).toMatchObject({ illustration: true });
    const [event] = recorded
      .and(correct({ illustration: true }))
      .when(correct({ clear: ['illustration'] }))
      .then({ type: 'DecisionCorrected', data: { corrects: eventId(1), was: { illustration: true }, is: {} } });
    expect(event?.data).not.toHaveProperty('illustration');
  });

  it('concerns the bodies of what it was and is about', () => {
    given(decision, recordRetained({ concerns: [WYCA] }))
      .when(correct({ aboutRecommendations: [AFI_B_YHROCU], aboutActions: [ACT_05], concerns: [AFI_B_YHROCU] }))
      .then({ type: 'DecisionCorrected', data: { body: SYMCA, concerns: [WYCA, AFI_B_YHROCU] } });
  });

  it('is possible after the decision was superseded, and names the last event that said it', () => {
    recorded
      .and(correct({ outcome: 'Yes.' }), ask('supersede-decision', { supersededBy: LATER_DECISION, reason: 'Closed.' }))
      .when(correct({ outcome: 'Yes, for now.' }))
      .then({ type: 'DecisionCorrected', data: { corrects: eventId(1) } });
  });

  it('never touches the number or the changes', () => {
    const { state } = given(decision, recordClosing()).when(correct({ outcome: 'Closed.' }));
    expect(state).toMatchObject({ number: 'D-2026-002', changes: [{ change: { kind: 'closeRecommendation' } }] });
  });

  it('adds nothing when that is what stands', () => {
    recorded.when(correct()).thenNothing();
    recorded.when(correct({ deciderNotKnown: true, effectiveOn: 'in 2025', clear: ['title'] })).thenNothing();
  });

  it('is refused when the decider is unclear, nobody would be left, or the date can’t be read', () => {
    const both = { decidedByPost: CHIEF_CONSTABLE_SYP, deciderNotKnown: true };
    recorded.when(correct(both)).thenRefused('decider-unclear');
    recorded.when(correct({ clear: ['meeting', 'deciderNotKnown'] })).thenRefused('decider-missing');
    recorded.when(correct({ effectiveOn: 'swiftly' })).thenRefused('date-unclear');
    given(decision).when(correct()).thenRefused('not-recorded');
  });

  it('is refused when something is given and cleared', () => {
    const { sentence } = recorded.when(correct({ title: 'A', clear: ['title'] })).thenRefused('clear-unclear');
    expect(sentence).toBe('Give title or clear it, not both.');
    recorded.when(correct({ decidedByBody: WYCA, clear: ['decidedBy'] })).thenRefused('clear-unclear');
    recorded.when(correct({ effectiveOn: '2025', clear: ['effectiveOn'] })).thenRefused('clear-unclear');
  });

  it('is refused once the decision was retracted', () => {
    recorded
      .and(ask('retract-decision', { reason: 'There was none.' }))
      .when(correct({ outcome: 'Yes.' }))
      .thenRefused('retracted');
  });
});
