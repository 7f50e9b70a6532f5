import { type EveryCommand, type EveryEvent, said } from '../primitives.ts';
import type { Raised } from './recommendation.state.ts';

/** The base of every event after the first: it belongs to the body that answers and concerns its overseer. */
export function saidHere(command: EveryCommand, recommendation: Raised): EveryEvent {
  return said(command, recommendation.body, recommendation.overseer === undefined ? [] : [recommendation.overseer]);
}
