/**
 * One person holds a post at a time, unless it is held jointly; and nobody holds it once it is abolished.
 *
 * Dates may be vague, so a holding has days that are sure (from the last day on which it can have begun to the first on
 * which it can have ended) and days that are possible. Only what is sure is refused: a post that passed from one
 * person to another "in 2025" is held by both as far as anybody knows. The last day belongs to the holding.
 */

import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { PreciseDate } from '../calendar/precise-date.ts';
import { type Blocker, type Refusal, refuse, same } from '../decider.ts';
import type { PersonId, PostId } from '../primitives.ts';
import type { HoldingFields, HoldingId } from './directory.events.ts';
import { type Directory, holdingReference, type KnownHolding, postOf, type RecordedBody } from './directory.state.ts';

/** Both ends included; empty when the first lies after the last. */
interface Days {
  readonly first: CivilDate;
  readonly last: CivilDate;
}

const THE_BEGINNING = '0000-01-01';
const FOR_EVER = '9999-12-31';

/** Who holds a post on a day, as {@link holdersAmong} tells it of the body's holdings. */
export function holderOn(directory: Directory, post: PostId, day: CivilDate): PersonId[] {
  const holdings = directory.status === 'none' ? [] : Object.values(directory.holdings).map(({ fields }) => fields);
  return holdersAmong(holdings, post, day);
}

/**
 * Who holds a post on a day: who surely does, or else who may. A holding without a known beginning may have begun at
 * any time; one whose end is unknown is not counted beyond the day it began.
 */
export function holdersAmong(holdings: readonly HoldingFields[], post: PostId, day: CivilDate): PersonId[] {
  const on = (days: (holding: HoldingFields) => Days): PersonId[] =>
    holdings
      .filter((holding) => holding.post === post && overlap(days(holding), { first: day, last: day }))
      .map((holding) => holding.person);
  const sure = on(sureDays);
  return [...new Set(sure.length > 0 ? sure : on(possibleDays))];
}

/** Nobody ends before beginning: so either date, when it is known, bounds the other. */
function sureDays({ from, until }: HoldingFields): Days {
  const begun = inOrder(lastDayOf(from), lastDayOf(until)).at(0);
  const ended = until === undefined ? FOR_EVER : inOrder(from?.from, until.from).at(-1);
  return { first: begun ?? FOR_EVER, last: ended ?? THE_BEGINNING };
}

function possibleDays({ from, until }: HoldingFields): Days {
  const ended = until === undefined ? FOR_EVER : lastDayOf(until);
  return { first: from?.from ?? THE_BEGINNING, last: ended ?? lastDayOf(from) ?? THE_BEGINNING };
}

function overlap(a: Days, b: Days): boolean {
  const first = a.first > b.first ? a.first : b.first;
  const last = a.last < b.last ? a.last : b.last;
  return first <= last;
}

/** A refusal when a holding ends before it begins, lasts longer than its post, or takes the post from somebody else. */
export function holdingImpossible(body: RecordedBody, id: HoldingId, holding: HoldingFields): Refusal | undefined {
  const { from, until, person } = holding;
  const post = postOf(body, holding.post);
  if ('refused' in post) return post;
  const { title, until: abolished } = post.fields;
  const ended = lastDayOf(until);
  if (from?.from !== undefined && ended !== undefined && ended < from.from)
    return refuse('ends-before-it-begins', 'A holding can’t end before it begins: check both dates.');
  if (abolished !== undefined && overlap(sureDays(holding), daysAfter(abolished)))
    return refuse(
      'post-abolished',
      `Nobody can hold the post ${title} after it was abolished: say until when it was held, or correct the post.`,
      [{ kind: 'post', id: holding.post, label: title }],
    );
  const others = holdingsOf(body, holding.post).filter(([other]) => other !== id);
  const overlapping = others.filter(([, { fields }]) => overlap(sureDays(fields), sureDays(holding)));
  // What reads the same is the same, however vague its dates.
  const own = others.filter(
    ([, { fields }]) =>
      fields.person === person &&
      (overlap(sureDays(fields), sureDays(holding)) || (same(fields.from, from) && same(fields.until, until))),
  );
  if (own.length > 0)
    return refuse(
      'already-held',
      `This person holds the post ${title} at that time already: correct that holding instead.`,
      holdersOf(body, own),
    );
  // That two hold a post together is said of whoever joins; who held it before need not be recorded anew.
  const isBegun = body.holdings[id] !== undefined;
  const apart = overlapping.filter(([, { fields }]) => !(isBegun && fields.jointly));
  if (holding.jointly || apart.length === 0) return undefined;
  return refuse(
    'post-held',
    `Somebody else holds the post ${title} at that time (the last day of a holding belongs to it). End that holding first, or say that the post is held jointly.`,
    holdersOf(body, apart),
  );
}

/** A refusal when somebody surely holds the post after its last day. */
export function heldAfter(body: RecordedBody, post: PostId, title: string, until: PreciseDate): Refusal | undefined {
  const held = holdingsOf(body, post).filter(([, { fields }]) => overlap(sureDays(fields), daysAfter(until)));
  if (held.length === 0) return undefined;
  return refuse(
    'post-held',
    `The post ${title} can’t be abolished while somebody holds it: end the holding first.`,
    holdersOf(body, held),
  );
}

type HoldingEntry = readonly [HoldingId, KnownHolding];

/** Every holding of the post, in the order in which they were recorded. */
export function holdingsOf(body: RecordedBody, post: PostId): readonly HoldingEntry[] {
  return Object.entries(body.holdings)
    .filter(([, { fields }]) => fields.post === post)
    .toSorted(([, a], [, b]) => a.number - b.number);
}

/** As they can be named in a command. Who holds the post stands in the directory. */
export function holdersOf(body: RecordedBody, holdings: readonly HoldingEntry[]): Blocker[] {
  return holdings.map(([id, holding]) => ({ kind: 'holding', id, label: holdingReference(body, holding) }));
}

function daysAfter(until: PreciseDate): Days {
  const last = lastDayOf(until);
  return { first: last === undefined ? FOR_EVER : addDays(last, 1), last: FOR_EVER };
}

/** The last day a date can mean. */
function lastDayOf(date: PreciseDate | undefined): CivilDate | undefined {
  return date?.to ?? date?.from;
}

function inOrder(...days: readonly (CivilDate | undefined)[]): CivilDate[] {
  return days.filter((day) => day !== undefined).toSorted();
}
