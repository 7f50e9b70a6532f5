/** A date that can't be read is refused, and the sentence says what can. "unknown" is a form, a guess is not. */

import { type Refusal, refuse } from '../decider.ts';
import { objectionToDate } from './precise-date.ts';

/** The refusal, when a date expression is given and can't be read. */
export function dateUnclear(expression: string | undefined): Refusal | undefined {
  const objection = expression === undefined ? undefined : objectionToDate(expression);
  return objection === undefined ? undefined : refuse('date-unclear', objection);
}
