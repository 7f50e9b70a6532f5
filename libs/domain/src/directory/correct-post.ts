/** A post recorded wrongly is corrected by saying what was wrong and why. Its code stays: its identity rests on it. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { correctionsOf } from '../corrections.ts';
import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import type { DirectoryEvent, PostFields } from './directory.events.ts';
import { postOf, type RecordedBody, saidOf } from './directory.state.ts';
import { heldAfter } from './holdings.ts';

/** What is left out stands as it was recorded. */
export interface CorrectPost extends EveryCommand {
  readonly kind: 'correct-post';
  readonly post: PostId;
  readonly title?: string;
  readonly titleFrom?: string;
  readonly from?: string;
  /** The last day of a post that has been abolished. */
  readonly until?: string;
  /** It was recorded as abolished and never was. */
  readonly notAbolished?: boolean;
  readonly correctionReason: string;
}

export function correctPost(command: CorrectPost, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, title, notAbolished, correctionReason: reason } = command;
  const known = postOf(body, post);
  if ('refused' in known) return known;
  const unclear = dateUnclear(command.titleFrom) ?? dateUnclear(command.from) ?? dateUnclear(command.until);
  if (unclear) return unclear;
  if (command.until !== undefined) {
    if (notAbolished === true)
      return refuse('until-unclear', 'Give the post’s last day, or say that it was not abolished, not both.');
    if (known.fields.until === undefined)
      return refuse('not-abolished', `The post ${known.fields.title} has not been abolished: abolish it instead.`);
  }
  const until = readDateIfGiven(command.until);
  const is = {
    ...known.fields,
    ...(notAbolished === true ? { until: undefined } : {}),
    ...stated({
      title,
      titleFrom: readDateIfGiven(command.titleFrom),
      from: readDateIfGiven(command.from),
      until,
    }),
  } as PostFields;
  const held = until === undefined ? undefined : heldAfter(body, post, known.fields.title, until);
  if (held) return held;
  return correctionsOf<PostFields>(known, is).map((correction) => ({
    type: 'PostCorrected',
    data: { ...saidOf(command, body), post, ...correction, reason },
  }));
}
