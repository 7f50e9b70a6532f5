/** Another name or spelling of a post is kept as it was found; whether it means this post may stay unresolved. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import { type AliasFields, aliasToAdd } from './alias-fields.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { postOf, type RecordedBody, saidOf } from './directory.state.ts';

export interface AddPostAlias extends EveryCommand, AliasFields {
  readonly kind: 'add-post-alias';
  readonly post: PostId;
}

export function addPostAlias(command: AddPostAlias, body: RecordedBody): Verdict<DirectoryEvent> {
  const post = postOf(body, command.post);
  if ('refused' in post) return post;
  const added = aliasToAdd(command, post.fields.title, post.aliases);
  if (added === undefined) return [];
  if ('refused' in added) return added;
  return [{ type: 'PostAliasAdded', data: { ...saidOf(command, body), post: command.post, ...added } }];
}
