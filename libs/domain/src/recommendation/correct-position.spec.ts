import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  CHIEF_CONSTABLE_SYP,
  conditionalAgreement,
  KILVINDER_VIGURS,
  LETTER_SY_OIC,
  raiseAfiA,
  raiseR1,
  send,
  WYP,
} from '../../../../test/support/named-histories.ts';

const recorded = acceptance();
const correctionReason = 'The letter prints another word.';
const correct = send('correct-position', {
  position: recorded.position,
  words: 'are accepted by the Chief Constable',
  correctionReason,
});
const was = {
  layer: 'chiefOfficer',
  code: 'accepted',
  words: recorded.words,
  document: LETTER_SY_OIC,
  qualifiers: ['as appropriate to South Yorkshire'],
  decidedBy: { post: CHIEF_CONSTABLE_SYP },
} as const;

describe('A position recorded wrongly', () => {
  it('is corrected by saying what was wrong and why', () => {
    given(recommendation, raiseR1(), acceptance())
      .when(correct)
      .then({
        type: 'PositionCorrected',
        data: {
          corrects: eventId(1),
          position: recorded.position,
          reference: 'OIC-R1/SYP:P1',
          was,
          is: { ...was, words: 'are accepted by the Chief Constable' },
          reason: correctionReason,
          decidedBy: { person: id('a', 1), post: id('b', 1) },
        },
      });
  });

  it('can have been taken by somebody else, on another day', () => {
    const decidedBy = { person: KILVINDER_VIGURS, capacity: 'acting for the Chief Constable' };
    const effectiveOn = { from: '2025-06-01', to: '2025-06-30', precision: 'month', asPrinted: 'June 2025' } as const;
    const { position } = recorded;
    const named = send('correct-position', {
      position,
      decidedByPerson: KILVINDER_VIGURS,
      decidedByCapacity: 'acting for the Chief Constable',
      effectiveOn: 'June 2025',
      illustration: true,
      correctionReason,
    });
    const history = given(recommendation, raiseR1(), acceptance());
    history.when(named).then({
      type: 'PositionCorrected',
      data: { was, is: { ...was, decidedBy, effectiveOn, illustration: true }, illustration: true },
    });
    history
      .and(named)
      .when(send('correct-position', { position, clear: ['effectiveOn', 'illustration'], correctionReason }))
      .then({ type: 'PositionCorrected', data: { is: { ...was, decidedBy } } });
  });

  it('loses what is cleared, and can’t be given what is cleared', () => {
    const { position } = recorded;
    const history = given(recommendation, raiseR1(), acceptance());
    const { document: _document, ...undocumented } = was;
    history
      .when(send('correct-position', { position, clear: ['document', 'qualifiers'], correctionReason }))
      .then({ type: 'PositionCorrected', data: { is: { ...undocumented, qualifiers: [] } } });
    history.when({ ...correct, clear: ['document'], document: LETTER_SY_OIC }).thenRefused('clear-unclear');
  });

  it.each(['OIC-R1/SYP:P1', 'oic-r1/syp:p1', 'P1', acceptance().position])('is found as %s', (position) => {
    given(recommendation, raiseR1(), acceptance())
      .when({ ...correct, position })
      .then({ type: 'PositionCorrected', data: { position: acceptance().position } });
  });

  it('can’t be corrected into one of another body’s than its layer’s', () => {
    const speaker = {
      body: WYP,
      name: 'West Yorkshire Police',
      bodyKind: 'force',
      answering: { bodyKind: 'force' },
    } as const;
    given(recommendation, raiseR1(), acceptance())
      .when({ ...correct, decidedByBody: WYP, speaker })
      .thenRefused('speaker-of-another-body');
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
      .when({ ...correct, position: 'P9' })
      .thenRefused('position-unknown');
    expect(sentence).toBe('OIC-R1/SYP has no position “P9”. No position stands there.');
    const known = given(recommendation, raiseR1(), acceptance(), conditionalAgreement())
      .when({ ...correct, position: 'P9' })
      .thenRefused('position-unknown');
    expect(known.sentence).toBe('OIC-R1/SYP has no position “P9”. It has OIC-R1/SYP:P1 and OIC-R1/SYP:P2.');
    expect(known.because).toEqual([
      { kind: 'position', id: acceptance().position, label: 'OIC-R1/SYP:P1 chief officer: accepted' },
      {
        kind: 'position',
        id: conditionalAgreement().position,
        label: 'OIC-R1/SYP:P2 local policing body: agreed with a condition',
      },
    ]);
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
