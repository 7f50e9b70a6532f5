import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  AFI_B_YHROCU,
  ask,
  CCOB_2025,
  recordClosing,
  recordRetained,
  UNMET_DEMAND,
} from '../../../../test/support/governance-histories.ts';
import {
  ACT_05,
  CHIEF_CONSTABLE_SYP,
  DEPUTY_MAYOR_WY,
  LETTER_SY_OIC,
  R1_SYP,
  SYMCA,
  WYCA,
} from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const nothing = given(decision);
const { meeting: _meeting, deciderNotKnown: _deciderNotKnown, ...undecided } = recordRetained();

describe('A decision', () => {
  it('is recorded with its meeting, its alternatives and a date of which only the year is known', () => {
    const [event] = nothing.when(recordRetained()).then({
      type: 'DecisionRecorded',
      data: {
        number: 'D-2025-001',
        meeting: CCOB_2025,
        outcome: 'the decision was made to retain the existing delivery model',
        alternatives: ['the YHROCU delivers Level 1 for all four forces'],
        effectiveOn: { from: '2025-01-01', to: '2025-12-31', precision: 'year', asPrinted: 'in 2025' },
        about: { recommendations: [AFI_B_YHROCU], actions: [], escalations: [] },
        changes: [],
        body: SYMCA,
      },
    });
    expect(event?.data).not.toHaveProperty('reasons');
  });

  it('may have a decider whom nobody knows: whoever records it is not taken for one', () => {
    nothing.when(recordRetained()).then({ type: 'DecisionRecorded', data: { decidedBy: {}, deciderNotKnown: true } });
    const [event] = nothing.when({ ...undecided, meeting: CCOB_2025 }).then({ type: 'DecisionRecorded' });
    expect(event?.data).toMatchObject({ decidedBy: {} });
    expect(event?.data.decidedBy).toEqual({});
    expect(event?.data).not.toHaveProperty('deciderNotKnown');
  });

  it('names who decided, in which post and capacity, and concerns the decider’s body', () => {
    nothing
      .when({
        ...undecided,
        decidedByPost: DEPUTY_MAYOR_WY,
        decidedByBody: WYCA,
        decidedByCapacity: 'Deputy Mayor with PCC responsibilities',
        title: 'Delivery model',
        reasons: 'Every force keeps its own Level 1.',
        aboutActions: [ACT_05, ACT_05],
        aboutEscalations: [UNMET_DEMAND],
      })
      .then({
        type: 'DecisionRecorded',
        data: {
          decidedBy: { post: DEPUTY_MAYOR_WY, body: WYCA, capacity: 'Deputy Mayor with PCC responsibilities' },
          concerns: [WYCA],
          title: 'Delivery model',
          reasons: 'Every force keeps its own Level 1.',
          about: { recommendations: [AFI_B_YHROCU], actions: [ACT_05], escalations: [UNMET_DEMAND] },
        },
      });
  });

  it('concerns the bodies of what it is about, and names the document that states it', () => {
    nothing.when(recordRetained({ concerns: [WYCA, SYMCA], document: LETTER_SY_OIC })).then({
      type: 'DecisionRecorded',
      data: { body: SYMCA, concerns: [WYCA], document: LETTER_SY_OIC },
    });
  });

  it('is recorded whatever the state of what it changes, and leaves its changes to be carried out', () => {
    const { changes = [] } = recordClosing();
    const then = nothing.when(recordClosing());
    then.then({ type: 'DecisionRecorded', data: { changes } });
    expect(pendingChanges(then.state)).toEqual([{ number: 1, change: changes[0], retries: 0 }]);
  });

  it('keeps of a change only what it says', () => {
    const change = {
      version: 1,
      kind: 'reopenRecommendation',
      recommendation: R1_SYP,
      reason: 'It fell back.',
    } as const;
    const [event] = nothing
      .when(recordClosing({ changes: [{ ...change, words: undefined } as typeof change] }))
      .then({ type: 'DecisionRecorded' });
    expect(Object.keys(event?.type === 'DecisionRecorded' ? (event.data.changes[0] ?? {}) : {})).toEqual(
      Object.keys(change),
    );
  });

  it('adds nothing when it is recorded so already', () => {
    given(decision, recordClosing()).when(recordClosing()).thenNothing();
  });

  it('can’t be recorded again with other content, another number or other changes', () => {
    const recorded = given(decision, recordClosing());
    const { sentence } = recorded.when(recordClosing({ outcome: 'No.' })).thenRefused('already-recorded');
    expect(sentence).toBe(
      'Decision D-2026-002 has been recorded already, with other content: correct it, or record a new decision.',
    );
    recorded.when(recordClosing({ number: 'D-2026-003' })).thenRefused('already-recorded');
    recorded.when(recordClosing({ changes: [] })).thenRefused('already-recorded');
  });

  it('says who decided, or that it is not known, not both', () => {
    expect(nothing.when(undecided).thenRefused('decider-missing').sentence).toBe(
      'Say who decided: a meeting, a person, a post or a body, or that it is not known.',
    );
    expect(
      nothing.when(recordRetained({ decidedByPost: CHIEF_CONSTABLE_SYP })).thenRefused('decider-unclear').sentence,
    ).toBe('Name who decided or say that it is not known, not both.');
  });

  it('can’t take effect on a date that can’t be read', () => {
    nothing.when(recordRetained({ effectiveOn: 'in due course' })).thenRefused('date-unclear');
  });

  it('has to be recorded before anything else can be recorded of it', () => {
    const { sentence } = nothing.when(ask('reaffirm-decision', { reason: 'Yes.' })).thenRefused('not-recorded');
    expect(sentence).toBe('There is no such decision: record it first.');
    expect(pendingChanges(nothing.state)).toEqual([]);
    const [, reconsidered] = given(
      decision,
      recordRetained(),
      ask('open-reconsideration', { words: 'Should it?' }),
    ).events;
    expect(() => reconsidered && decision.evolve(decision.initial, reconsidered, 'e')).toThrow(
      'ReconsiderationOpened before DecisionRecorded',
    );
  });
});
