/**
 * What is known of a thing, field by field, and which event said it. A field may have been said again since (a new name,
 * an end), and a correction names the event that it corrects: what one command corrects may be several events' doing.
 */

import { type PreciseDate, readDate } from './calendar/precise-date.ts';
import { type Refusal, refuse, same, stated } from './decider.ts';
import type { Authority, EveryCommand, EventId } from './primitives.ts';

export interface Known<Fields extends object> {
  readonly fields: Fields;
  /** The event that began it. */
  readonly recordedBy: EventId;
  /** The later events that said a field anew. */
  readonly saidBy: { readonly [Field in keyof Fields]?: EventId };
  /** Every event that marked it as made up: it is so until each of them is corrected. */
  readonly madeUpIn?: readonly EventId[];
}

/** Both values of the fields that one event said wrongly. A field that is missing on one side was, or is, not stated. */
export interface Correction<Fields extends object> {
  readonly corrects: EventId;
  readonly was: Partial<Fields>;
  readonly is: Partial<Fields>;
}

export function recorded<Fields extends object>(fields: Fields, recordedBy: EventId): Known<Fields> {
  return { fields: stated(fields), recordedBy, saidBy: {}, ...madeUp([], fields, recordedBy) };
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
    ...madeUp(known.madeUpIn ?? [], fields, eventId),
  };
}

function madeUp(before: readonly EventId[], fields: object, eventId: EventId): Pick<Known<object>, 'madeUpIn'> {
  return 'illustration' in fields && fields.illustration === true ? { madeUpIn: [...before, eventId] } : {};
}

/** The same with what was said anew of some fields taken back: they stand as they stood before. */
export function unsaid<Fields extends object>(
  known: Known<Fields>,
  before: Known<Fields>,
  fields: readonly (keyof Fields)[],
): Known<Fields> {
  const again = <Values>(of: { readonly [Field in keyof Fields]?: Values }) =>
    Object.fromEntries(fields.map((field) => [field, of[field]]));
  return {
    ...known,
    fields: stated({ ...known.fields, ...again(before.fields) }),
    saidBy: stated({ ...known.saidBy, ...again(before.saidBy) }),
  };
}

/** The same after a correction. */
export function corrected<Fields extends object>(
  known: Known<Fields>,
  correction: Correction<Fields>,
  eventId: EventId,
): Known<Fields> {
  const isUnmarked = 'illustration' in correction.was;
  const others = isUnmarked ? known.madeUpIn?.filter((event) => event !== correction.corrects) : undefined;
  const noLonger = Object.fromEntries(Object.keys(correction.was).map((field) => [field, undefined]));
  return saidAnew({ ...known, ...(others && { madeUpIn: others }) }, { ...noLonger, ...correction.is }, eventId);
}

/** What has to be corrected so that the fields come out as given: one correction for each event that said one wrongly. */
export function correctionsOf<Fields extends object>(known: Known<Fields>, is: Fields): Correction<Fields>[] {
  const found = new Map<EventId, Correction<Fields>>();
  for (const field of new Set([...Object.keys(known.fields), ...Object.keys(is)]) as Set<keyof Fields>) {
    if (same(known.fields[field], is[field])) continue;
    const isMadeUpNoMore = field === 'illustration' && is[field] === undefined;
    const saidIn = (isMadeUpNoMore ? known.madeUpIn : undefined) ?? [known.saidBy[field] ?? known.recordedBy];
    for (const corrects of saidIn) {
      const before = found.get(corrects);
      found.set(corrects, {
        corrects,
        was: stated({ ...before?.was, [field]: known.fields[field] } as Partial<Fields>),
        is: stated({ ...before?.is, [field]: is[field] } as Partial<Fields>),
      });
    }
  }
  return [...found.values()];
}

/** What every correcting command carries: who decided, when and whether it is made up are said of what it corrects. */
export interface Correcting<Clearable extends string = never> extends EveryCommand {
  /** What stands no longer. What is neither given nor cleared stays as it was recorded. */
  readonly clear?: readonly (Clearable | ClearableAttribution)[];
  readonly correctionReason: string;
}

type ClearableAttribution = 'effectiveOn' | 'illustration';

/** What a correcting command can give of each field. A flag stands or is absent: given as false it stands no longer. */
export type Given<Fields extends object> = {
  readonly [Field in keyof Fields]?: Fields[Field] | (true extends Fields[Field] ? false : never) | undefined;
};

/**
 * The fields as they should have been recorded: what is given is said anew, what is cleared stands no longer, and what is
 * left out stays.
 * @param empty what a cleared field becomes, where it must not be missing: an empty list
 */
export function amended<Fields extends object>(
  was: Fields,
  given: Given<Fields>,
  clear: readonly string[] = [],
  empty: Partial<Fields> = {},
): Fields | Refusal {
  const is = { ...was, ...stated(given) };
  for (const field of Object.keys(given) as (keyof Fields)[]) if (given[field] === false) delete is[field];
  for (const field of clear as readonly (keyof Fields & string)[]) {
    if (given[field] !== undefined) return refuse('clear-unclear', `Give ${field} or clear it, not both.`);
    if (empty[field] === undefined) delete is[field];
    else is[field] = empty[field];
  }
  return is;
}

/** On whose authority something is so, since when, and whether it is made up: corrected like what it is said of. */
export interface Attribution {
  readonly decidedBy: Authority;
  readonly effectiveOn?: PreciseDate;
  readonly illustration?: true;
}

/** What an event says of its own item. */
export function attributionOf({ decidedBy, effectiveOn, illustration }: Attribution): Attribution {
  return stated({ decidedBy, effectiveOn, illustration });
}

/**
 * The attribution as a correcting command says it should have been recorded. Naming a person, a post or a body replaces
 * whoever was named; a capacity alone is added to them.
 */
export function amendedAttribution(command: Correcting<string>, was: Attribution): Attribution | Refusal {
  const { decidedByPerson: person, decidedByPost: post, decidedByBody: body, decidedByCapacity: capacity } = command;
  const isNamed = person !== undefined || post !== undefined || body !== undefined;
  const decidedBy: Authority = { ...(isNamed ? {} : was.decidedBy), ...stated({ person, post, body, capacity }) };
  const clear = (command.clear ?? []).filter((field) => field === 'effectiveOn' || field === 'illustration');
  const effectiveOn = command.effectiveOn === undefined ? undefined : readDate(command.effectiveOn);
  return amended(was, { decidedBy, effectiveOn, illustration: command.illustration }, clear);
}

/** The fields of an item together with its attribution, as a correcting command says they should have been recorded. */
export function amendedItem<Fields extends object>(
  command: Correcting<string>,
  was: Fields & Attribution,
  given: Given<Fields>,
  empty: Partial<Fields> = {},
): (Fields & Attribution) | Refusal {
  const attribution = amendedAttribution(command, was);
  if ('refused' in attribution) return attribution;
  const item = { ...withoutAttribution<Fields>(was), ...attribution };
  return amended(item, given as Given<Fields & Attribution>, command.clear, empty as Partial<Fields & Attribution>);
}

/** An item's fields without its attribution: what a repeated command is held against. */
export function withoutAttribution<Fields extends object>(fields: Fields & Partial<Attribution>): Fields;
export function withoutAttribution<Fields extends object>(fields: Partial<Fields & Attribution>): Partial<Fields>;
export function withoutAttribution(fields: Partial<Attribution>): object {
  const { decidedBy: _decidedBy, effectiveOn: _effectiveOn, illustration: _illustration, ...own } = fields;
  return own;
}
