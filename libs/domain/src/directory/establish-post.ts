/** A post is established once, under a code of its own in its body. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { withoutAttribution } from '../corrections.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import { codeUnclear } from './code-form.ts';
import type { DirectoryEvent, PostFields } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';

export interface EstablishPost extends EveryCommand {
  readonly kind: 'establish-post';
  readonly post: PostId;
  readonly postCode: string;
  readonly title: string;
  /** Since when it exists, as a date expression. */
  readonly from?: string;
}

export function establishPost(command: EstablishPost, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, postCode, title } = command;
  const refusal = codeUnclear(postCode) ?? dateUnclear(command.from);
  if (refusal) return refusal;
  const fields: PostFields = stated({ postCode, title, from: readDateIfGiven(command.from) });
  const [standing] = Object.entries(body.posts).filter(
    ([id, other]) => id === post || other.fields.postCode === postCode,
  );
  if (standing) {
    const [id, known] = standing;
    if (id === post && same(withoutAttribution<PostFields>(known.fields), fields)) return [];
    return refuse(
      'post-already-established',
      `${body.fields.name} has a post ${known.fields.postCode} already, ${known.fields.title}. Rename it, correct it, or take another code.`,
      [{ kind: 'post', id, label: known.fields.title }],
    );
  }
  return [{ type: 'PostEstablished', data: { ...saidOf(command, body), post, ...fields } }];
}
