/** A post can take another title from a date; the title it had stays in the history. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf, standingPostOf } from './directory.state.ts';

export interface RenamePost extends EveryCommand {
  readonly kind: 'rename-post';
  readonly post: PostId;
  readonly title: string;
  /** Since when it has the title, as a date expression. */
  readonly from?: string;
}

export function renamePost(command: RenamePost, body: RecordedBody): Verdict<DirectoryEvent> {
  const standing = standingPostOf(body, command.post);
  if ('refused' in standing) return standing;
  const refusal = dateUnclear(command.from);
  if (refusal) return refusal;
  const { post, title } = command;
  const from = readDateIfGiven(command.from);
  const was = standing.fields.title;
  if (title === was) {
    if (from === undefined || same(from, standing.fields.titleFrom)) return [];
    return refuse('title-stands', `The post is called ${was} already. If the date is wrong, correct the post.`);
  }
  return [{ type: 'PostRenamed', data: stated({ ...saidOf(command, body), post, was, title, from }) }];
}
