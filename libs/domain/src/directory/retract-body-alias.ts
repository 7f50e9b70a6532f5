/** Another name that does not mean the body after all is retracted with the reason: nothing is found by it any more. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { aliasToRetract } from './alias-fields.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';

export interface RetractBodyAlias extends EveryCommand {
  readonly kind: 'retract-body-alias';
  readonly alias: string;
  readonly reason: string;
}

export function retractBodyAlias(command: RetractBodyAlias, body: RecordedBody): Verdict<DirectoryEvent> {
  const { alias, reason } = command;
  const found = aliasToRetract(alias, body.fields.name, body.aliases, body.retracted.includes(alias));
  if (found === undefined) return [];
  if ('refused' in found) return found;
  return [{ type: 'BodyAliasRetracted', data: { ...saidOf(command, body), ...found, reason } }];
}
