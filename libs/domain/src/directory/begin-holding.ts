/** Somebody holds a post from a day on, as far as that is known; two hold it at one time only when it is held jointly. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { withoutAttribution } from '../corrections.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PersonId, PostId } from '../primitives.ts';
import type { DirectoryEvent, HoldingFields, HoldingId } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';
import { holdingImpossible } from './holdings.ts';

export interface BeginHolding extends EveryCommand {
  readonly kind: 'begin-holding';
  readonly holding: HoldingId;
  readonly post: PostId;
  readonly person: PersonId;
  /** The first day, as a date expression. */
  readonly from?: string;
  /** The last day, as a date expression, of a holding that is over when it is recorded. */
  readonly until?: string;
  /** Others hold the post at the same time. */
  readonly jointly?: boolean;
}

export function beginHolding(command: BeginHolding, body: RecordedBody): Verdict<DirectoryEvent> {
  const unclear = dateUnclear(command.from) ?? dateUnclear(command.until);
  if (unclear) return unclear;
  const { holding, post, person, jointly } = command;
  const fields: HoldingFields = stated({
    post,
    person,
    from: readDateIfGiven(command.from),
    until: readDateIfGiven(command.until),
    jointly: jointly === true ? (true as const) : undefined,
  });
  const standing = body.holdings[holding];
  if (standing) {
    if (same(withoutAttribution<HoldingFields>(standing.fields), fields)) return [];
    return refuse(
      'holding-already-begun',
      'This holding has been recorded with other content: end it, or correct what is wrong.',
    );
  }
  const refusal = holdingImpossible(body, holding, fields);
  if (refusal) return refusal;
  return [
    {
      type: 'HoldingBegun',
      data: { ...saidOf(command, body), holding, number: (body.holdingsNumbered[post] ?? 0) + 1, ...fields },
    },
  ];
}
