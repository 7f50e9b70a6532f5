import { describe, expect, it } from '@jest/globals';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { ask, LATER_DECISION, recordClosing, recordRetained } from '../../../../test/support/governance-histories.ts';
import { CHIEF_CONSTABLE_SYP, WYCA } from '../../../../test/support/named-histories.ts';
import type { CorrectDecision } from './correct-decision.ts';
import { decision } from './decision.decider.ts';
import { stampOf } from './decision.state.ts';

const recorded = given(decision, recordRetained());
const { kind: _kind, decision: _decision, number: _number, ...fields } = recordRetained();
const correct = (changed: Partial<CorrectDecision> = {}): CorrectDecision =>
  ask('correct-decision', { ...fields, ...changed, correctionReason: 'The minutes say so.' });

describe('Correcting a decision', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    recorded.when(correct({ outcome: 'to retain the delivery model', reasons: 'It works.' })).then({
      type: 'DecisionCorrected',
      data: {
        corrects: eventId(0),
        was: { outcome: 'the decision was made to retain the existing delivery model' },
        is: { outcome: 'to retain the delivery model', reasons: 'It works.' },
        reason: 'The minutes say so.',
      },
    });
  });

  it('corrects who decided and when; whoever records the correction answers for it', () => {
    const { deciderNotKnown: _deciderNotKnown, ...known } = correct({
      effectiveOn: '3 June 2025',
      decidedByBody: WYCA,
      illustration: true,
    });
    const then = recorded.when(known);
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
        decidedBy: secretary.kind === 'person' ? { person: secretary.person, post: secretary.post } : {},
        concerns: [WYCA],
        illustration: true,
      },
    });
    expect(event?.data).not.toHaveProperty('effectiveOn');
    expect(then.state.status === 'none' ? undefined : stampOf(then.state)).toEqual({ effectiveOn: '3 June 2025' });
  });

  it('is possible after the decision was superseded, and names the last event that said it', () => {
    recorded
      .and(correct({ outcome: 'Yes.' }), ask('supersede-decision', { supersededBy: LATER_DECISION, reason: 'Closed.' }))
      .when(correct({ outcome: 'Yes, for now.' }))
      .then({ type: 'DecisionCorrected', data: { corrects: eventId(1) } });
  });

  it('never touches the number or the changes', () => {
    const { kind: _k, decision: _d, number: _n, changes: _c, ...rest } = recordClosing();
    const { state } = given(decision, recordClosing()).when(
      ask('correct-decision', { ...rest, outcome: 'Closed.', correctionReason: 'A slip.' }),
    );
    expect(state).toMatchObject({ number: 'D-2026-002', changes: [{ change: { kind: 'closeRecommendation' } }] });
  });

  it('adds nothing when that is what stands', () => {
    recorded.when(correct()).thenNothing();
  });

  it('is refused when the decider is unclear or the date can’t be read', () => {
    recorded.when(correct({ decidedByPost: CHIEF_CONSTABLE_SYP })).thenRefused('decider-unclear');
    recorded.when(correct({ effectiveOn: 'swiftly' })).thenRefused('date-unclear');
    given(decision).when(correct()).thenRefused('not-recorded');
  });
});
