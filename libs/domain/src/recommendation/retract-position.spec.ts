import { describe, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { acceptance, CHIEF_CONSTABLE_SYP, raiseR1, send } from '../../../../test/support/named-histories.ts';

const { position } = acceptance();
const retract = send('retract-position', { position, reason: 'The letter speaks of another force.' });

describe('A position that nobody took', () => {
  it('is retracted with the reason, naming the event that recorded it', () => {
    given(recommendation, raiseR1(), acceptance())
      .when(retract)
      .then({
        type: 'PositionRetracted',
        data: {
          corrects: eventId(1),
          position,
          reference: 'OIC-R1/SYP:P1',
          was: {
            layer: 'chiefOfficer',
            code: 'accepted',
            words: 'have been accepted by the Chief Constable',
            qualifiers: ['as appropriate to South Yorkshire'],
            document: acceptance().document as string,
            decidedBy: { post: CHIEF_CONSTABLE_SYP },
          },
          reason: retract.reason,
        },
      });
  });

  it('adds nothing when it is retracted already', () => {
    given(recommendation, raiseR1(), acceptance(), retract).when(retract).thenNothing();
    given(recommendation, raiseR1(), acceptance(), retract)
      .when({ ...retract, position: 'P1' })
      .thenNothing();
  });

  it('can’t be retracted again for another reason', () => {
    given(recommendation, raiseR1(), acceptance(), retract)
      .when({ ...retract, reason: 'It was recorded twice.' })
      .thenRefused('position-retracted');
  });

  it('can’t be retracted when it was never recorded', () => {
    given(recommendation, raiseR1(), acceptance())
      .when({ ...retract, position: id('f', 99) })
      .thenRefused('position-unknown');
  });
});
