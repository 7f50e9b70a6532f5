/** What a report says, one piece at a time. */

/** Every kind a report can hold. For the legal duty of s.55(5B) only `recommendation` counts. */
export const FINDING_KINDS = [
  'recommendation',
  'areaForImprovement',
  'causeOfConcern',
  'theme',
  'otherIssue',
  'strength',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A separately answerable piece of a finding. The letters are ours, the text is the report's. */
export interface SubPart {
  readonly letter: string;
  readonly text: string;
}
