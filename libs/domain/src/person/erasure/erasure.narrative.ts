import { sayAuthority, sayReason, tell } from '../../narrative.ts';
import type { Names } from '../../primitives.ts';
import type { ErasureEvent } from './erasure.events.ts';

/** The event as the sentence an auditor reads. */
export function narrateErasure({ data }: ErasureEvent, names: Names): string {
  const who = sayAuthority(data.decidedBy, names);
  return tell(data, `${who} had the details of ${names('person', data.person)} erased${sayReason(data.reason)}`);
}
