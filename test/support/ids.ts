/** Readable ids, and who acts with them. Apart from the harness, so that what runs without jest can use them too. */

import type { Actor } from '#domain';

/** The id the n-th event of a history has. */
export function eventId(n: number): string {
  return id('e', n);
}

/** A readable UUID for specs: `id('a', 1)`. Letters are a to f. */
export function id(letter: string, n: number): string {
  return `${letter.repeat(8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export const secretary: Extract<Actor, { kind: 'person' }> = {
  kind: 'person',
  person: id('a', 1),
  post: id('b', 1),
  body: id('c', 1),
};
