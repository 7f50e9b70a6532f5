/** What an address of the register asks for, and the address that asks for it. */

import { readDayOf } from '#domain';
import { paths } from '../../paths.ts';

/** In the order in which an address has them, so that the same question has one address. */
const PARAMETERS = [
  ...['text', 'body', 'report', 'finding', 'kind', 'status', 'overseer', 'lead', 'dueBefore', 'asRecordedBy'],
  ...['sort', 'pageSize', 'page'],
];
const DAYS = new Set(['dueBefore', 'asRecordedBy']);

export type Asked = Readonly<Record<string, string | undefined>>;

/** What is empty is not asked for; a day may be written in any of the ways in which people write days. */
export function askedOf(parameters: unknown): Asked {
  const asked = Object.entries(parameters as object)
    .filter(([, value]) => value !== '')
    .map(([name, value]: [string, unknown]) => [name, DAYS.has(name) ? dayOf(value) : value]);
  return Object.fromEntries(asked) as Asked;
}

function dayOf(value: unknown): unknown {
  return typeof value === 'string' ? (readDayOf(value) ?? value) : value;
}

/** The address of the same register with something changed. Whatever else changes, the reader begins at its first page. */
export function addressOf(asked: Asked, changes: Asked = {}): string {
  const wanted: Asked = { ...asked, page: undefined, ...changes };
  const parameters = new URLSearchParams();
  for (const name of PARAMETERS) {
    const value = wanted[name];
    if (typeof value === 'string') parameters.set(name, value);
  }
  const query = parameters.toString();
  return query === '' ? paths.register() : `${paths.register()}?${query}`;
}
