import type { ErasureEvent } from './erasure.events.ts';

export type Erasure = { readonly status: 'none' } | { readonly status: 'erased'; readonly reason: string };

export const initial: Erasure = { status: 'none' };

export function evolve(_state: Erasure, event: ErasureEvent): Erasure {
  return { status: 'erased', reason: event.data.reason };
}
