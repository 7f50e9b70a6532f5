import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { acceptance, raiseAfiA, raiseR1, send } from '../../../../test/support/named-histories.ts';

const { kind: _kind, ...recorded } = acceptance();
const correctionReason = 'The letter prints another word.';
const correct = send('correct-position', {
  ...recorded,
  words: 'are accepted by the Chief Constable',
  correctionReason,
});

describe('A position recorded wrongly', () => {
  it('is corrected by saying what was wrong and why', () => {
    const { position, words, document = '' } = recorded;
    const was = {
      layer: 'chiefOfficer',
      code: 'accepted',
      words,
      document,
      qualifiers: ['as appropriate to South Yorkshire'],
    } as const;
    given(recommendation, raiseR1(), acceptance())
      .when(correct)
      .then({
        type: 'PositionCorrected',
        data: {
          corrects: eventId(1),
          position,
          was,
          is: { ...was, words: 'are accepted by the Chief Constable' },
          reason: correctionReason,
        },
      });
  });

  it('holds nothing undefined when it is told what stood', () => {
    const [corrected] = given(recommendation, raiseR1(), acceptance())
      .when(correct)
      .then({ type: 'PositionCorrected' });
    expect(JSON.parse(JSON.stringify(corrected))).toStrictEqual(corrected);
  });

  it('can be corrected again, which corrects the correction', () => {
    given(recommendation, raiseR1(), acceptance(), correct)
      .when({ ...correct, words: 'were accepted by the Chief Constable' })
      .then({ type: 'PositionCorrected', data: { corrects: eventId(2) } });
  });

  it('adds nothing where it reads so already', () => {
    given(recommendation, raiseR1(), acceptance(), correct).when(correct).thenNothing();
    given(recommendation, raiseR1(), acceptance())
      .when({ ...correct, words: acceptance().words })
      .thenNothing();
  });

  it('can’t be corrected into a rejection without a reason', () => {
    given(recommendation, raiseR1(), acceptance())
      .when({ ...correct, code: 'rejectedWithReason' })
      .thenRefused('reason-missing');
  });

  it('can’t be moved to a sub-part that the finding does not have', () => {
    given(recommendation, raiseAfiA(), acceptance())
      .when({ ...correct, subPart: 'd' })
      .thenRefused('sub-part-unknown');
  });

  it('can’t be corrected when it was never recorded', () => {
    const { sentence } = given(recommendation, raiseR1())
      .when({ ...correct, position: id('f', 99) })
      .thenRefused('position-unknown');
    expect(sentence).toBe('OIC-R1/SYP has no such position.');
  });

  it('can’t be corrected after it was retracted', () => {
    given(
      recommendation,
      raiseR1(),
      acceptance(),
      send('retract-position', { position: recorded.position, reason: 'The letter says no such thing.' }),
    )
      .when(correct)
      .thenRefused('position-retracted');
  });
});
