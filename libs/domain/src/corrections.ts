/**
 * What is known of a thing, field by field, and which event said it. A field may have been said again since (a new name,
 * an end), and a correction names the event that it corrects: what one command corrects may be several events' doing.
 */

import { same, stated } from './decider.ts';
import type { EventId } from './primitives.ts';

export interface Known<Fields extends object> {
  readonly fields: Fields;
  /** The event that began it. */
  readonly recordedBy: EventId;
  /** The later events that said a field anew. */
  readonly saidBy: { readonly [Field in keyof Fields]?: EventId };
}

/** Both values of the fields that one event said wrongly. A field that is missing on one side was, or is, not stated. */
export interface Correction<Fields extends object> {
  readonly corrects: EventId;
  readonly was: Partial<Fields>;
  readonly is: Partial<Fields>;
}

export function recorded<Fields extends object>(fields: Fields, recordedBy: EventId): Known<Fields> {
  return { fields: stated(fields), recordedBy, saidBy: {} };
}

/** The same with some fields said anew, by an event. An undefined field stands no longer. */
export function saidAnew<Fields extends object>(
  known: Known<Fields>,
  fields: { readonly [Field in keyof Fields]?: Fields[Field] | undefined },
  eventId: EventId,
): Known<Fields> {
  const saidBy = Object.fromEntries(Object.keys(fields).map((field) => [field, eventId]));
  return {
    ...known,
    fields: stated({ ...known.fields, ...fields }),
    saidBy: { ...known.saidBy, ...saidBy },
  };
}

/** The same after a correction. */
export function corrected<Fields extends object>(
  known: Known<Fields>,
  correction: Correction<Fields>,
  eventId: EventId,
): Known<Fields> {
  const noLonger = Object.fromEntries(Object.keys(correction.was).map((field) => [field, undefined]));
  return saidAnew(known, { ...noLonger, ...correction.is }, eventId);
}

/** What has to be corrected so that the fields come out as given: one correction for each event that said one wrongly. */
export function correctionsOf<Fields extends object>(known: Known<Fields>, is: Fields): Correction<Fields>[] {
  const found = new Map<EventId, Correction<Fields>>();
  for (const field of new Set([...Object.keys(known.fields), ...Object.keys(is)]) as Set<keyof Fields>) {
    if (same(known.fields[field], is[field])) continue;
    const corrects = known.saidBy[field] ?? known.recordedBy;
    const before = found.get(corrects);
    found.set(corrects, {
      corrects,
      was: stated({ ...before?.was, [field]: known.fields[field] } as Partial<Fields>),
      is: stated({ ...before?.is, [field]: is[field] } as Partial<Fields>),
    });
  }
  return [...found.values()];
}
