/** A body that never was, or was recorded twice, is retracted with the reason, unless it has posts or is used in the record. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';
import { inUse, type PerhapsUsed } from './in-use.ts';

export interface RetractBody extends EveryCommand, PerhapsUsed {
  readonly kind: 'retract-body';
  readonly reason: string;
}

export function retractBody(command: RetractBody, body: RecordedBody): Verdict<DirectoryEvent> {
  const { fields: was, recordedBy: corrects } = body;
  const posts = Object.entries(body.posts);
  if (posts.length > 0) {
    return refuse(
      'body-has-posts',
      `${was.name} has posts: retract them first, or leave the entry.`,
      posts.map(([id, { fields }]) => ({ kind: 'post', id, label: fields.title })),
    );
  }
  const used = inUse(was.name, command);
  if (used) return used;
  return [{ type: 'BodyRetracted', data: { ...saidOf(command, body), corrects, was, reason: command.reason } }];
}
