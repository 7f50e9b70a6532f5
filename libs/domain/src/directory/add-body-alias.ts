/** Another name or spelling of a body is kept as it was found; whether it means this body may stay unresolved. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { type AliasFields, aliasToAdd } from './alias-fields.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type RecordedBody, saidOf } from './directory.state.ts';

export interface AddBodyAlias extends EveryCommand, AliasFields {
  readonly kind: 'add-body-alias';
}

export function addBodyAlias(command: AddBodyAlias, body: RecordedBody): Verdict<DirectoryEvent> {
  const added = aliasToAdd(command, body.fields.name, body.aliases);
  if (added === undefined) return [];
  if ('refused' in added) return added;
  return [{ type: 'BodyAliasAdded', data: { ...saidOf(command, body), ...added } }];
}
