/** Who oversees a body can change from a date, also to nobody; who did before stays in the history. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { BodyId, EveryCommand } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';
import { overseesItself } from './record-body.ts';

export interface ChangeOverseer extends EveryCommand {
  readonly kind: 'change-overseer';
  readonly overseenBy?: BodyId;
  /** Nobody oversees it. */
  readonly overseenByNobody?: boolean;
  /** Since when, as a date expression. */
  readonly from?: string;
}

export function changeOverseer(command: ChangeOverseer, body: RecordedBody): Verdict<DirectoryEvent> {
  const { overseenBy, overseenByNobody } = command;
  if ((overseenBy === undefined) !== (overseenByNobody === true)) {
    return refuse('overseer-unclear', 'Name the body that oversees it, or say that nobody does: one of the two.');
  }
  const refusal = overseesItself(body.id, overseenBy) ?? dateUnclear(command.from);
  if (refusal) return refusal;
  const was = body.fields.overseenBy;
  const from = readDateIfGiven(command.from);
  if (overseenBy === was) {
    if (from === undefined || same(from, body.fields.overseenFrom)) return [];
    return refuse('overseer-stands', 'The body has this overseer already. If the date is wrong, correct the body.');
  }
  const concerned = [was, overseenBy].filter((other) => other !== undefined);
  return [{ type: 'OverseerChanged', data: stated({ ...saidOf(command, body, ...concerned), was, overseenBy, from }) }];
}
