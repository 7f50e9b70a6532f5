import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { fieldsOf } from '../../../../test/support/use-case-fields.ts';
import { surelyPasses } from './quick-check.ts';
import { USE_CASES } from './table.ts';

/** What one field or another takes, and what none does. */
const values = fc.oneof(
  fc.constantFrom('OIC', 'SYP/CC', 'a: the first', '2025-06-26', 'June 2025', 'unknown', 'post@example.org'),
  fc.constantFrom('recommendation', 'force', 'good', 'board', 'minutes', 'reported', 'implemented', 'answered'),
  fc.constantFrom<unknown>(true, false, 1, 2, ['effectiveOn'], ['SYP'], 'c0ffee00-0000-4000-8000-000000000001'),
  fc.constantFrom<unknown>(undefined, null, '', 0, 2.5, [], {}, [''], [7], [['a']], [null], NaN),
  fc.constantFrom('31 April 2026', 'in due course', 'a\u0007', '\ud800', 'x'.repeat(201), 'x'.repeat(10_001)),
);

function made(useCase: string, fields: object): object {
  const dto = USE_CASES.get(useCase)?.useCase.dto;
  if (!dto) throw new Error(`There is no use case ${useCase}.`);
  return plainToInstance(dto, fields, { exposeDefaultValues: false });
}

describe('A quick yes', () => {
  it('is given to what is right', () => {
    expect(surelyPasses(made('retract-report', { reason: 'It was recorded twice.' }))).toBe(true);
    expect(surelyPasses(made('record-attendance', { posts: ['SYP/CC'], effectiveOn: 'June 2025' }))).toBe(true);
  });

  it.each([...USE_CASES.keys()])('to %s is never given where class-validator says no', (useCase) => {
    const fields = Object.fromEntries([...fieldsOf(useCase).keys(), 'nonsense'].map((field) => [field, values]));
    fc.assert(
      fc.property(fc.record(fields, { requiredKeys: [] }), (given) => {
        const dto = made(useCase, given);
        if (!surelyPasses(dto)) return;
        const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
        expect(validateSync(dto, options)).toEqual([]);
      }),
    );
  });
});
