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
import {
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  LETTER_SY_OIC,
  R1_SYP,
  SYP,
  TSU_MANAGER,
  WYCA,
} from '../../../../test/support/named-histories.ts';
import type { Actor } from '../primitives.ts';
import type { DecisionChange } from './decision.changes.ts';
import { decision } from './decision.decider.ts';
import { DECISION_FORMS } from './decision.events.ts';
import { narrateDecision } from './decision.narrative.ts';

const by: Actor = { kind: 'policy', policy: 'carry-out-decisions', body: secretary.body };
const carriedOut = { ...ask('record-change-carried-out', { change: 1 }), by };
const refused = {
  ...ask('record-change-refused', {
    change: 1,
    code: 'actions-open',
    sentence: 'A recommendation can’t be closed while an action is open.',
  }),
  by,
};

const drop = ask('drop-change', { change: 1, reason: 'The action goes on.' });

/** Histories in which everything happens that can happen, and how they read. */
const told = [
  // The letter's own: the delivery model, and its reconsideration.
  ...given(
    decision,
    recordRetained({ document: LETTER_SY_OIC }),
    ask('open-reconsideration', {
      words: 'exploring whether this position could be reconsidered',
      decidedByPost: TSU_MANAGER,
      document: LETTER_SY_OIC,
    }),
    ask('reaffirm-decision', { reason: 'Nothing would be saved.', document: LETTER_SY_OIC }),
    ask('retract-reaffirmation', { reason: 'Nothing was decided yet.' }),
    ask('supersede-decision', {
      supersededBy: LATER_DECISION,
      reason: 'One model for all four forces.',
      document: LETTER_SY_OIC,
    }),
    ask('retract-supersession', { reason: 'It was only proposed.' }),
    ask('retract-reconsideration', { reason: 'Another decision was meant.' }),
    ask('open-reconsideration', { words: 'cost savings' }),
    ask('reaffirm-decision', { reason: 'None are made.', decidedByBody: WYCA }),
    ask('supersede-decision', { reason: 'The unit was closed.', decidedByBody: WYCA }),
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
    ask('retry-change', { change: 1, reason: 'The action is complete.' }),
    refused,
    ask('correct-change', {
      change: 1,
      reason: 'It is in force.',
      correctionReason: 'The minutes give another reason.',
    }),
    refused,
    ask('correct-change', {
      change: 1,
      changeKind: 'reopenRecommendation',
      recommendation: R1_SYP,
      correctionReason: 'The minutes were misread.',
    }),
    refused,
    drop,
    ask('retract-drop', { change: 1, reason: 'Another change was meant.' }),
    ask('correct-decision', {
      title: 'Closing the area for improvement',
      outcome: 'That the area for improvement stays open.',
      alternatives: ['to close it'],
      reasons: 'The plans are not good.',
      document: LETTER_SY_OIC,
      deciderNotKnown: true,
      effectiveOn: 'January 2026',
      aboutRecommendations: [R1_SYP],
      clear: ['meeting', 'illustration', 'aboutActions', 'aboutEscalations'],
      correctionReason: 'The minutes were misread.',
    }),
    ask('retract-decision', { reason: 'The board only discussed it.' }),
  ).events,
  ...given(
    decision,
    recordClosing(),
    carriedOut,
    ask('correct-decision', {
      meeting: CCOB_2025,
      clear: ['decidedBy'],
      correctionReason: 'The board decided it.',
    }),
  ).events,
].map((event) => ({ type: event.type, sentence: narrateDecision(event, names) }));

