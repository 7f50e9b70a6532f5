/** The part of a value that JSON would change or lose. */
export interface Flaw {
  /** From the outside in: keys and indexes. */
  readonly path: (string | number)[];
  readonly reason: string;
}

const depthMax = 64;

/**
 * Finds the first thing in a value that `JSON.parse(JSON.stringify(value))` would not give back unchanged.
 * Every appended event passes here, so the path is put together only once a flaw is found.
 */
export function flawInJson(value: unknown, depth = 0): Flaw | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : flaw('is text with half a surrogate pair');
    case 'boolean':
      return undefined;
    case 'number':
      if (!Number.isFinite(value)) return flaw(`is ${value}`);
      return Object.is(value, -0) ? flaw('is minus zero') : undefined;
    case 'object':
      if (value === null) return undefined;
      if (depth === depthMax) return flaw('is nested too deeply, or contains itself');
      return Array.isArray(value) ? flawInArray(value, depth + 1) : flawInObject(value, depth + 1);
    default:
      return flaw(value === undefined ? 'is undefined' : `is a ${typeof value}`);
  }
}

function flawInArray(array: readonly unknown[], depth: number): Flaw | undefined {
  for (let index = 0; index < array.length; index++) {
    const found = flawInJson(array[index], depth);
    if (found) return within(index, found);
  }
  // All indexes are filled, so one more own key than these and `length` is a property that JSON would lose.
  return Reflect.ownKeys(array).length === array.length + 1
    ? undefined
    : flaw('is an array with properties of its own');
}

function flawInObject(object: object, depth: number): Flaw | undefined {
  // Objects of another realm (a worker, SQLite, a test runner) have another Object.prototype, but it too inherits nothing.
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return flaw('is not a plain object');
  const keys = Object.keys(object);
  for (const key of keys) {
    if (key === '__proto__') return flaw('has a key "__proto__"');
    if (!key.isWellFormed()) return flaw('has a key with half a surrogate pair');
    const found = flawInJson((object as Record<string, unknown>)[key], depth);
    if (found) return within(key, found);
  }
  return Reflect.ownKeys(object).length === keys.length ? undefined : flaw('has hidden keys');
}

function flaw(reason: string): Flaw {
  return { path: [], reason };
}

function within(step: string | number, found: Flaw): Flaw {
  found.path.unshift(step);
  return found;
}
