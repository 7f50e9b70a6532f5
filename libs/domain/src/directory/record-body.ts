/** A body is recorded once, under a code of its own; it can't oversee itself. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { withoutAttribution } from '../corrections.ts';
import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, said } from '../primitives.ts';
import { codeUnclear } from './code-form.ts';
import type { BodyFields, BodyKind, DirectoryEvent } from './directory.events.ts';
import type { Directory } from './directory.state.ts';

export interface RecordBody extends EveryCommand {
  readonly kind: 'record-body';
  readonly bodyId: BodyId;
  readonly code: string;
  readonly name: string;
  readonly bodyKind: BodyKind;
  /** The local policing body that oversees it. */
  readonly overseenBy?: BodyId;
  /** Since when it exists, as a date expression. */
  readonly from?: string;
}

export function recordBody(command: RecordBody, directory: Directory): Verdict<DirectoryEvent> {
  const { bodyId, code, name, bodyKind, overseenBy } = command;
  const refusal = codeUnclear(code) ?? overseesItself(bodyId, overseenBy) ?? dateUnclear(command.from);
  if (refusal) return refusal;
  const fields: BodyFields = stated({ code, name, bodyKind, overseenBy, from: readDateIfGiven(command.from) });
  if (directory.status !== 'none') {
    if (same(withoutAttribution<BodyFields>(directory.fields), fields)) return [];
    return refuse(
      'body-already-recorded',
      `${directory.fields.name} (${directory.fields.code}) is in the directory already. Rename it, or correct what is wrong.`,
      [{ kind: 'body', id: directory.id, label: directory.fields.name }],
    );
  }
  const concerns = overseenBy === undefined ? [bodyId] : [bodyId, overseenBy];
  return [{ type: 'BodyRecorded', data: { ...said(command, command.by.body, concerns), bodyId, ...fields } }];
}

export function overseesItself(bodyId: BodyId, overseenBy: BodyId | undefined): Refusal | undefined {
  return overseenBy === bodyId
    ? refuse('oversees-itself', 'A body can’t oversee itself: name the local policing body that does, or leave it out.')
    : undefined;
}
