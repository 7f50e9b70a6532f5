/** A body has one chair: the post designated last, which must not have been abolished. */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { chairOf, type RecordedBody, saidOf, standingPostOf } from './directory.state.ts';

export interface DesignateChair extends EveryCommand {
  readonly kind: 'designate-chair';
  readonly post: PostId;
}

export function designateChair(command: DesignateChair, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post } = command;
  const standing = standingPostOf(body, post);
  if ('refused' in standing) return standing;
  const was = chairOf(body);
  if (was === post) return [];
  return [{ type: 'ChairDesignated', data: stated({ ...saidOf(command, body), post, was }) }];
}
