import { describe, expect, it } from '@jest/globals';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB_2025,
  LATER_DECISION,
  names,
  recordClosing,
  recordRetained,
  UNMET_DEMAND,
} from '../../../../test/support/governance-histories.ts';
import { ACT_05, ACT_16, AFI_A_WYP, R1_SYP, SYP, TSU_MANAGER, WYCA } from '../../../../test/support/named-histories.ts';
import type { Actor } from '../primitives.ts';
import type { DecisionChange } from './decision.changes.ts';
import { decision } from './decision.decider.ts';
import { DECISION_FORMS } from './decision.events.ts';
import { narrateDecision } from './decision.narrative.ts';

const by: Actor = { kind: 'policy', policy: 'carry-out-decisions', body: secretary.body };
const carriedOut = { ...ask('record-change-carried-out', { change: 0 }), by };
const refused = {
  ...ask('record-change-refused', {
    change: 0,
    code: 'actions-open',
    sentence: 'A recommendation can’t be closed while an action is open.',
  }),
  by,
};

const { kind: _kind, decision: _decision, number: _number, changes: _changes, ...closing } = recordClosing();
const { decidedByPost: _decidedByPost, decidedByBody: _decidedByBody, ...undecided } = closing;

/** Histories in which everything happens that can happen, and how they read. */
const told = [
  // The letter's own: the delivery model, and its reconsideration.
  ...given(
    decision,
    recordRetained(),
    ask('open-reconsideration', {
      words: 'exploring whether this position could be reconsidered',
      decidedByPost: TSU_MANAGER,
    }),
    ask('reaffirm-decision', { reason: 'Nothing would be saved.' }),
    ask('supersede-decision', { supersededBy: LATER_DECISION, reason: 'One model for all four forces.' }),
  ).events,
  ...given(
    decision,
    recordClosing({
      illustration: true,
      title: 'Closing AFI-A',
      meeting: CCOB_2025,
      reasons: 'The plans are good.',
      aboutActions: [ACT_05],
      aboutEscalations: [UNMET_DEMAND],
    }),
    refused,
    ask('retry-change', { change: 0, reason: 'The action is complete.' }),
    refused,
    ask('drop-change', { change: 0, reason: 'The action goes on.' }),
    ask('correct-decision', {
      ...undecided,
      title: 'Closing the area for improvement',
      outcome: 'That the area for improvement stays open.',
      alternatives: ['to close it'],
      reasons: 'The plans are not good.',
      deciderNotKnown: true,
      effectiveOn: 'January 2026',
      aboutRecommendations: [R1_SYP],
      correctionReason: 'The minutes were misread.',
    }),
    ask('supersede-decision', { reason: 'The unit was closed.' }),
  ).events,
  ...given(
    decision,
    recordClosing(),
    carriedOut,
    ask('correct-decision', {
      ...undecided,
      meeting: CCOB_2025,
      correctionReason: 'The board decided it.',
    }),
  ).events,
].map((event) => ({ type: event.type, sentence: narrateDecision(event, names) }));

