/** A body's functions can pass to another body from a date; what it did under its own name stays. (P31.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import type { BodyId, EveryCommand } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';

export interface RecordSuccession extends EveryCommand {
  readonly kind: 'record-succession';
  readonly successor: BodyId;
  /** Since when the successor has the functions, as a date expression. */
  readonly from?: string;
}

export function recordSuccession(command: RecordSuccession, body: RecordedBody): Verdict<DirectoryEvent> {
  const { successor } = command;
  const refusal = succeedsItself(body.id, successor) ?? dateUnclear(command.from);
  if (refusal) return refusal;
  const from = readDateIfGiven(command.from);
  const { name, succeededBy, succeededFrom } = body.fields;
  if (succeededBy !== undefined) {
    if (succeededBy === successor && (from === undefined || same(from, succeededFrom))) return [];
    return refuse('already-succeeded', `${name} has been succeeded already. If that is wrong, correct the body.`);
  }
  return [{ type: 'BodySucceeded', data: stated({ ...saidOf(command, body, successor), successor, from }) }];
}

export function succeedsItself(bodyId: BodyId, successor: BodyId | undefined): Refusal | undefined {
  return successor === bodyId
    ? refuse('succeeds-itself', 'A body can’t succeed itself: a new name is recorded by renaming it.')
    : undefined;
}
