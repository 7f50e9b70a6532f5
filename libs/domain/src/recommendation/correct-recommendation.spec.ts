import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { raiseR1, send, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';

const correct = send('correct-recommendation', { overseer: WYCA, correctionReason: 'Another body was named.' });
const { overseer: _overseer, ...unseen } = correct;

describe('Who oversees a recommendation', () => {
  it('is corrected by saying what was wrong and why, and concerns both', () => {
    const raised = given(recommendation, raiseR1());
    raised.when(correct).then({
      type: 'RecommendationCorrected',
      data: {
        corrects: eventId(0),
        was: { overseer: SYMCA },
        is: { overseer: WYCA },
        reason: 'Another body was named.',
        concerns: [SYMCA, WYCA],
      },
    });
    expect(raised.and(correct).state).toMatchObject({ overseer: WYCA });
  });

  it('can be nobody', () => {
    given(recommendation, raiseR1())
      .when({ ...unseen, overseenByNobody: true })
      .then({ type: 'RecommendationCorrected', data: { was: { overseer: SYMCA }, is: {} } });
  });

  it('must be said one way', () => {
    const raised = given(recommendation, raiseR1());
    raised.when(unseen).thenRefused('overseer-unclear');
    raised.when({ ...correct, overseenByNobody: true }).thenRefused('overseer-unclear');
  });

  it('adds nothing where it reads so already', () => {
    given(recommendation, raiseR1())
      .when({ ...correct, overseer: SYMCA })
      .thenNothing();
  });
});
