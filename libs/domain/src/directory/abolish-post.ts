/** A post can be abolished when nobody holds it any more and the body does not need it as its secretary or chair. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { postDesignated, postOf, type RecordedBody, saidOf } from './directory.state.ts';
import { heldAfter } from './holdings.ts';

export interface AbolishPost extends EveryCommand {
  readonly kind: 'abolish-post';
  readonly post: PostId;
  /** Its last day, as a date expression. */
  readonly until: string;
  readonly reason?: string;
}

export function abolishPost(command: AbolishPost, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, reason } = command;
  const known = postOf(body, post);
  if ('refused' in known) return known;
  const refusal = dateUnclear(command.until);
  if (refusal) return refusal;
  const until = readDate(command.until);
  const { title } = known.fields;
  if (known.fields.until !== undefined) {
    if (same(known.fields.until, until)) return [];
    return refuse(
      'post-already-abolished',
      `The post ${title} has been abolished already. If the date is wrong, correct the post.`,
    );
  }
  const needed = postDesignated(body, post);
  if (needed) return needed;
  const held = heldAfter(body, post, title, until);
  if (held) return held;
  return [{ type: 'PostAbolished', data: stated({ ...saidOf(command, body), post, until, reason }) }];
}
