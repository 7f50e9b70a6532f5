/**
 * Codes as a person says them in the middle of a sentence or in a table; a page begins them with a capital. Narratives
 * have forms of their own where their grammar asks for one.
 */

import type { ClosureCode, ClosureLayer, ClosureLevel, PositionCode } from './recommendation/recommendation.events.ts';
import type { FindingKind } from './report/finding.ts';

export const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  recommendation: 'recommendation',
  areaForImprovement: 'area for improvement',
  causeOfConcern: 'cause of concern',
  theme: 'theme',
  otherIssue: 'other issue',
  strength: 'strength',
};

export const LAYER_WORDS: Readonly<Record<ClosureLayer, string>> = {
  chiefOfficer: 'chief officer',
  localPolicingBody: 'local policing body',
  force: 'force, in assurance to the body',
  subject: 'the subject itself',
  inspectorate: 'inspectorate',
};

const POSITION_WORDS: Readonly<Record<PositionCode, string>> = {
  accepted: 'accepted',
  agreed: 'agreed',
  agreedWithCondition: 'agreed with a condition',
  welcomed: 'welcomed',
  concurred: 'concurred',
  partiallySupported: 'supported in part',
  notApplicable: 'not applicable',
  rejectedWithReason: 'rejected with a reason',
};

/** What is said in a position: "accepted", or that it is told in words which carry none of the codes. */
export function sayPositionCode(code: PositionCode | undefined): string {
  return code === undefined ? 'told in quoted words' : POSITION_WORDS[code];
}

export const LEVEL_WORDS: Readonly<Record<ClosureLevel, string>> = {
  reported: 'reported',
  assured: 'assured',
  verified: 'verified',
};

export const CLOSURE_WORDS: Readonly<Record<ClosureCode, string>> = {
  implemented: 'implemented',
  superseded: 'superseded',
  outsideControl: 'outside our control',
  noLongerApplicable: 'no longer applicable',
  riskAccepted: 'risk accepted',
};
