import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { raiseR1, send, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';

const correct = send('correct-recommendation', { overseer: WYCA, correctionReason: 'Another body was named.' });
const { overseer: _overseer, ...unseen } = correct;
const decidedBy = { person: id('a', 1), post: id('b', 1) };

describe('Who oversees a recommendation', () => {
  it('is corrected by saying what was wrong and why, and concerns both', () => {
    const raised = given(recommendation, raiseR1());
    raised.when(correct).then({
      type: 'RecommendationCorrected',
      data: {
        corrects: eventId(0),
        was: { overseer: SYMCA, decidedBy },
        is: { overseer: WYCA, decidedBy },
        reason: 'Another body was named.',
        concerns: [SYMCA, WYCA],
      },
    });
    expect(raised.and(correct).state).toMatchObject({ overseer: WYCA });
  });

  it('can be nobody', () => {
    given(recommendation, raiseR1())
      .when({ ...unseen, clear: ['overseer'] })
      .then({ type: 'RecommendationCorrected', data: { was: { overseer: SYMCA, decidedBy }, is: { decidedBy } } });
  });

  it('can’t be given and cleared', () => {
    given(recommendation, raiseR1())
      .when({ ...correct, clear: ['overseer'] })
      .thenRefused('clear-unclear');
  });

  it('stays when it is left out, also where who raised it and when is corrected', () => {
    given(recommendation, raiseR1())
      .when({ ...unseen, decidedByBody: SYMCA, effectiveOn: '16 May 2025' })
      .then({
        type: 'RecommendationCorrected',
        data: {
          is: {
            overseer: SYMCA,
            decidedBy: { body: SYMCA },
            effectiveOn: { from: '2025-05-16', precision: 'day', asPrinted: '16 May 2025' },
          },
          concerns: [SYMCA],
        },
      });
    given(recommendation, raiseR1()).when(unseen).thenNothing();
  });

  it('adds nothing where it reads so already', () => {
    given(recommendation, raiseR1())
      .when({ ...correct, overseer: SYMCA })
      .thenNothing();
  });
});
