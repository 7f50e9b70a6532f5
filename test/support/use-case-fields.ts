import { getMetadataStorage } from 'class-validator';
import { USE_CASES } from '#application';

/** The fields of a use case, by name: whether each can be left out. */
export function fieldsOf(useCase: string): ReadonlyMap<string, boolean> {
  const dto = USE_CASES.get(useCase)?.useCase.dto;
  if (!dto) throw new Error(`There is no use case ${useCase}.`);
  const fields = new Map<string, boolean>();
  for (const { propertyName, type } of getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false)) {
    fields.set(propertyName, fields.get(propertyName) === true || type === 'conditionalValidation');
  }
  return fields;
}
