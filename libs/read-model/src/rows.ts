/** What several views do alike when they fill their rows. Their fingerprints hold the text of this file. */

import { type DomainEvent, stated } from '#domain';
import type { Recorded } from './log-event.ts';
import type { OpenRecordedTable } from './recorded-table.ts';

/** What every row tells of the events it was made from. */
export interface Told {
  /** Something in it is made up for a demonstration: no document states it. */
  illustration: boolean;
  /** The events that say so. */
  madeUpIn: readonly string[];
  lastEventType: string;
  lastEventAt: string;
}

export const toldColumns = {
  illustration: 'flag',
  madeUpIn: 'json',
  lastEventType: 'text',
  lastEventAt: 'text',
} as const;

/** How a row begins, told by its first event. */
export function told({ id, type, data, recordedAt }: Recorded<DomainEvent>): Told {
  const illustration = isIllustration(data);
  return { illustration, madeUpIn: illustration ? [id] : [], lastEventType: type, lastEventAt: recordedAt };
}

type KeyOf = (event: Recorded<DomainEvent>) => string;

/**
 * Changes the row that an earlier event of the same stream made: the stream's own, unless `keyOf` says another. What is
 * made up marks the row, unless it is told `apart`, of the part that is.
 */
export function changes<Row extends Told>(rows: OpenRecordedTable<Row>, keyOf: KeyOf = idOf, marks?: 'apart') {
  return <Event extends DomainEvent>(fold: (row: Row, event: Recorded<Event>) => void) =>
    (event: Recorded<Event>): void => {
      const key = keyOf(event);
      const row = standing(rows.get(key), key);
      fold(row, event);
      if (marks === undefined) row.madeUpIn = madeUpAfter(row.madeUpIn, event);
      row.illustration = row.madeUpIn.length > 0;
      row.lastEventType = event.type;
      row.lastEventAt = event.recordedAt;
      rows.put(row, event.recordedAt);
    };
}

/** The mark of a part that is told apart: nothing when it is not made up. */
export function madeUp({ illustration }: { readonly illustration?: true }): { readonly illustration?: true } {
  return illustration ? { illustration } : {};
}

/** The id that a field of the event's data holds. */
export function idIn(field: string): KeyOf {
  return ({ data }) => standing((data as Record<string, string | undefined>)[field], `“${field}” of an event`);
}

function isIllustration(data: object | undefined): boolean {
  return (data as { illustration?: true } | undefined)?.illustration === true;
}

/** A correction can say that what it corrects is made up, or is not; of what is retracted nothing is left to be made up. */
function madeUpAfter(before: readonly string[], { id, data }: Recorded<DomainEvent>): readonly string[] {
  const { corrects, was, is } = data as { corrects?: string; was?: object; is?: object };
  const own = isIllustration(data);
  if (corrects === undefined) return own ? [...before, id] : before;
  const others = before.filter((event) => event !== corrects);
  if (is === undefined) return own ? [...others, id] : others;
  if (isIllustration(is)) return [...others, id];
  if (isIllustration(was)) return others;
  return own ? [...others, corrects] : before;
}

/** Sorts by the eye: `R2` before `R9` before `R10`. Numbers are padded, letters lose their case. */
export function naturalOrder(text: string): string {
  return text.toUpperCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

/** The fields after a correction: what stood and is stated no longer is gone, what is right stands. */
export function corrected<Fields extends object>(
  fields: Fields,
  { was, is }: { readonly was: Partial<Fields>; readonly is: Partial<Fields> },
): Fields {
  const standing = { ...fields };
  for (const field of Object.keys(was) as (keyof Fields)[]) delete standing[field];
  return { ...standing, ...is };
}

/** The UUID in a stream's name: `report-<uuid>`. */
export function idOf({ stream }: { readonly stream: string }): string {
  return stream.slice(stream.indexOf('-') + 1);
}

/** The row, which must be there because an earlier event of the same stream made it. */
export function standing<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new Error(`${what} is not known here.`);
  return row;
}

export interface KnownAlias {
  readonly alias: string;
  /** Whether it surely names this one. */
  readonly isResolved: boolean;
  /** It is made up for a demonstration. */
  readonly illustration?: true;
}

/** The aliases with one more, which replaces what was said of it before. */
export function withAlias(
  aliases: readonly KnownAlias[],
  {
    alias,
    unresolved,
    illustration,
  }: { readonly alias: string; readonly unresolved?: true; readonly illustration?: true },
): KnownAlias[] {
  return [...withoutAlias(aliases, alias), stated({ alias, isResolved: unresolved !== true, illustration })];
}

/** The aliases without one that was recorded in error. */
export function withoutAlias(aliases: readonly KnownAlias[], alias: string): KnownAlias[] {
  return aliases.filter((known) => known.alias !== alias);
}
