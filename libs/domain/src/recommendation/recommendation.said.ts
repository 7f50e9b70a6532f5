import { type Attribution, attributionOf, withoutAttribution } from '../corrections.ts';
import { same, stated } from '../decider.ts';
import { type EveryCommand, type EveryEvent, said } from '../primitives.ts';
import type { Raised } from './recommendation.state.ts';

/** The base of every event after the first: it belongs to the body that answers and concerns its overseer. */
export function saidHere(command: EveryCommand, recommendation: Raised): EveryEvent {
  return said(command, recommendation.body, recommendation.overseer === undefined ? [] : [recommendation.overseer]);
}

/** The base of a correction. Who decided, and when, are said of what is corrected: the correction is its recorder's own. */
export function correctedHere({ by, illustration }: EveryCommand, recommendation: Raised): EveryEvent {
  return saidHere(stated({ by, illustration }), recommendation);
}

/**
 * Whether a command says what stands already. Who records it again does not matter, unless it names who decided, or when.
 */
export function standsSo<Fields extends object>(
  command: EveryCommand,
  fields: Fields,
  standing: Fields & Attribution,
  recommendation: Raised,
): boolean {
  if (!same(fields, withoutAttribution<Fields>(standing))) return false;
  const isAttributed = ATTRIBUTING.some((field) => command[field] !== undefined);
  return !isAttributed || same(attributionOf(saidHere(command, recommendation)), attributionOf(standing));
}

const ATTRIBUTING = [
  'decidedByPerson',
  'decidedByPost',
  'decidedByBody',
  'decidedByCapacity',
  'underDecision',
  'effectiveOn',
  'illustration',
] as const;
