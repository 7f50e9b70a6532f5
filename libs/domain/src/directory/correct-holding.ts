/** A holding recorded wrongly is corrected by saying what was wrong and why; what it becomes must be possible. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { correctionsOf } from '../corrections.ts';
import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PersonId } from '../primitives.ts';
import type { DirectoryEvent, HoldingFields, HoldingId } from './directory.events.ts';
import { holdingOf, type RecordedBody, saidOf } from './directory.state.ts';
import { holdingImpossible } from './holdings.ts';

/** What is left out stands as it was recorded. */
export interface CorrectHolding extends EveryCommand {
  readonly kind: 'correct-holding';
  readonly holding: HoldingId;
  readonly person?: PersonId;
  readonly from?: string;
  /** The last day of a holding that has ended. */
  readonly until?: string;
  /** It was recorded as ended and goes on. */
  readonly notEnded?: boolean;
  /** Whether others hold the post at the same time. */
  readonly jointly?: boolean;
  readonly correctionReason: string;
}

export function correctHolding(command: CorrectHolding, body: RecordedBody): Verdict<DirectoryEvent> {
  const { holding, notEnded, jointly, correctionReason: reason } = command;
  const known = holdingOf(body, holding);
  if ('refused' in known) return known;
  const unclear = dateUnclear(command.from) ?? dateUnclear(command.until);
  if (unclear) return unclear;
  if (command.until !== undefined) {
    if (notEnded === true)
      return refuse('until-unclear', 'Give the holding’s last day, or say that it has not ended, not both.');
    if (known.fields.until === undefined)
      return refuse('holding-not-ended', 'The holding has not ended: end it instead.');
  }
  const is: HoldingFields = stated({
    ...known.fields,
    ...(notEnded === true ? { until: undefined } : {}),
    ...(jointly === false ? { jointly: undefined } : {}),
    ...stated({
      person: command.person,
      from: readDateIfGiven(command.from),
      until: readDateIfGiven(command.until),
      jointly: jointly === true ? (true as const) : undefined,
    }),
  } as HoldingFields);
  const refusal = holdingImpossible(body, holding, is);
  if (refusal) return refusal;
  const { post, person } = known.fields;
  return correctionsOf<HoldingFields>(known, is).map((correction) => ({
    type: 'HoldingCorrected',
    data: { ...saidOf(command, body), holding, post, person, ...correction, reason },
  }));
}
