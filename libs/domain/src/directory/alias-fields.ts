/** Another name or spelling is kept as it was found; whether it means this thing may stay unresolved until it is settled. */

import { type Refusal, refuse, stated } from '../decider.ts';
import type { EventId } from '../primitives.ts';
import type { KnownAlias } from './directory.state.ts';

export interface AliasFields {
  readonly alias: string;
  /** Whether the name means this has not been settled. Adding it again without this settles it. */
  readonly unresolved?: boolean;
}

/** What there is to record of an alias; nothing when it is known already. */
export function aliasToAdd(
  fields: AliasFields,
  name: string,
  aliases: readonly KnownAlias[],
): { readonly alias: string; readonly unresolved?: true } | undefined | Refusal {
  const { alias } = fields;
  const isResolved = fields.unresolved !== true;
  const known = aliases.find((other) => other.alias === alias);
  if (alias === name || known?.isResolved === isResolved) return undefined;
  if (known?.isResolved === true)
    return refuse('alias-resolved', `“${alias}” is known to mean ${name}: it can’t be called unresolved any more.`);
  return stated({ alias, unresolved: isResolved ? undefined : (true as const) });
}

/** What there is to retract of an alias; nothing when that was done already. */
export function aliasToRetract(
  alias: string,
  name: string,
  aliases: readonly KnownAlias[],
  isRetracted: boolean,
): { readonly alias: string; readonly unresolved?: true; readonly corrects: EventId } | undefined | Refusal {
  const known = aliases.find((other) => other.alias === alias);
  if (known !== undefined)
    return stated({ alias, unresolved: known.isResolved ? undefined : (true as const), corrects: known.recordedBy });
  if (isRetracted) return undefined;
  return refuse('alias-unknown', `“${alias}” is not recorded as another name of ${name}.`);
}