describe('The history of a decision', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'Decision D-2025-001 was taken at CCOB (in 2025): “the decision was made to retain the existing delivery model”. Who decided is not known. The alternatives were “the YHROCU delivers Level 1 for all four forces”. It is about YHSOC-AFI-B/YHROCU.',
      'The YHROCU TSU Manager recorded that the decision is being reconsidered: “exploring whether this position could be reconsidered”. It stays in force meanwhile.',
      'A. Secretary (Secretary of the board) reaffirmed the decision, because “Nothing would be saved.”',
      'A. Secretary (Secretary of the board) recorded that the decision is superseded by decision D-2026-002, because “One model for all four forces.” It is no longer in force.',
      'Illustration: The Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority) took decision D-2026-002 (“Closing AFI-A”) at CCOB (in 2025): “That the area for improvement is closed.” The reasons given are “The plans are good.” It is about action ACT-05 and the escalation “Who owns unmet demand?” It changes this: (1) YHSOC-AFI-A/WYP is closed as implemented, assured by the local policing body, because “The board has seen the plans.”',
      'Minutebook (carry-out-decisions) could not carry out change (1) of the decision: “A recommendation can’t be closed while an action is open.” It waits until somebody has it tried again or drops it.',
      'A. Secretary (Secretary of the board) had change (1) of the decision tried again, because “The action is complete.”',
      'Minutebook (carry-out-decisions) could not carry out change (1) of the decision: “A recommendation can’t be closed while an action is open.” It waits until somebody has it tried again or drops it.',
      'A. Secretary (Secretary of the board) dropped change (1) of the decision, because “The action goes on.” It will not be carried out.',
      'A. Secretary (Secretary of the board) corrected what is recorded of the decision: the title was “Closing AFI-A”, is “Closing the area for improvement”; the outcome was “That the area for improvement is closed.”, is “That the area for improvement stays open.”; the list of alternatives was not given, is “to close it”; the reasoning was “The plans are good.”, is “The plans are not good.”; the meeting was CCOB (in 2025), is not given; the decider was the Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority), is not known; the date was not given, is January 2026; what it is about was action ACT-05 and the escalation “Who owns unmet demand?”, is OIC-R1/SYP, because “The minutes were misread.”',
      'A. Secretary (Secretary of the board) recorded that the decision is superseded, because “The unit was closed.” It is no longer in force.',
      'The Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority) took decision D-2026-002: “That the area for improvement is closed.” It changes this: (1) YHSOC-AFI-A/WYP is closed as implemented, assured by the local policing body, because “The board has seen the plans.”',
      'Minutebook (carry-out-decisions) carried out change (1) of the decision.',
      'A. Secretary (Secretary of the board) corrected what is recorded of the decision: the meeting was not given, is CCOB (in 2025); the decider was the Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority), is not given, because “The board decided it.”',
    ]);
  });

  it('leaves no event untold', () => {
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(Object.keys(DECISION_FORMS)));
  });

  it.each<[string, DecisionChange]>([
    [
      'OIC-R1/SYP is agreed with a condition by the local policing body, in the words “I agree.”, qualified by “in time” and “in full”, because “It is right.”',
      {
        version: 1,
        kind: 'recordPosition',
        recommendation: R1_SYP,
        layer: 'localPolicingBody',
        code: 'agreedWithCondition',
        words: 'I agree.',
        qualifiers: ['in time', 'in full'],
        reason: 'It is right.',
      },
    ],
    [
      'sub-part (c) of YHSOC-AFI-A/WYP is welcomed by the chief officer, in the words “We welcome it”',
      {
        version: 1,
        kind: 'recordPosition',
        recommendation: AFI_A_WYP,
        subPart: 'c',
        layer: 'chiefOfficer',
        code: 'welcomed',
        words: 'We welcome it',
      },
    ],
    [
      'the action “Explore” is assigned for sub-part (a) of YHSOC-AFI-A/WYP (its lead is the YHROCU TSU Manager; it is due on 30 April 2026 (agreed locally))',
      {
        version: 1,
        kind: 'assignAction',
        recommendation: AFI_A_WYP,
        subPart: 'a',
        title: 'Explore',
        leadPost: TSU_MANAGER,
        dueOn: '30 April 2026',
      },
    ],
    [
      'the action “Explore” is assigned for OIC-R1/SYP (its lead is not clear; its date is not clear)',
      {
        version: 1,
        kind: 'assignAction',
        recommendation: R1_SYP,
        title: 'Explore',
        leadPost: TSU_MANAGER,
        leadBody: SYP,
      },
    ],
    [
      'the due date of action ACT-16 becomes 31 May 2026 (agreed locally), because “The form is late.”',
      {
        version: 1,
        kind: 'changeDueDate',
        recommendation: R1_SYP,
        action: ACT_16,
        dueOn: '31 May 2026',
        reason: 'The form is late.',
      },
    ],
    [
      'the due date of action ACT-16 becomes a date that is not clear, because “The form is late.”',
      { version: 1, kind: 'changeDueDate', recommendation: R1_SYP, action: ACT_16, reason: 'The form is late.' },
    ],
    [
      'action ACT-16 is complete, in the words “Done”',
      { version: 1, kind: 'completeAction', recommendation: R1_SYP, action: ACT_16, words: 'Done' },
    ],
    ['action ACT-16 is complete', { version: 1, kind: 'completeAction', recommendation: R1_SYP, action: ACT_16 }],
    [
      'action ACT-16 is withdrawn, because “Not needed”',
      { version: 1, kind: 'withdrawAction', recommendation: R1_SYP, action: ACT_16, reason: 'Not needed' },
    ],
    [
      'OIC-R1/SYP is reopened, because “It fell back”',
      { version: 1, kind: 'reopenRecommendation', recommendation: R1_SYP, reason: 'It fell back' },
    ],
    [
      'the escalation “Who owns unmet demand?” is answered: “The region does”',
      { version: 1, kind: 'answerEscalation', escalation: UNMET_DEMAND, words: 'The region does' },
    ],
  ])('tells what it changes: %s', (sentence, change) => {
    const [event] = given(decision, recordClosing({ decidedByBody: WYCA, changes: [change, change] })).events;
    const text = event ? narrateDecision(event, names) : '';
    expect(text.slice(text.indexOf('It changes this: '))).toMatch(
      new RegExp(`^It changes this: \\(1\\) ${escaped(sentence)}; \\(2\\) ${escaped(sentence)}[.]?$`),
    );
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
