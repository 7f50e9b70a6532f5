import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  closure,
  OIC,
  OIC_R1,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  send,
  SYMCA,
  SYP,
  WYCA,
} from '../../../../test/support/named-histories.ts';

describe('A finding', () => {
  it('falls on a body as a recommendation that concerns its overseer', () => {
    const [raised] = given(recommendation)
      .when(raiseR1())
      .then({
        type: 'RecommendationRaised',
        data: {
          body: SYP,
          concerns: [SYMCA],
          recommendation: R1_SYP,
          reference: 'OIC-R1/SYP',
          report: OIC,
          finding: OIC_R1,
          overseer: SYMCA,
          copy: raiseR1().copy,
        },
      });
    expect(raised?.data).not.toHaveProperty('illustration');
  });

  it('falls on a regional unit that nobody oversees', () => {
    const { overseer: _overseer, ...unoverseen } = raiseAfiA();
    const [raised] = given(recommendation)
      .when(unoverseen)
      .then({ type: 'RecommendationRaised', data: { concerns: [] } });
    expect(raised?.data).not.toHaveProperty('overseer');
    given(recommendation, unoverseen)
      .when(acceptance())
      .then({ type: 'PositionRecorded', data: { concerns: [] } });
  });

  it('falls on a body once: raising it again finds the first', () => {
    given(recommendation, raiseR1()).when(raiseR1()).thenNothing();
    given(recommendation, raiseR1(), acceptance(), closure())
      .when(raiseR1({ effectiveOn: '2025-05-16' }))
      .thenNothing();
  });

  it('can’t be raised again with another overseer', () => {
    const { sentence } = given(recommendation, raiseR1())
      .when(raiseR1({ overseer: WYCA }))
      .thenRefused('already-raised');
    expect(sentence).toBe('OIC-R1/SYP has been raised already, with another overseer.');
  });

  it('can’t be raised again once it was raised in error', () => {
    const { sentence } = given(
      recommendation,
      raiseR1(),
      send('mark-recommendation-raised-in-error', { reason: 'The force is not a subject of the report.' }),
    )
      .when(raiseR1())
      .thenRefused('raised-in-error');
    expect(sentence).toBe(
      'OIC-R1/SYP was raised in error: it can’t be raised again. If that was a mistake, retract it.',
    );
  });
});

describe('A recommendation', () => {
  it('has to be raised before anything can be recorded in it', () => {
    const { sentence } = given(recommendation).when(acceptance()).thenRefused('not-raised');
    expect(sentence).toBe('There is no such recommendation: raise it first.');
  });

  it('is decided on only by commands it knows', () => {
    const unknown = { ...acceptance(), kind: 'burn' } as unknown as ReturnType<typeof acceptance>;
    expect(() => given(recommendation, raiseR1()).when(unknown)).toThrow('Unexpected');
  });

  it('begins with the event that raises it, and knows no event but its own', () => {
    const { events } = given(recommendation, raiseR1(), acceptance());
    const [raised, recorded] = events;
    if (!raised || !recorded) throw new Error('Two events were expected.');
    expect(() => recommendation.evolve(recommendation.initial, recorded, 'e')).toThrow(
      'PositionRecorded before RecommendationRaised',
    );
    const state = recommendation.evolve(recommendation.initial, raised, 'e');
    const unknown = { ...recorded, type: 'PositionBurnt' } as unknown as typeof recorded;
    expect(() => recommendation.evolve(state, unknown, 'e')).toThrow('Unexpected');
  });

  it.each([
    ['ActionWithdrawn', 'No action'],
    ['LinkedActionEnded', 'No link to'],
  ])('can’t be folded from %s of an action it never had', (type, defect) => {
    const { state, events } = given(recommendation, raiseR1());
    const broken = { type, data: { ...events[0]?.data, action: 'nowhere' } } as unknown as (typeof events)[number];
    expect(() => recommendation.evolve(state, broken, 'e')).toThrow(defect);
  });
});
