/** Which address means which use case. */

import { type Row, USE_CASES } from '#application';
import { Problem } from '../http/problem.ts';
import { COLLECTIONS, paths } from '../paths.ts';

/** The collection a category of streams is reached at: `recommendation` at `recommendations`. */
export function collectionOf(category: string): string {
  const collection = (COLLECTIONS as Readonly<Record<string, string>>)[category];
  if (collection === undefined) throw new Error(`The category ${category} has no collection: give it one in paths.ts.`);
  return collection;
}

/** The address of a use case; `id` is left as `:id` where it names something that exists. */
export function patternOf(row: Row): string {
  const filled = { ':collection': collectionOf(row.category), ':useCase': row.name };
  const pattern = row.useCase.starts ? paths.start.pattern : paths.command.pattern;
  return pattern.replace(/:collection|:useCase/g, (part) => filled[part as keyof typeof filled]);
}

const byAddress = new Map([...USE_CASES.values()].map((row) => [`${collectionOf(row.category)}/${row.name}`, row]));

/**
 * @param on whether the address names an item or starts a new one
 * @throws {Problem} there is no such use case, or it is not reached like this
 */
export function useCaseAt(collection: string, useCase: string, on: 'start' | 'item'): Row {
  const row = byAddress.get(`${collection}/${useCase}`);
  if (row && (row.useCase.starts === undefined) === (on === 'item')) return row;
  const elsewhere = row ?? USE_CASES.get(useCase);
  throw new Problem(
    'no-such-path',
    elsewhere
      ? `“${useCase}” is at POST ${patternOf(elsewhere)}.`
      : `There is no use case “${useCase}” in ${collection}. What there is, is described at ${paths.api()}.`,
  );
}
