/** A body recorded wrongly is corrected by saying what was wrong and why. Its code stays: its identity rests on it. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { amendedItem, type Correcting, correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import type { BodyId } from '../primitives.ts';
import type { Attributed, BodyFields, BodyKind, DirectoryEvent } from './directory.events.ts';
import { correctingOf, type RecordedBody } from './directory.state.ts';
import { overseesItself } from './record-body.ts';
import { succeedsItself } from './record-succession.ts';

/** What is left out stays as it was recorded. */
export interface CorrectBody extends Correcting<
  'nameFrom' | 'overseenBy' | 'overseenFrom' | 'from' | 'succeededBy' | 'succeededFrom'
> {
  readonly kind: 'correct-body';
  readonly name?: string;
  readonly nameFrom?: string;
  readonly bodyKind?: BodyKind;
  readonly overseenBy?: BodyId;
  readonly overseenFrom?: string;
  readonly from?: string;
  readonly succeededBy?: BodyId;
  readonly succeededFrom?: string;
}

export function correctBody(command: CorrectBody, body: RecordedBody): Verdict<DirectoryEvent> {
  const refusal =
    overseesItself(body.id, command.overseenBy) ??
    dateUnclear(command.nameFrom) ??
    dateUnclear(command.overseenFrom) ??
    dateUnclear(command.from) ??
    succeedsItself(body.id, command.succeededBy) ??
    dateUnclear(command.succeededFrom);
  if (refusal) return refusal;
  const { name, bodyKind, overseenBy, succeededBy, correctionReason: reason } = command;
  const is = amendedItem<BodyFields>(command, body.fields, {
    name,
    bodyKind,
    overseenBy,
    nameFrom: readDateIfGiven(command.nameFrom),
    overseenFrom: readDateIfGiven(command.overseenFrom),
    from: readDateIfGiven(command.from),
    succeededBy,
    succeededFrom: readDateIfGiven(command.succeededFrom),
  });
  if ('refused' in is) return is;
  // Without a successor there is nothing to date.
  const { succeededFrom: _since, ...unsucceeded } = is;
  const fields = command.clear?.includes('succeededBy') ? unsucceeded : is;
  return correctionsOf<Attributed<BodyFields>>(body, fields).map((correction) => ({
    type: 'BodyCorrected',
    data: { ...correctingOf(command, body), ...correction, reason },
  }));
}