describe('The history of a decision', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'Decision D-2025-001 was taken at CCOB (in 2025): “the decision was made to retain the existing delivery model”. The letter of 26 June 2025 states it. Who decided is not known. The alternatives were “the YHROCU delivers Level 1 for all four forces”. It is about YHSOC-AFI-B/YHROCU.',
      'The decision is being reconsidered by the YHROCU TSU Manager; the letter of 26 June 2025 says “exploring whether this position could be reconsidered”. It stays in force meanwhile.',
      'The decision was reaffirmed, because “Nothing would be saved.” The letter of 26 June 2025 states it.',
      'A. Secretary (Secretary of the board) retracted the reaffirmation of the decision (“Nothing would be saved.”, the letter of 26 June 2025), because “Nothing was decided yet.” It is being reconsidered again.',
      'The decision is superseded by decision D-2026-002, because “One model for all four forces.” The letter of 26 June 2025 states it. It is no longer in force.',
      'A. Secretary (Secretary of the board) retracted the supersession of the decision by decision D-2026-002 (“One model for all four forces.”, the letter of 26 June 2025), because “It was only proposed.” It stands where it stood before.',
      'A. Secretary (Secretary of the board) retracted the reconsideration of the decision (“exploring whether this position could be reconsidered”, the letter of 26 June 2025), because “Another decision was meant.” It is in force and is not being reconsidered.',
      'The decision is being reconsidered; the source says “cost savings”. It stays in force meanwhile.',
      'West Yorkshire Combined Authority reaffirmed the decision, because “None are made.”',
      'West Yorkshire Combined Authority superseded the decision, because “The unit was closed.” It is no longer in force.',
      'Illustration: The Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority) took decision D-2026-002 (“Closing AFI-A”) at CCOB (in 2025): “That the area for improvement is closed.” The reasons given are “The plans are good.” It is about action ACT-05 and the escalation “Who owns unmet demand?” It changes this: (1) YHSOC-AFI-A/WYP is closed as implemented, assured by the local policing body, because “The board has seen the plans.”',
      'Illustration: Minutebook (carry-out-decisions) could not carry out change 1 of the decision: “A recommendation can’t be closed while an action is open.” It waits until somebody corrects it, has it tried again or drops it.',
      'Illustration: A. Secretary (Secretary of the board) had change 1 of the decision tried again, because “The action is complete.”',
      'Illustration: Minutebook (carry-out-decisions) could not carry out change 1 of the decision: “A recommendation can’t be closed while an action is open.” It waits until somebody corrects it, has it tried again or drops it.',
      'Illustration: A. Secretary (Secretary of the board) corrected change 1 of the decision: the reason given was “The board has seen the plans.”, is “It is in force.”, because “The minutes give another reason.”',
      'Illustration: Minutebook (carry-out-decisions) could not carry out change 1 of the decision: “A recommendation can’t be closed while an action is open.” It waits until somebody corrects it, has it tried again or drops it.',
      'Illustration: A. Secretary (Secretary of the board) corrected change 1 of the decision, because “The minutes were misread.” It was that YHSOC-AFI-A/WYP is closed as implemented, assured by the local policing body, because “It is in force.” It is that OIC-R1/SYP is reopened, because “It is in force.”',
      'Illustration: Minutebook (carry-out-decisions) could not carry out change 1 of the decision: “A recommendation can’t be closed while an action is open.” It waits until somebody corrects it, has it tried again or drops it.',
      'Illustration: A. Secretary (Secretary of the board) dropped change 1 of the decision, because “The action goes on.” It will not be carried out.',
      'Illustration: A. Secretary (Secretary of the board) retracted the drop of change 1 of the decision (“The action goes on.”), because “Another change was meant.” It waits again until somebody corrects it, has it tried again or drops it.',
      'A. Secretary (Secretary of the board) corrected what is recorded of the decision: the title was “Closing AFI-A”, is “Closing the area for improvement”; the outcome was “That the area for improvement is closed.”, is “That the area for improvement stays open.”; the list of alternatives was not given, is “to close it”; the reasoning was “The plans are good.”, is “The plans are not good.”; the meeting was CCOB (in 2025), is not given; the document that states it was not given, is the letter of 26 June 2025; the decider was the Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority), is not known; the day it took effect was not given, is January 2026; the mark as an illustration was given, is not given; what it is about was action ACT-05 and the escalation “Who owns unmet demand?”, is OIC-R1/SYP, because “The minutes were misread.”',
      'A. Secretary (Secretary of the board) retracted the decision as recorded in error, because “The board only discussed it.” Nothing is carried out for it.',
      'The Deputy Mayor of West Yorkshire for Policing and Crime (West Yorkshire Combined Authority) took decision D-2026-002: “That the area for improvement is closed.” It changes this: (1) YHSOC-AFI-A/WYP is closed as implemented, assured by the local policing body, because “The board has seen the plans.”',
      'Minutebook (carry-out-decisions) carried out change 1 of the decision.',
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
      'the chief officer says of OIC-R1/SYP “We note it”',
      { version: 1, kind: 'recordPosition', recommendation: R1_SYP, layer: 'chiefOfficer', words: 'We note it' },
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
      'the due date of action ACT-16 becomes a date that is not clear (“June 2026”), because “The form is late.”',
      {
        version: 1,
        kind: 'changeDueDate',
        recommendation: R1_SYP,
        action: ACT_16,
        dueOn: 'June 2026',
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
