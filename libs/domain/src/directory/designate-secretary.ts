/** A body has one secretary: the post designated last, which must not have been abolished. */

import { stated, type Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf, secretaryOf, standingPostOf } from './directory.state.ts';

export interface DesignateSecretary extends EveryCommand {
  readonly kind: 'designate-secretary';
  readonly post: PostId;
}

export function designateSecretary(command: DesignateSecretary, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post } = command;
  const standing = standingPostOf(body, post);
  if ('refused' in standing) return standing;
  const was = secretaryOf(body);
  if (was === post) return [];
  return [{ type: 'SecretaryDesignated', data: stated({ ...saidOf(command, body), post, was }) }];
}
