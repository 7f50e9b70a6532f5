import { describe, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { acceptance, closure, raiseR1, send } from '../../../../test/support/named-histories.ts';

const was = raiseR1().copy;
const is = { ...was, deadline: { asPrinted: 'By 31 May 2026', date: '2026-05-31' } };
const adopt = send('adopt-finding-correction', { copy: is, reason: 'The deadline was read from another report.' });

describe('A correction of the finding', () => {
  it('is taken over by the recommendation, which keeps what stood', () => {
    given(recommendation, raiseR1(), acceptance())
      .when(adopt)
      .then({ type: 'FindingCorrectionAdopted', data: { corrects: eventId(0), was, is, reason: adopt.reason } });
  });

  it('corrects the correction before it, when there was one', () => {
    given(recommendation, raiseR1(), acceptance(), adopt)
      .when({ ...adopt, copy: was, reason: 'The first reading was right.' })
      .then({ type: 'FindingCorrectionAdopted', data: { corrects: eventId(2), was: is, is: was } });
  });

  it('reaches a closed recommendation too', () => {
    given(recommendation, raiseR1(), closure()).when(adopt).then({ type: 'FindingCorrectionAdopted' });
  });

  it('adds nothing where the finding reads so already', () => {
    given(recommendation, raiseR1(), adopt).when(adopt).thenNothing();
    given(recommendation, raiseR1())
      .when({ ...adopt, copy: { ...was } })
      .thenNothing();
  });

  it('is refused by a recommendation raised in error', () => {
    given(recommendation, raiseR1(), send('mark-recommendation-raised-in-error', { reason: 'Not a subject.' }))
      .when(adopt)
      .thenRefused('raised-in-error');
  });
});
