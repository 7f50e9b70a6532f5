/** Codes as a person says them, where the command line prints tables. */

import {
  CLOSURE_WORDS,
  type FindingKind,
  KIND_WORDS,
  LAYER_WORDS,
  type Lead,
  LEVEL_WORDS,
  type Names,
  sayDate,
  sayPositionCode,
} from '#domain';
import { type RecommendationStatus, type RegisterItem, STATUS_WORDS } from '#read-model';

export const sayKind = (kind: FindingKind): string => KIND_WORDS[kind];

export const sayStatusAlone = (status: RecommendationStatus): string => STATUS_WORDS[status];

export function sayStatus({ status, closure }: RegisterItem): string {
  return closure === undefined
    ? sayStatusAlone(status)
    : `closed (${LEVEL_WORDS[closure.level]}, ${CLOSURE_WORDS[closure.code]})`;
}

/** "chief officer: accepted", one a line; "no position recorded" where nobody has said anything. */
export function sayPositions({ positions }: RegisterItem): string {
  return positions.length === 0 ? 'no position recorded' : positions.map(sayPosition).join('\n');
}

export function sayPosition({ layer, subPart, code }: RegisterItem['positions'][number]): string {
  return `${LAYER_WORDS[layer]}${subPart === undefined ? '' : ` on (${subPart})`}: ${sayPositionCode(code)}`;
}

export function sayNextDue({ nextDue, deadline, nextReview, status }: RegisterItem): string {
  if (status === 'closed' || status === 'raisedInError') return '';
  if (nextDue !== undefined) return `${sayDate(nextDue.date)} (${nextDue.of})`;
  if (nextReview !== undefined) return `${sayDate(nextReview)} (review)`;
  return deadline === undefined ? 'no date' : `no day: “${deadline.asPrinted}”`;
}

export function sayLead(lead: Lead, name: Names): string {
  switch (lead.kind) {
    case 'post':
      return name('post', lead.post);
    case 'forum':
      return name('series', lead.series);
    case 'body':
      return name('body', lead.body);
    case 'notNamed':
      return 'not named';
  }
}

/** "(b) has no action" */
export function sayGaps(letters: readonly string[]): string {
  return letters.map((letter) => `(${letter}) has no action`).join('\n');
}

/** `noLongerApplicable` as "no longer applicable". */
export function spaced(code: string): string {
  return code.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

/** The mark behind what is made up. */
export function mark({ illustration }: { readonly illustration?: boolean }): string {
  return illustration === true ? ' *' : '';
}
