/** A body can take another name from a date; the name it had stays in the history. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';

export interface RenameBody extends EveryCommand {
  readonly kind: 'rename-body';
  readonly name: string;
  /** Since when it has the name, as a date expression. */
  readonly from?: string;
}

export function renameBody(command: RenameBody, body: RecordedBody): Verdict<DirectoryEvent> {
  const refusal = dateUnclear(command.from);
  if (refusal) return refusal;
  const { name } = command;
  const from = readDateIfGiven(command.from);
  const was = body.fields.name;
  if (name === was) {
    if (from === undefined || same(from, body.fields.nameFrom)) return [];
    return refuse('name-stands', `The body is called ${was} already. If the date is wrong, correct the body.`);
  }
  return [{ type: 'BodyRenamed', data: stated({ ...saidOf(command, body), was, name, from }) }];
}
