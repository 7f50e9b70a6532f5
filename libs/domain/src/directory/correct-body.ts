/** A body recorded wrongly is corrected by saying what was wrong and why. Its code stays: its identity rests on it. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { correctionsOf } from '../corrections.ts';
import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { bothOverseers, type OverseerFields } from './change-overseer.ts';
import type { BodyFields, BodyKind, DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';
import { overseesItself } from './record-body.ts';

/** What is left out stands as it was recorded. */
export interface CorrectBody extends EveryCommand, OverseerFields {
  readonly kind: 'correct-body';
  readonly name?: string;
  readonly nameFrom?: string;
  readonly bodyKind?: BodyKind;
  readonly overseenFrom?: string;
  readonly from?: string;
  readonly correctionReason: string;
}

export function correctBody(command: CorrectBody, body: RecordedBody): Verdict<DirectoryEvent> {
  const refusal =
    bothOverseers(command) ??
    overseesItself(body.id, command.overseenBy) ??
    dateUnclear(command.nameFrom) ??
    dateUnclear(command.overseenFrom) ??
    dateUnclear(command.from);
  if (refusal) return refusal;
  const { name, bodyKind, overseenBy, overseenByNobody, correctionReason: reason } = command;
  const is: BodyFields = {
    ...body.fields,
    ...(overseenByNobody === true ? { overseenBy: undefined } : {}),
    ...stated({
      name,
      bodyKind,
      overseenBy,
      nameFrom: readDateIfGiven(command.nameFrom),
      overseenFrom: readDateIfGiven(command.overseenFrom),
      from: readDateIfGiven(command.from),
    }),
  } as BodyFields;
  return correctionsOf<BodyFields>(body, is).map((correction) => ({
    type: 'BodyCorrected',
    data: { ...saidOf(command, body), ...correction, reason },
  }));
}
