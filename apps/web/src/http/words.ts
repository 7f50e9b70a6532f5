/** Codes as a person reads them on a page. */

import {
  type ClosureCode,
  type ClosureLevel,
  type Due,
  type FindingKind,
  type Layer,
  type Lead,
  type Names,
  type PositionCode,
  sayDate,
} from '#domain';
import type { RecommendationStatus } from '#read-model';

export const STATUSES: Readonly<Record<RecommendationStatus, string>> = {
  noPositionRecorded: 'No position recorded',
  positionRecorded: 'Position recorded',
  inDelivery: 'In delivery',
  closed: 'Closed',
  raisedInError: 'Raised in error',
};

/** The colours of GOV.UK's tags. What a colour says, the words say too. */
export const STATUS_COLOURS: Readonly<Record<RecommendationStatus, string>> = {
  noPositionRecorded: 'red',
  positionRecorded: 'yellow',
  inDelivery: 'teal',
  closed: 'green',
  raisedInError: 'grey',
};

export const KINDS: Readonly<Record<FindingKind, string>> = {
  recommendation: 'Recommendation',
  areaForImprovement: 'Area for improvement',
  causeOfConcern: 'Cause of concern',
  theme: 'Theme',
  otherIssue: 'Other issue',
  strength: 'Strength',
};

export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  chiefOfficer: 'Chief officer',
  localPolicingBody: 'Local policing body',
  force: 'Force, in assurance to the body',
  subject: 'The subject itself',
};

export const POSITION_WORDS: Readonly<Record<PositionCode, string>> = {
  accepted: 'Accepted',
  agreed: 'Agreed',
  agreedWithCondition: 'Agreed with a condition',
  welcomed: 'Welcomed',
  concurred: 'Concurred',
  partiallySupported: 'Supported in part',
  notApplicable: 'Not applicable',
  rejectedWithReason: 'Rejected with a reason',
};

export const LEVEL_WORDS: Readonly<Record<ClosureLevel, string>> = {
  reported: 'Reported',
  assured: 'Assured',
  verified: 'Verified',
};

export const CLOSURE_WORDS: Readonly<Record<ClosureCode, string>> = {
  implemented: 'Implemented',
  superseded: 'Superseded',
  outsideControl: 'Outside our control',
  noLongerApplicable: 'No longer applicable',
  riskAccepted: 'Risk accepted',
};

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

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant (ISO 8601, UTC) as clocks in London show it: "5 February 2026 at 10:03". */
export function sayInstant(instant: string): string {
  return LONDON.format(new Date(instant));
}

/** "1 action", "2 actions"; no number is ever written as a word, so that figures can be looked for. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}

/** "recommendation", "area for improvement": in the middle of a sentence. */
export function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
