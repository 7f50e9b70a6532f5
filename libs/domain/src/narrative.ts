/**
 * The words every narrative shares, so that a history reads as one text whichever streams its events come from.
 *
 * A narrative tells one event: who decided it, what, and in whose words. When and by whom it was recorded, and when it
 * took effect, stand beside the sentence and are not repeated in it. A sentence is put together as
 *
 *     tell(event.data, `${sayAuthority(event.data.decidedBy, names)} closed the recommendation${sayReason(reason)}`)
 *
 * `names` answers with a phrase that can stand inside a sentence: "South Yorkshire Police", "the letter of 26 June 2025",
 * "OIC-R1/SYP/1 “Deliver Recommendation 1”". Only posts come without their article, because some follow a person's name:
 * "Chief Constable of South Yorkshire Police".
 */

import { sayDate } from './calendar/civil-date.ts';
import { sayDatesApart } from './calendar/say-when.ts';
import type { Attribution } from './corrections.ts';
import type { Authority, EveryEvent, Names, PostId } from './primitives.ts';
import type { Due, Lead } from './recommendation/recommendation.events.ts';

/**
 * The sentences of one event as one text: each with its capital and its full stop, what is absent left out, and marked
 * when the event is made up for a demonstration. Every narrative ends here.
 */
export function tell(data: Pick<EveryEvent, 'illustration'>, ...sentences: readonly (string | undefined)[]): string {
  const text = sentences.filter((sentence) => sentence !== undefined).map(asSentence);
  return [...(data.illustration ? ['Illustration:'] : []), ...text].join(' ');
}

/** Who decided, in which post and capacity, or which decision: "Alison Lowe (Deputy Mayor …)", "the Mayor", "decision 3". */
export function sayAuthority(authority: Authority, names: Names): string {
  const { person, post, body, capacity, decision, policy } = authority;
  const [who, ...office] = [
    person === undefined ? undefined : names('person', person),
    post === undefined ? undefined : person === undefined ? sayPost(post, names) : names('post', post),
    body === undefined ? undefined : names('body', body),
    decision === undefined ? undefined : `decision ${names('decision', decision)}`,
    policy === undefined ? undefined : `Minutebook (${policy})`,
  ].filter((part) => part !== undefined);
  if (capacity !== undefined) office.push(`acting as ${quote(capacity)}`);
  return `${who ?? 'somebody not named'}${office.length === 0 ? '' : ` (${office.join(', ')})`}`;
}

/** "its lead is the YHROCU TSU Manager", or "no lead is named". */
export function sayLead(lead: Lead, names: Names): string {
  return lead.kind === 'notNamed' ? 'no lead is named' : `its lead is ${sayLeadName(lead, names)}`;
}

/** "the YHROCU TSU Manager", "MARTOM", "South Yorkshire Police", or "nobody named". */
export function sayLeadName(lead: Lead, names: Names): string {
  switch (lead.kind) {
    case 'post':
      return sayPost(lead.post, names);
    case 'forum':
      return names('series', lead.series);
    case 'body':
      return names('body', lead.body);
    case 'notNamed':
      return 'nobody named';
  }
}

/** "the YHROCU TSU Manager". */
export function sayPost(post: PostId, names: Names): string {
  const name = names('post', post);
  return /^the /i.test(name) ? `the ${name.slice(4)}` : `the ${name}`;
}

/** "it is due on 30 April 2026 (agreed locally)", or "no date was given (“in due course”)". */
export function sayDue(due: Due): string {
  if (due.kind === 'on') return `it is due on ${sayDueDate(due)}`;
  return `no date was given${due.asPrinted === undefined ? '' : ` (${quote(due.asPrinted)})`}`;
}

/** "30 June 2026": when a dateless action must be looked at. Told apart, because no source but whoever records it sets it. */
export function sayReviewDay(due: Due): string | undefined {
  return due.kind === 'on' ? undefined : ifGiven(due.reviewBy, sayDate);
}

/** "30 April 2026 (as printed, “By 30 April 2026”)", or "no date (to be looked at by 30 June 2026)". */
export function sayDueDate(due: Due): string {
  const printed = due.asPrinted === undefined ? [] : [quote(due.asPrinted)];
  if (due.kind === 'on') return `${sayDate(due.date)} (${[BASES[due.basis], ...printed].join(', ')})`;
  const review = due.reviewBy === undefined ? [] : [`to be looked at by ${sayDate(due.reviewBy)}`];
  const notes = [...printed, ...review].join(', ');
  return `no date${notes === '' ? '' : ` (${notes})`}`;
}

const BASES = { printed: 'as printed', statutory: 'statutory', agreedLocally: 'agreed locally' } as const;

/**
 * Both values of everything that a correction changes: "the title was “A”, is “B”; the sub-part was not given, is (a)".
 * What reads the same before and after is left out.
 */
export function sayCorrection(...fields: readonly CorrectedField[]): string {
  return fields
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what} was ${was ?? 'not given'}, is ${is ?? 'not given'}`)
    .join('; ');
}

type CorrectedField = readonly [what: string, was: string | undefined, is: string | undefined];

/** What a correction changes in who decided, since when, and whether it is made up: for {@link sayCorrection}. */
export function attributionCorrected(
  was: Partial<Attribution>,
  is: Partial<Attribution>,
  names: Names,
): readonly CorrectedField[] {
  const decider = ({ decidedBy }: Partial<Attribution>) => ifGiven(decidedBy, (by) => sayAuthority(by, names));
  return [
    ['who decided', decider(was), decider(is)],
    ['the day it took effect', ...sayDatesApart(was.effectiveOn, is.effectiveOn)],
    ['the mark as an illustration', was.illustration && 'given', is.illustration && 'given'],
  ];
}

/** ", because “…”", or nothing when no reason was given. It follows directly on what it explains. */
export function sayReason(reason: string | undefined): string {
  return reason === undefined ? '' : `, because ${quote(reason)}`;
}

/** What is said of a value, when there is one: what a sentence leaves out is undefined until it is told. */
export function ifGiven<Value>(value: Value | undefined, say: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : say(value);
}

/** Somebody's exact words. */
export function quote(words: string): string {
  return `“${words}”`;
}

/** "a", "a and b", "a, b and c". Absent when the list is empty. */
export function sayList(items: readonly string[]): string | undefined {
  const last = items.at(-1);
  if (last === undefined) return undefined;
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "second"; "number 11" after the tenth. Counts from 1. */
export function sayOrdinal(count: number): string {
  return ORDINALS[count - 1] ?? `number ${String(count)}`;
}

function asSentence(words: string): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  const last = text.endsWith('”') ? text.at(-2) : text.at(-1);
  return last === '.' || last === '!' || last === '?' ? text : `${text}.`;
}
