import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given, id, secretary } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  CCOB_DECISION,
  CHIEF_CONSTABLE_SYP,
  closure,
  conditionalAgreement,
  DEPUTY_MAYOR_SY,
  KILVINDER_VIGURS,
  LETTER_SY_OIC,
  raiseAfiA,
  raiseR1,
  send,
  SYMCA,
  SYP,
  WYCA,
} from '../../../../test/support/named-histories.ts';

describe('A position', () => {
  it('is recorded in its layer, in the exact words, with what limits it and who said it', () => {
    const [recorded] = given(recommendation, raiseR1())
      .when(acceptance())
      .then({
        type: 'PositionRecorded',
        data: {
          body: SYP,
          concerns: [SYMCA],
          decidedBy: { post: CHIEF_CONSTABLE_SYP },
          position: acceptance().position,
          reference: 'OIC-R1/SYP:P1',
          layer: 'chiefOfficer',
          code: 'accepted',
          words: 'have been accepted by the Chief Constable',
          qualifiers: ['as appropriate to South Yorkshire'],
          document: LETTER_SY_OIC,
        },
      });
    expect(recorded?.data).not.toHaveProperty('reason');
  });

  it('of the local policing body stands beside the chief officer’s', () => {
    given(recommendation, raiseR1(), acceptance())
      .when(conditionalAgreement())
      .then({
        type: 'PositionRecorded',
        data: {
          code: 'agreedWithCondition',
          qualifiers: ['sustained, refreshed and repeated'],
          decidedBy: {
            person: KILVINDER_VIGURS,
            post: DEPUTY_MAYOR_SY,
            capacity: 'Deputy Mayor with PCC responsibilities',
          },
        },
      });
  });

  it('has no code where the words carry none: no reading is put in its place', () => {
    const { code: _code, ...uncoded } = acceptance({ words: 'a fair reflection of the challenges' });
    const [recorded] = given(recommendation, raiseR1()).when(uncoded).then({ type: 'PositionRecorded' });
    expect(recorded?.data).not.toHaveProperty('code');
    expect(recorded?.data).toMatchObject({ words: 'a fair reflection of the challenges' });
  });

  it('can answer one sub-part', () => {
    given(recommendation, raiseAfiA())
      .when(acceptance({ layer: 'force', subPart: 'a', code: 'welcomed', words: 'WYP have assured', qualifiers: [] }))
      .then({ type: 'PositionRecorded', data: { layer: 'force', subPart: 'a', qualifiers: [] } });
  });

  it('needs no qualifier, unless it is agreement on a condition', () => {
    const { qualifiers: _qualifiers, ...unqualified } = acceptance();
    given(recommendation, raiseR1())
      .when(unqualified)
      .then({ type: 'PositionRecorded', data: { qualifiers: [] } });
    const { sentence } = given(recommendation, raiseR1())
      .when(conditionalAgreement({ qualifiers: [] }))
      .thenRefused('condition-missing');
    expect(sentence).toBe('Agreeing with a condition needs the condition: quote it as a qualifier.');
  });

  it.each([
    ['the chief officer', acceptance(), secretary],
    ['another local policing body', conditionalAgreement(), { ...secretary, body: WYCA }],
  ])('of %s can’t be taken for that of whoever records it', (_who, command, by) => {
    const { decidedByPerson: _person, decidedByPost: _post, decidedByCapacity: _capacity, ...unspoken } = command;
    const { sentence } = given(recommendation, raiseR1())
      .when({ ...unspoken, by, decidedByCapacity: 'chair' })
      .thenRefused('speaker-missing');
    expect(sentence).toBe(
      'Say who took this position: a person, a post or a body. You record it, but it is not your own body’s.',
    );
  });

  it('of one’s own body needs nobody else named', () => {
    const {
      decidedByPerson: _person,
      decidedByPost: _post,
      decidedByCapacity: _capacity,
      ...own
    } = conditionalAgreement();
    given(recommendation, raiseR1()).when(own).then({ type: 'PositionRecorded' });
    given(recommendation, raiseR1())
      .when({ ...own, layer: 'force', by: { ...secretary, body: SYP } })
      .then({ type: 'PositionRecorded' });
  });

  it.each([
    ['a person', { decidedByPerson: KILVINDER_VIGURS }],
    ['a post', { decidedByPost: CHIEF_CONSTABLE_SYP }],
    ['a body', { decidedByBody: SYP }],
    ['a decision', { underDecision: CCOB_DECISION }],
  ])('of another body can be that of %s', (_who, speaker) => {
    const { decidedByPost: _post, ...unspoken } = acceptance();
    given(recommendation, raiseR1())
      .when({ ...unspoken, ...speaker })
      .then({ type: 'PositionRecorded' });
  });

  it('can change: the same layer speaks again, and both stand in the history', () => {
    given(recommendation, raiseR1(), acceptance())
      .when(acceptance({ position: id('f', 33), code: 'rejectedWithReason', reason: 'The system was withdrawn.' }))
      .then({ type: 'PositionRecorded', data: { code: 'rejectedWithReason', reason: 'The system was withdrawn.' } });
  });

  it('can still be recorded after the closure, when the letter comes late', () => {
    given(recommendation, raiseR1(), closure()).when(acceptance()).then({ type: 'PositionRecorded' });
  });

  it.each([
    ['rejectedWithReason', 'A recommendation can’t be rejected without a reason.'],
    ['notApplicable', 'A recommendation can’t be called not applicable without a reason.'],
  ] as const)('%s needs a reason', (code, sentence) => {
    expect(given(recommendation, raiseR1()).when(acceptance({ code })).thenRefused('reason-missing').sentence).toBe(
      sentence,
    );
    given(recommendation, raiseR1())
      .when(acceptance({ code, reason: ' ' }))
      .thenRefused('reason-missing');
    given(recommendation, raiseR1())
      .when(acceptance({ code, reason: 'The force has no such unit.' }))
      .then({ type: 'PositionRecorded', data: { code } });
  });

  it('can’t answer a sub-part that the finding does not have', () => {
    const { sentence } = given(recommendation, raiseAfiA())
      .when(acceptance({ subPart: 'd' }))
      .thenRefused('sub-part-unknown');
    expect(sentence).toBe('YHSOC-AFI-A/WYP has no sub-part (d).');
  });

  it('adds nothing when it is recorded already, whoever records it again', () => {
    given(recommendation, raiseR1(), acceptance()).when(acceptance()).thenNothing();
    const by = { ...secretary, person: id('a', 9) };
    given(recommendation, raiseR1(), acceptance())
      .when({ ...acceptance(), by })
      .thenNothing();
    given(recommendation, raiseR1(), acceptance())
      .when(acceptance({ decidedByPost: DEPUTY_MAYOR_SY }))
      .thenRefused('position-already-recorded');
  });

  it('keeps its number: that of a retracted one is not used again', () => {
    const retract = send('retract-position', { position: 'P1', reason: 'Misread.' });
    given(recommendation, raiseR1(), acceptance(), retract, conditionalAgreement())
      .when(acceptance({ position: id('f', 33) }))
      .then({ type: 'PositionRecorded', data: { reference: 'OIC-R1/SYP:P3' } });
  });

  it('can’t be recorded a second time in the same words, from the same paper', () => {
    const again = acceptance({ position: id('f', 33), qualifiers: [] });
    const { sentence, because } = given(recommendation, raiseR1(), acceptance())
      .when(again)
      .thenRefused('position-stands');
    expect(sentence).toBe('This stands already as OIC-R1/SYP:P1. If it was said a second time, give the day of that.');
    expect(because).toEqual([
      { kind: 'position', id: acceptance().position, label: 'OIC-R1/SYP:P1 chief officer: accepted' },
    ]);
    given(recommendation, raiseR1(), acceptance())
      .when({ ...again, effectiveOn: '3 March 2026' })
      .then({ type: 'PositionRecorded', data: { reference: 'OIC-R1/SYP:P2' } });
  });

  it('can’t be recorded again with other content', () => {
    const { sentence } = given(recommendation, raiseR1(), acceptance())
      .when(acceptance({ words: 'are accepted' }))
      .thenRefused('position-already-recorded');
    expect(sentence).toBe('OIC-R1/SYP:P1 has been recorded with other content: correct it instead.');
  });

  it('can’t come back once it was retracted', () => {
    const { sentence } = given(
      recommendation,
      raiseR1(),
      acceptance(),
      send('retract-position', { position: acceptance().position, reason: 'The letter says no such thing.' }),
    )
      .when(acceptance())
      .thenRefused('position-retracted');
    expect(sentence).toBe('OIC-R1/SYP:P1 has been retracted: record a new position.');
  });
});
