import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FieldError } from '../outcome.ts';
import type { Objecting } from './fields.ts';
import { surelyPasses } from './quick-check.ts';

/**
 * Reads plain fields into a DTO and checks their form. What the DTO does not name is refused, so that a misspelt field
 * is told instead of being lost.
 */
export function validate<Dto extends object>(dtoClass: new () => Dto, fields: unknown): Dto | FieldError[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return [{ field: '', sentence: ['Send the fields as a JSON object.'] }];
  }
  const empty = emptyEntries(fields);
  if (empty.length > 0) return empty;
  const dto = plainToInstance(dtoClass, fields, { exposeDefaultValues: false });
  // `constructor` is the one name that is left out without a word.
  if (Object.hasOwn(fields, 'constructor')) return [{ field: 'constructor', sentence: NO_SUCH_FIELD }];
  if (surelyPasses(dto)) return withoutAbsent(dto);
  const errors = validateSync(dto, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false },
  });
  return errors.length > 0 ? errors.flatMap((error) => fieldErrors(error, '')) : withoutAbsent(dto);
}

const NO_SUCH_FIELD = ['There is no field ', '. Check its spelling.'];

/** Lists that hold nothing where something belongs: class-transformer can't read them. */
function emptyEntries(fields: object): FieldError[] {
  return Object.entries(fields)
    .filter(([, value]) => Array.isArray(value) && value.includes(null))
    .map(([field]) => ({ field, sentence: ['Leave no empty entry in ', '.'] }));
}

function fieldErrors(error: ValidationError, path: string): FieldError[] {
  const field = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    sentence: rule === 'whitelistValidation' ? NO_SUCH_FIELD : (objection(rule, error) ?? message.split('$field')),
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

/** The sentence of a check that quotes what was typed. */
function objection(rule: string, { contexts, value }: ValidationError): readonly string[] | undefined {
  const { objectionTo } = (contexts?.[rule] ?? {}) as Partial<Objecting>;
  const said = typeof value === 'string' ? objectionTo?.(value) : undefined;
  return said === undefined ? undefined : [said];
}

/** Class fields that were not sent are undefined: they are left out, so that absent stays absent all the way down. */
function withoutAbsent<T extends object>(holder: T): T {
  const fields = Object.create(Object.getPrototypeOf(holder) as object) as Record<string, unknown>;
  for (const [field, value] of Object.entries(holder))
    if (value !== undefined) fields[field] = withoutAbsentWithin(value);
  return fields as T;
}

function withoutAbsentWithin(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (typeof item === 'object' && item !== null ? withoutAbsent(item) : item));
}
