/** A post that never was is retracted with the reason, unless it is held, needed, or used in the record. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { postDesignated, postOf, type RecordedBody, saidOf } from './directory.state.ts';
import { holdersOf, holdingsOf } from './holdings.ts';
import { inUse, type PerhapsUsed } from './in-use.ts';

export interface RetractPost extends EveryCommand, PerhapsUsed {
  readonly kind: 'retract-post';
  readonly post: PostId;
  readonly reason: string;
}

export function retractPost(command: RetractPost, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, reason } = command;
  const known = postOf(body, post);
  if ('refused' in known) return body.retracted.includes(post) ? [] : known;
  const { fields: was, recordedBy: corrects } = known;
  const needed = postDesignated(body, post);
  if (needed) return needed;
  const held = holdingsOf(body, post);
  if (held.length > 0) {
    return refuse(
      'post-held',
      `The post ${was.title} is recorded as held: retract the holding first, or leave the entry.`,
      holdersOf(body, held),
    );
  }
  const used = inUse(`The post ${was.title}`, command);
  if (used) return used;
  return [{ type: 'PostRetracted', data: { ...saidOf(command, body), post, corrects, was, reason } }];
}
