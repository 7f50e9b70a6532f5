/** A holding recorded wrongly is corrected by saying what was wrong and why; what it becomes must be possible. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { amendedItem, type Correcting, correctionsOf } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import type { PersonId } from '../primitives.ts';
import type { Attributed, DirectoryEvent, HoldingFields, HoldingId } from './directory.events.ts';
import { correctingOf, holdingOf, type RecordedBody } from './directory.state.ts';
import { holdingImpossible } from './holdings.ts';

/** What is left out stays as it was recorded. */
export interface CorrectHolding extends Correcting<'from' | 'until' | 'jointly'> {
  readonly kind: 'correct-holding';
  readonly holding: HoldingId;
  readonly person?: PersonId;
  readonly from?: string;
  /** The last day of a holding that has ended. Cleared, it goes on. */
  readonly until?: string;
  /** Whether others hold the post at the same time. */
  readonly jointly?: boolean;
}

export function correctHolding(command: CorrectHolding, body: RecordedBody): Verdict<DirectoryEvent> {
  const { holding, jointly, correctionReason: reason } = command;
  const known = holdingOf(body, holding);
  if ('refused' in known) return known;
  const unclear = dateUnclear(command.from) ?? dateUnclear(command.until);
  if (unclear) return unclear;
  if (command.until !== undefined && known.fields.until === undefined)
    return refuse('holding-not-ended', 'The holding has not ended: end it instead.');
  const is = amendedItem<HoldingFields>(command, known.fields, {
    person: command.person,
    from: readDateIfGiven(command.from),
    until: readDateIfGiven(command.until),
    jointly,
  });
  if ('refused' in is) return is;
  const refusal = holdingImpossible(body, holding, is);
  if (refusal) return refusal;
  const { post, person } = known.fields;
  return correctionsOf<Attributed<HoldingFields>>(known, is).map((correction) => ({
    type: 'HoldingCorrected',
    data: { ...correctingOf(command, body), holding, post, person, ...correction, reason },
  }));
}
