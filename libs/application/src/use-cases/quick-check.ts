/**
 * A quick yes. class-validator looks up, groups and filters the checks of a class each time it is asked, which takes
 * longer than the checks themselves; here they are put together once a class.
 *
 * Only "yes" is said here. Whatever else there is to say, of a field that is wrong or of checks of a kind that is not
 * known here, class-validator says itself.
 */

import { getMetadataStorage } from 'class-validator';

type Check = (value: unknown, dto: object) => boolean;

interface CheckedField {
  /** The checks are asked only if all of these hold. */
  readonly conditions: readonly Check[];
  readonly checks: readonly Check[];
}

/** By the names of the fields; nothing for a class whose checks only class-validator can make. */
type Checks = ReadonlyMap<string, CheckedField> | undefined;

const checksOf = new WeakMap<object, { readonly checks: Checks }>();

/** Whether the DTO surely is as its class demands. */
export function surelyPasses(dto: object): boolean {
  let known = checksOf.get(dto.constructor);
  if (!known) {
    known = { checks: collect(dto.constructor as new () => object) };
    checksOf.set(dto.constructor, known);
  }
  const { checks } = known;
  if (checks === undefined) return false;
  const fields = dto as Record<string, unknown>;
  for (const field of Object.keys(fields)) if (!checks.has(field)) return false;
  for (const [field, ofField] of checks) if (!isRight(ofField, fields[field], dto)) return false;
  return true;
}

/** Written as loops, because every command comes by here with all fields of its class. */
function isRight({ conditions, checks }: CheckedField, value: unknown, dto: object): boolean {
  for (const holds of conditions) if (!holds(value, dto)) return true;
  for (const check of checks) if (!check(value, dto)) return false;
  return true;
}

function collect(dtoClass: new () => object): Checks {
  const storage = getMetadataStorage();
  const registered = storage.getTargetValidationMetadatas(dtoClass, '', false, false);
  if (registered.length === 0) return undefined;
  const checks = new Map<string, CheckedField>();
  for (const [field, metadatas] of Object.entries(storage.groupByPropertyName(registered))) {
    const conditions: Check[] = [];
    const ofField: Check[] = [];
    for (const { type, constraints, constraintCls, each, validateIf } of metadatas) {
      if (type === 'conditionalValidation') {
        const [holds] = constraints as [(dto: object, value: unknown) => boolean];
        conditions.push((value, dto) => holds(dto, value));
      } else if (type === 'customValidation' && !validateIf) {
        for (const { async: isAsync, instance } of storage.getTargetValidatorConstraints(constraintCls)) {
          if (isAsync) return undefined;
          const about = { targetName: dtoClass.name, property: field, constraints };
          const passes: Check = (value, dto) => instance.validate(value, { ...about, object: dto, value }) === true;
          ofField.push(
            each
              ? (value, dto) => (Array.isArray(value) ? value.every((item) => passes(item, dto)) : passes(value, dto))
              : passes,
          );
        }
      } else {
        return undefined;
      }
    }
    checks.set(field, { conditions, checks: ofField });
  }
  return checks;
}
