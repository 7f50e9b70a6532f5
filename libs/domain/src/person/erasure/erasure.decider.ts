import type { Decider } from '../../decider.ts';
import type { ErasureEvent } from './erasure.events.ts';
import { type Erasure, evolve, initial } from './erasure.state.ts';
import { type RecordPersonErasure, recordPersonErasure } from './record-person-erasure.ts';

export type ErasureCommand = RecordPersonErasure;

export const erasure: Decider<Erasure, ErasureCommand, ErasureEvent> = {
  category: 'erasure',
  initial,
  decide: recordPersonErasure,
  evolve,
};
