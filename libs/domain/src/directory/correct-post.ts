/** A post recorded wrongly is corrected by saying what was wrong and why. Its code stays: its identity rests on it. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { amendedItem, type Correcting, correctionsOf } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import type { PostId } from '../primitives.ts';
import type { Attributed, DirectoryEvent, PostFields } from './directory.events.ts';
import { correctingOf, postOf, type RecordedBody } from './directory.state.ts';
import { heldAfter } from './holdings.ts';

/** What is left out stays as it was recorded. */
export interface CorrectPost extends Correcting<'titleFrom' | 'from' | 'until'> {
  readonly kind: 'correct-post';
  readonly post: PostId;
  readonly title?: string;
  readonly titleFrom?: string;
  readonly from?: string;
  /** The last day of a post that has been abolished. Cleared, it never was. */
  readonly until?: string;
}

export function correctPost(command: CorrectPost, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, title, correctionReason: reason } = command;
  const known = postOf(body, post);
  if ('refused' in known) return known;
  const unclear = dateUnclear(command.titleFrom) ?? dateUnclear(command.from) ?? dateUnclear(command.until);
  if (unclear) return unclear;
  if (command.until !== undefined && known.fields.until === undefined)
    return refuse('not-abolished', `The post ${known.fields.title} has not been abolished: abolish it instead.`);
  const until = readDateIfGiven(command.until);
  const is = amendedItem<PostFields>(command, known.fields, {
    title,
    titleFrom: readDateIfGiven(command.titleFrom),
    from: readDateIfGiven(command.from),
    until,
  });
  if ('refused' in is) return is;
  const held = until === undefined ? undefined : heldAfter(body, post, known.fields.title, until);
  if (held) return held;
  return correctionsOf<Attributed<PostFields>>(known, is).map((correction) => ({
    type: 'PostCorrected',
    data: { ...correctingOf(command, body), post, ...correction, reason },
  }));
}
