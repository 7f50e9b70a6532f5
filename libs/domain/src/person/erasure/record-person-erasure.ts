/** A person's details are erased once, with the reason; that it was done is recorded, not what they were. */

import { refuse, type Verdict } from '../../decider.ts';
import { type EveryCommand, type PersonId, said } from '../../primitives.ts';
import type { ErasureEvent } from './erasure.events.ts';
import type { Erasure } from './erasure.state.ts';

export interface RecordPersonErasure extends EveryCommand {
  readonly kind: 'record-person-erasure';
  readonly person: PersonId;
  /** Must name nobody: it stays when the details are gone. */
  readonly reason: string;
}

export function recordPersonErasure(command: RecordPersonErasure, erasure: Erasure): Verdict<ErasureEvent> {
  const { person, reason } = command;
  if (erasure.status === 'erased') {
    if (erasure.reason === reason) return [];
    return refuse('person-already-erased', 'This person’s details have been erased already: nothing is left to erase.');
  }
  return [{ type: 'PersonErased', data: { ...said(command, command.by.body), person, reason } }];
}
