/** A post designated as the chair in error is so no longer: the one designated before it is again, where there was one. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand, PostId } from '../primitives.ts';
import { designationToRetract } from './designations.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';

export interface RetractChairDesignation extends EveryCommand {
  readonly kind: 'retract-chair-designation';
  readonly post: PostId;
  readonly reason: string;
}

export function retractChairDesignation(command: RetractChairDesignation, body: RecordedBody): Verdict<DirectoryEvent> {
  const { post, reason } = command;
  const found = designationToRetract('chair', post, body);
  if (found === undefined) return [];
  if ('refused' in found) return found;
  return [{ type: 'ChairDesignationRetracted', data: { ...saidOf(command, body), post, ...found, reason } }];
}
