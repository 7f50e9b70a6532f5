/** What the rest of the record rests on can't be retracted: it is corrected there first. */

import { type Blocker, type Refusal, refuse } from '../decider.ts';

export interface PerhapsUsed {
  /** What else in the record names it, or was recorded by it. */
  readonly usedBy: readonly Blocker[];
}

export function inUse(name: string, { usedBy }: PerhapsUsed): Refusal | undefined {
  if (usedBy.length === 0) return undefined;
  return refuse('in-use', `${name} is used in the record: correct that first, or leave the entry.`, usedBy);
}
