/** Another name that does not mean the post after all is retracted with the reason: nothing is found by it any more. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import { aliasToRetract } from './alias-fields.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { ofPost, postOf, type RecordedBody, saidOf } from './directory.state.ts';

export interface RetractPostAlias extends EveryCommand {
  readonly kind: 'retract-post-alias';
  readonly post: PostId;
  readonly alias: string;
  readonly reason: string;
}

export function retractPostAlias(command: RetractPostAlias, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, alias, reason } = command;
  const known = postOf(body, post);
  if ('refused' in known) return known;
  const isRetracted = body.retracted.includes(ofPost(post, alias));
  const found = aliasToRetract(alias, known.fields.title, known.aliases, isRetracted);
  if (found === undefined) return [];
  if ('refused' in found) return found;
  return [{ type: 'PostAliasRetracted', data: { ...saidOf(command, body), post, ...found, reason } }];
}
