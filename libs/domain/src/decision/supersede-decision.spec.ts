import { describe, expect, it } from '@jest/globals';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import { ask, LATER_DECISION, recordClosing, recordRetained } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, LETTER_SY_OIC, SYMCA, WYCA, YHROCU } from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const recorded = given(decision, recordRetained());
const supersede = ask('supersede-decision', { supersededBy: LATER_DECISION, reason: 'One model for all four forces.' });

describe('Superseding a decision', () => {
  it('ends it, by the decision that takes its place, with the reason', () => {
    recorded
      .and(ask('open-reconsideration', { words: 'cost savings' }))
      .when(supersede)
      .then({ type: 'DecisionSuperseded', data: { by: LATER_DECISION, reason: 'One model for all four forces.' } });
  });

  it('concerns the body that recorded it and the one that decided, whoever records it', () => {
    given(decision, recordClosing())
      .when({ ...supersedeClosing(), by: { ...secretary, body: YHROCU } })
      .then({ type: 'DecisionSuperseded', data: { body: YHROCU, concerns: [SYMCA, WYCA] } });
  });

  it('names the document that states it, and takes nobody for the one who decides because they recorded it', () => {
    recorded
      .when({ ...supersede, document: LETTER_SY_OIC })
      .then({ type: 'DecisionSuperseded', data: { document: LETTER_SY_OIC, decidedBy: {} } });
  });

  it('needs no other decision', () => {
    const [event] = recorded
      .when(ask('supersede-decision', { reason: 'The unit was closed.' }))
      .then({ type: 'DecisionSuperseded' });
    expect(event?.data).not.toHaveProperty('by');
  });

  it('leaves nothing to be carried out for it', () => {
    expect(pendingChanges(given(decision, recordClosing()).when(supersedeClosing()).state)).toEqual([]);
  });

  it('adds nothing when it was superseded so', () => {
    recorded.and(supersede).when(supersede).thenNothing();
  });

  it('is refused once it was superseded otherwise, and by itself', () => {
    recorded
      .and(supersede)
      .when(ask('supersede-decision', { reason: 'No idea.' }))
      .thenRefused('superseded');
    const { sentence } = recorded
      .when(ask('supersede-decision', { supersededBy: CCOB_DECISION, reason: 'No idea.' }))
      .thenRefused('supersedes-itself');
    expect(sentence).toBe('Decision D-2025-001 can’t supersede itself.');
  });
});

function supersedeClosing() {
  return ask('supersede-decision', { supersededBy: CCOB_DECISION, reason: 'The board changed its mind.' });
}
