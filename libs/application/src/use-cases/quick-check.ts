/**
 * A quick yes. class-validator looks up, groups and filters the checks of a class each time it is asked, which takes
 * longer than the checks themselves; here they are put together once a class.
 *
 * Only "yes" is said here. Whatever else there is to say, of a field that is wrong or of checks of a kind that is not
 * known here, class-validator says itself.
 */

import { getMetadataStorage } from 'class-validator';

type Check = (value: unknown, dto: object) => boolean;

/** By field, every check of it; nothing for a class whose checks only class-validator can make. */
type Checks = ReadonlyMap<string, readonly Check[]> | undefined;

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
  for (const [field, ofField] of checks) for (const check of ofField) if (!check(fields[field], dto)) return false;
  return true;
}

function collect(dtoClass: new () => object): Checks {
  const storage = getMetadataStorage();
  const registered = storage.getTargetValidationMetadatas(dtoClass, '', false, false);
  if (registered.length === 0) return undefined;
  const checks = new Map<string, Check[]>();
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
          ofField.push((value, dto) =>
            each && Array.isArray(value) ? value.every((item) => passes(item, dto)) : passes(value, dto),
          );
        }
      } else {
        return undefined;
      }
    }
    checks.set(field, [
      (value, dto) => !conditions.every((holds) => holds(value, dto)) || ofField.every((check) => check(value, dto)),
    ]);
  }
  return checks;
}
