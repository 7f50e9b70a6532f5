import { describe, expect, it } from '@jest/globals';
import { given, id, secretary } from '../../../../test/support/given-when-then.ts';
import {
  names,
  PORTFOLIO_OFFICER,
  raiseUnmetDemand,
  recordClosing,
  UNMET_DEMAND,
} from '../../../../test/support/governance-histories.ts';
import {
  ACT_16,
  assignAct16,
  CCOB_DECISION,
  closure,
  LETTER_SY_OIC,
  NCA,
  R1_SYP,
  raiseR1,
  SAFETY_PARTNERSHIP,
  TSU_MANAGER,
} from '../../../../test/support/named-histories.ts';
import type { Actor } from '../primitives.ts';
import { isRefusal } from '../decider.ts';
import { escalation } from '../escalation/escalation.decider.ts';
import { recommendation } from '../recommendation/recommendation.decider.ts';
import { commandOf, DECISION_CHANGE_KINDS, type DecisionChange } from './decision.changes.ts';
import { decision } from './decision.decider.ts';
import { narrateDecision } from './decision.narrative.ts';
import { stampOf } from './decision.state.ts';

const policy: Actor = { kind: 'policy', policy: 'carry-out-decisions', body: secretary.body };
const item = id('e', 99);
const base = { by: policy, underDecision: CCOB_DECISION };

/** Each change with every field it can have, and the command that carries it out. */
const changes: Readonly<Record<DecisionChange['kind'], { change: DecisionChange; command: object }>> = {
  recordPosition: {
    change: {
      version: 1,
      kind: 'recordPosition',
      recommendation: R1_SYP,
      layer: 'localPolicingBody',
      code: 'agreedWithCondition',
      words: 'I agree.',
      document: LETTER_SY_OIC,
      qualifiers: ['as appropriate to South Yorkshire'],
      reason: 'It is right.',
    },
    command: {
      ...base,
      kind: 'record-position',
      position: item,
      layer: 'localPolicingBody',
      code: 'agreedWithCondition',
      words: 'I agree.',
      document: LETTER_SY_OIC,
      qualifiers: ['as appropriate to South Yorkshire'],
      reason: 'It is right.',
    },
  },
  assignAction: {
    change: {
      version: 1,
      kind: 'assignAction',
      recommendation: R1_SYP,
      title: 'Explore a technical solution',
      leadPost: TSU_MANAGER,
      supporters: [PORTFOLIO_OFFICER],
      deliveredWith: [NCA],
      monitoredAt: SAFETY_PARTNERSHIP,
      document: LETTER_SY_OIC,
      dueOn: '30 April 2026',
      basis: 'agreedLocally',
    },
    command: {
      ...base,
      kind: 'assign-action',
      action: item,
      title: 'Explore a technical solution',
      leadPost: TSU_MANAGER,
      supporters: [PORTFOLIO_OFFICER],
      deliveredWith: [NCA],
      monitoredAt: SAFETY_PARTNERSHIP,
      document: LETTER_SY_OIC,
      dueOn: '30 April 2026',
      basis: 'agreedLocally',
    },
  },
  changeDueDate: {
    change: {
      version: 1,
      kind: 'changeDueDate',
      recommendation: R1_SYP,
      action: ACT_16,
      dueOn: '31 May 2026',
      reason: 'The form is late.',
    },
    command: { ...base, kind: 'change-due-date', action: ACT_16, dueOn: '31 May 2026', reason: 'The form is late.' },
  },
  completeAction: {
    change: { version: 1, kind: 'completeAction', recommendation: R1_SYP, action: ACT_16, words: 'It is done.' },
    command: { ...base, kind: 'complete-action', action: ACT_16, words: 'It is done.' },
  },
  withdrawAction: {
    change: { version: 1, kind: 'withdrawAction', recommendation: R1_SYP, action: ACT_16, reason: 'Not needed.' },
    command: { ...base, kind: 'withdraw-action', action: ACT_16, reason: 'Not needed.' },
  },
  closeRecommendation: {
    change: {
      version: 1,
      kind: 'closeRecommendation',
      recommendation: R1_SYP,
      level: 'assured',
      layer: 'localPolicingBody',
      code: 'outsideControl',
      reason: 'Only the Home Office can.',
    },
    command: {
      ...base,
      kind: 'close-recommendation',
      level: 'assured',
      layer: 'localPolicingBody',
      code: 'outsideControl',
      reason: 'Only the Home Office can.',
    },
  },
  reopenRecommendation: {
    change: { version: 1, kind: 'reopenRecommendation', recommendation: R1_SYP, reason: 'It fell back.' },
    command: { ...base, kind: 'reopen-recommendation', reason: 'It fell back.' },
  },
  answerEscalation: {
    change: { version: 1, kind: 'answerEscalation', escalation: UNMET_DEMAND, words: 'The region owns it.' },
    command: { ...base, kind: 'answer-escalation', words: 'The region owns it.', decision: CCOB_DECISION },
  },
};

const raised = given(recommendation, raiseR1());

describe('What a decision changes', () => {
  it.each(DECISION_CHANGE_KINDS)('is carried out by one command, with the decision as its authority: %s', (kind) => {
    const { change, command } = changes[kind];
    const elsewhere = commandOf(change, CCOB_DECISION, { item }, policy);
    expect(elsewhere).toEqual(
      kind === 'answerEscalation'
        ? { category: 'escalation', id: UNMET_DEMAND, command }
        : { category: 'recommendation', id: R1_SYP, command },
    );
  });

  it.each(DECISION_CHANGE_KINDS)(
    'is accepted where nothing stands in its way, and adds nothing when tried again: %s',
    (kind) => {
      const elsewhere = commandOf(changes[kind].change, CCOB_DECISION, { item }, policy);
      if (elsewhere.category === 'escalation') {
        given(escalation, raiseUnmetDemand())
          .when(elsewhere.command)
          .then({ type: 'EscalationAnswered', data: { decidedBy: { decision: CCOB_DECISION } } });
        return;
      }
      const history =
        kind === 'reopenRecommendation'
          ? raised.and(closure())
          : /Action|DueDate/.test(kind)
            ? raised.and(assignAct16())
            : raised;
      const { state } = history.when(elsewhere.command);
      expect(state).not.toEqual(history.state);
    },
  );

  it('takes effect when the decision did, and is an illustration when the decision is one', () => {
    const { state } = given(decision, recordClosing({ effectiveOn: 'January 2026', illustration: true }));
    const stamp = state.status === 'none' ? {} : stampOf(state);
    expect(stamp).toEqual({ effectiveOn: 'January 2026', illustration: true });
    expect(commandOf(changes.completeAction.change, CCOB_DECISION, { item }, policy, stamp).command).toMatchObject({
      effectiveOn: 'January 2026',
      illustration: true,
    });
  });

  it('is never guessed at when it is of a kind that nobody knows', () => {
    const unknown = { version: 1, kind: 'forgetEverything', recommendation: R1_SYP } as never;
    expect(() => commandOf(unknown, CCOB_DECISION, { item }, policy)).toThrow('Unexpected');
    const [event] = given(decision, recordClosing({ changes: [unknown] })).events;
    expect(() => event && narrateDecision(event, names)).toThrow('Unexpected');
  });

  it('that was changed by hand meanwhile is refused with the sentence of the rule', () => {
    const { command } = commandOf(changes.closeRecommendation.change, CCOB_DECISION, { item }, policy);
    const verdict = recommendation.decide(command as never, raised.and(assignAct16()).state);
    expect(isRefusal(verdict) && verdict.sentence).toBe('A recommendation can’t be closed while an action is open.');
  });
});
