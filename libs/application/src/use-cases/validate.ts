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
  const unreadable = unreadableFields(fields);
  if (unreadable.length > 0) return unreadable;
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

/** A field holds a text, a list, or a list of entries that hold texts and lists. */
const DEPTH_MAX = 3;

/** What class-transformer can't read: lists that hold nothing where something belongs, and what is nested without end. */
function unreadableFields(fields: object): FieldError[] {
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.includes(null))
      errors.push({ field, sentence: ['Leave no empty entry in ', '.'] });
    else if (isDeeperThan(DEPTH_MAX, value)) {
      errors.push({ field, sentence: ['Send ', ' as a text or a list: what it holds is nested too deeply.'] });
    }
  }
  return errors;
}

function isDeeperThan(depthMax: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depthMax === 0 || Object.values(value).some((within) => isDeeperThan(depthMax - 1, within));
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
