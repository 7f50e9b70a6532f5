import { describe, expect, it } from '@jest/globals';
import { datesToCome, RECORD_LATER } from './dates-to-come.ts';
import { DateWords, datesOf, PastDateWords } from './fields.ts';
import { USE_CASES } from './table.ts';

class Sitting {
  @PastDateWords()
  heldOn!: string;

  @DateWords()
  nextOn!: string;
}
class CorrectedSitting extends Sitting {}

const on = (heldOn: string | undefined, dtoClass: new () => Sitting = Sitting) =>
  datesToCome(Object.assign(new dtoClass(), { heldOn, nextOn: '30 April 2099' }), '2026-11-24', RECORD_LATER);

describe('the date of what has happened', () => {
  it.each(['24 November 2026', '2026-11-24', 'November 2026', 'in 2026', '2025', 'unknown', undefined])(
    'can be %s, of which today is a part or which is past',
    (typed) => {
      expect(on(typed)).toEqual([]);
    },
  );

  it.each([
    ['25 November 2026', '25 November 2026'],
    ['2026-11-25', '25 November 2026'],
    ['December 2026', '“December 2026”'],
    ['in 2027', '“in 2027”'],
  ])('can’t be %s: all of it is to come', (typed, told) => {
    const sentence = [
      `${told} has not come yet: today is 24 November 2026. Check the date, or record it when it has happened.`,
    ];
    expect(on(typed)).toEqual([{ field: 'heldOn', sentence }]);
    expect(on(typed, CorrectedSitting)).toEqual([{ field: 'heldOn', sentence }]);
  });

  it('is asked of every use case that says when something took effect, was published, sent or held', () => {
    const past = new Set(['effectiveOn', 'publishedOn', 'sentOn', 'heldOn']);
    const ofHappenings = (dto: new () => object): string[] =>
      [...datesOf(dto.prototype as object)].filter(([, kind]) => kind === 'past').map(([field]) => field);
    for (const { name, useCase } of USE_CASES.values()) {
      const fields = ofHappenings(useCase.dto);
      expect([name, fields.filter((field) => !past.has(field))]).toEqual([name, []]);
      expect([name, fields.includes('effectiveOn')]).toEqual([name, true]);
    }
    const fields = [...USE_CASES.values()].flatMap(({ useCase }) => ofHappenings(useCase.dto));
    expect(new Set(fields)).toEqual(past);
  });
});
