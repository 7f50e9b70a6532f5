import { sayAuthority, sayReason, tell } from '../../narrative.ts';
import type { Names } from '../../primitives.ts';
import type { ErasureEvent } from './erasure.events.ts';

/** The event as the sentence an auditor reads. */
export function narrateErasure({ data }: ErasureEvent, names: Names): string {
  const who = sayAuthority(data.decidedBy, names);
  // Nobody is named: the name is among what was erased.
  const what = 'the details of a person erased for good, name, addresses and other spellings';
  return tell(data, `${who} had ${what}${sayReason(data.reason)}`);
}
