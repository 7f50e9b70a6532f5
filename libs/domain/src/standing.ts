/**
 * An item that one event says as a whole: a title with its publisher, a grade with its words. What is corrected of it is
 * said anew as a whole, with who decided, when and whether it is made up, so that both readings stand in the correction.
 */

import {
  amendedAttribution,
  type Attribution,
  attributionOf,
  type Correcting,
  withoutAttribution,
} from './corrections.ts';
import type { PreciseDate } from './calendar/precise-date.ts';
import { type Refusal, refuse, same, stated } from './decider.ts';
import { type BodyId, type EveryEvent, type EventId, said } from './primitives.ts';

/** What stands, and the last event that says so: a correction names it. */
export interface Standing<Fields> {
  readonly fields: Fields;
  readonly attribution: Attribution;
  readonly recordedBy: EventId;
}

export interface Restatement<Fields> {
  readonly corrects: EventId;
  readonly was: Fields & Attribution;
  readonly is: Fields & Attribution;
  readonly reason: string;
}

export function stands<Fields>(fields: Fields, data: EveryEvent, recordedBy: EventId): Standing<Fields> {
  return { fields, attribution: attributionOf(data), recordedBy };
}

/** The item after a correction. */
export function restood<Fields extends object>(
  { is }: Pick<Restatement<Fields>, 'is'>,
  recordedBy: EventId,
): Standing<Fields> {
  return { fields: withoutAttribution<Fields>(is), attribution: attributionOf(is), recordedBy };
}

/** What a correction says; nothing when the item reads so already. */
export function restated<Fields extends object>(
  command: Correcting<string>,
  { fields, attribution, recordedBy: corrects }: Standing<Fields>,
  is: Fields,
): Restatement<Fields> | Refusal | undefined {
  const attributed = amendedAttribution(command, attribution);
  if ('refused' in attributed) return attributed;
  const before = { ...fields, ...attribution };
  const after = { ...is, ...attributed };
  return same(before, after) ? undefined : { corrects, was: before, is: after, reason: command.correctionReason };
}

/** The same of what took effect on the very day that it says: a publication, a sending. */
export function restatedOn<Fields extends object>(
  on: PreciseDate,
  command: Correcting<string>,
  standing: Standing<Fields>,
  is: Fields,
): Restatement<Fields> | Refusal | undefined {
  if (command.effectiveOn !== undefined || command.clear?.includes('effectiveOn')) {
    return refuse(
      'effective-on-follows',
      'This took effect on the day that it says: correct that day, and leave effectiveOn out.',
    );
  }
  const anew = restated(command, standing, is);
  if (anew === undefined || 'refused' in anew) return anew;
  return { ...anew, is: { ...anew.is, effectiveOn: on } };
}

/** Who decided and whether it is made up: the day is told by itself, because it is what the item says. */
export function withoutDay({ decidedBy, illustration }: Attribution): Partial<Attribution> {
  return { decidedBy, illustration };
}

/** The base of a correcting event: it is decided by who records it, whoever decided what it corrects. */
export function saidOfCorrection(
  { by, illustration }: Correcting<string>,
  concerns: readonly BodyId[] = [],
): EveryEvent {
  return said(stated({ by, illustration }), by.body, concerns);
}
