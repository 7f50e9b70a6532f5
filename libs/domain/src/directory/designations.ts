/** A body's secretary, or its chair, is the post designated last; when that was an error, the one before it is again. */

import { type Refusal, refuse, stated } from '../decider.ts';
import type { EventId, PostId } from '../primitives.ts';
import { type Office, ofPost, postOf, type RecordedBody, standingPostOf } from './directory.state.ts';

/** What there is to retract of a designation; nothing when that was done already. */
export function designationToRetract(
  office: Office,
  post: PostId,
  body: RecordedBody,
): { readonly again?: PostId; readonly corrects: EventId } | undefined | Refusal {
  const last = body.designations[office].at(-1);
  if (last?.post !== post) {
    if (body.retracted.includes(ofPost(post, office))) return undefined;
    const known = postOf(body, post);
    if ('refused' in known) return known;
    const standing = last && body.posts[last.post]?.fields.title;
    return refuse(
      'not-designated',
      `The post ${known.fields.title} is not the body’s ${office}: ${standing === undefined ? 'none is designated' : `${standing} is`}.`,
    );
  }
  const again = body.designations[office].at(-2)?.post;
  if (again !== undefined && 'refused' in standingPostOf(body, again)) {
    return refuse(
      'post-gone',
      `The post that was the body’s ${office} before is no more. Designate another post instead.`,
    );
  }
  return stated({ again, corrects: last.recordedBy });
}
