import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, recordRetained } from '../../../../test/support/governance-histories.ts';
import { LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';

const recorded = given(decision, recordRetained());
const reconsidered = recorded.and(ask('open-reconsideration', { words: 'cost savings' }));
const reaffirm = ask('reaffirm-decision', { reason: 'Nothing would be saved.' });

describe('Reaffirming a decision', () => {
  it('ends its reconsideration with the reason', () => {
    const then = reconsidered.when(reaffirm);
    then.then({ type: 'DecisionReaffirmed', data: { reason: 'Nothing would be saved.' } });
    expect(then.state).toMatchObject({ status: 'inForce' });
  });

  it('names the document that states it, and takes nobody for the one who reaffirms because they recorded it', () => {
    reconsidered
      .when({ ...reaffirm, document: LETTER_SY_OIC })
      .then({ type: 'DecisionReaffirmed', data: { document: LETTER_SY_OIC, decidedBy: {} } });
  });

  it('adds nothing when it was reaffirmed for that reason', () => {
    reconsidered.and(reaffirm).when(reaffirm).thenNothing();
  });

  it('is refused while it is not being reconsidered, and once it was superseded', () => {
    const { sentence } = recorded.when(reaffirm).thenRefused('not-under-reconsideration');
    expect(sentence).toBe('Decision D-2025-001 is not being reconsidered: there is nothing to reaffirm.');
    reconsidered
      .and(reaffirm)
      .when(ask('reaffirm-decision', { reason: 'It is popular.' }))
      .thenRefused('not-under-reconsideration');
    reconsidered
      .and(ask('supersede-decision', { reason: 'A new model.' }))
      .when(reaffirm)
      .thenRefused('superseded');
  });
});
