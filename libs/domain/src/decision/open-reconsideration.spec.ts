import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { ask, recordClosing, recordRetained } from '../../../../test/support/governance-histories.ts';
import { LETTER_SY_OIC, TSU_MANAGER } from '../../../../test/support/named-histories.ts';
import { decision } from './decision.decider.ts';
import { pendingChanges } from './decision.state.ts';

const recorded = given(decision, recordRetained());
const words = 'exploring whether this position could be reconsidered';
const reconsider = ask('open-reconsideration', { words, decidedByPost: TSU_MANAGER });

describe('Reconsidering a decision', () => {
  it('quotes what is being explored', () => {
    recorded
      .when(reconsider)
      .then({ type: 'ReconsiderationOpened', data: { words, decidedBy: { post: TSU_MANAGER } } });
  });

  it('names the document that states it, and takes nobody for the one who reconsiders because they recorded it', () => {
    recorded
      .when(ask('open-reconsideration', { words, document: LETTER_SY_OIC }))
      .then({ type: 'ReconsiderationOpened', data: { words, document: LETTER_SY_OIC, decidedBy: {} } });
  });

  it('leaves it in force meanwhile: its changes are carried out', () => {
    expect(pendingChanges(given(decision, recordClosing(), reconsider).state)).toHaveLength(1);
  });

  it('can be opened again after the decision was reaffirmed', () => {
    recorded
      .and(reconsider, ask('reaffirm-decision', { reason: 'Nothing is saved.' }))
      .when(reconsider)
      .then({ type: 'ReconsiderationOpened' });
  });

  it('adds nothing when it is reconsidered in those words', () => {
    recorded.and(reconsider).when(reconsider).thenNothing();
  });

  it('is refused while it is reconsidered in other words, and once it was superseded', () => {
    const { sentence } = recorded
      .and(reconsider)
      .when(ask('open-reconsideration', { words: 'cost savings' }))
      .thenRefused('under-reconsideration');
    expect(sentence).toBe('Decision D-2025-001 is being reconsidered already: reaffirm or supersede it first.');
    recorded
      .and(ask('supersede-decision', { reason: 'A new model.' }))
      .when(reconsider)
      .thenRefused('superseded');
  });
});
