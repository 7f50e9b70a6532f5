import { describe, it, expect } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { acceptance, closure, raiseR1, send, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';

const reason = 'The functions of the commissioner passed to the mayor.';
const transfer = send('transfer-responsibility', { overseer: WYCA, effectiveOn: '10 May 2021', reason });

describe('The oversight of a recommendation', () => {
  it('passes to the body that takes the functions over, and concerns both', () => {
    const raised = given(recommendation, raiseR1());
    raised.when(transfer).then({
      type: 'ResponsibilityTransferred',
      data: { from: SYMCA, to: WYCA, reason, concerns: [SYMCA, WYCA], effectiveOn: { from: '2021-05-10' } },
    });
    expect(raised.and(transfer).state).toMatchObject({ overseer: WYCA });
  });

  it('passes also when the recommendation is closed', () => {
    given(recommendation, raiseR1(), acceptance(), closure())
      .when(transfer)
      .then({ type: 'ResponsibilityTransferred' });
  });

  it('does not pass to the body that has it', () => {
    given(recommendation, raiseR1())
      .when({ ...transfer, overseer: SYMCA })
      .then();
  });

  it('that passed to the wrong body is corrected', () => {
    given(recommendation, raiseR1(), transfer)
      .when(send('correct-recommendation', { overseer: SYMCA, correctionReason: 'It never passed.' }))
      .then({
        type: 'RecommendationCorrected',
        data: { corrects: eventId(1), was: { overseer: WYCA }, is: { overseer: SYMCA } },
      });
  });
});
