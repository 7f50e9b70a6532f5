/** Codes as a person reads them on a page. */

import {
  CLOSURE_WORDS,
  type Due,
  KIND_WORDS,
  LAYER_WORDS,
  type Lead,
  LEVEL_WORDS,
  type Names,
  type PositionCode,
  sayDate,
  sayPositionCode,
} from '#domain';
import { type RecommendationStatus, STATUS_WORDS } from '#read-model';

export const STATUSES = capitals(STATUS_WORDS);

/** The colours of GOV.UK's tags. What a colour says, the words say too. */
export const STATUS_COLOURS: Readonly<Record<RecommendationStatus, string>> = {
  noPositionRecorded: 'red',
  positionRecorded: 'yellow',
  inDelivery: 'teal',
  closed: 'green',
  raisedInError: 'grey',
};

export const KINDS = capitals(KIND_WORDS);
export const LAYERS_SAID = capitals(LAYER_WORDS);
export const LEVELS_SAID = capitals(LEVEL_WORDS);
export const CLOSURES_SAID = capitals(CLOSURE_WORDS);

export function positionSaid(code: PositionCode | undefined): string {
  return capital(sayPositionCode(code));
}

/** The same words, each with a capital: they begin a cell or a line. */
function capitals<Code extends string>(words: Readonly<Record<Code, string>>): Readonly<Record<Code, string>> {
  const entries = Object.entries<string>(words).map(([code, said]) => [code, capital(said)]);
  return Object.fromEntries(entries) as Record<Code, string>;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function sayLead(lead: Lead, names: Names): string {
  switch (lead.kind) {
    case 'post':
      return names('post', lead.post);
    case 'forum':
      return names('series', lead.series);
    case 'body':
      return names('body', lead.body);
    case 'notNamed':
      return 'No lead is named';
  }
}

const BASES = { printed: 'as printed', statutory: 'statutory', agreedLocally: 'agreed locally' } as const;

/** "30 April 2026 (agreed locally)", "No date was given (“in due course”)". */
export function sayDue(due: Due): string {
  const printed = due.asPrinted === undefined ? [] : [`“${due.asPrinted}”`];
  if (due.kind === 'on') return `${sayDate(due.date)} (${[BASES[due.basis], ...printed].join(', ')})`;
  const review = due.reviewBy === undefined ? [] : [`to be looked at by ${sayDate(due.reviewBy)}`];
  const notes = [...printed, ...review].join(', ');
  return `No date was given${notes === '' ? '' : ` (${notes})`}`;
}

/** "1 action", "2 actions"; no number is ever written as a word, so that figures can be looked for. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}

/** "recommendation", "area for improvement": in the middle of a sentence. */
export function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
