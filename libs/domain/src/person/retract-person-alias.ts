/** A spelling that does not mean the person after all is retracted with the reason, wherever it was found or at one place. */

import { refuse, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { PersonEvent } from './person.events.ts';
import type { RegisteredPerson } from './person.state.ts';

export interface RetractPersonAlias extends EveryCommand {
  readonly kind: 'retract-person-alias';
  readonly alias: string;
  /** The place where it is not written so; every place when left out. */
  readonly where?: string;
  readonly reason: string;
}

export function retractPersonAlias(command: RetractPersonAlias, person: RegisteredPerson): Verdict<PersonEvent> {
  const { alias, where, reason } = command;
  const found = person.aliases.filter(
    (known) => known.alias === alias && (where === undefined || known.where === where),
  );
  if (found.length === 0 && !person.retracted.includes(alias))
    return refuse('alias-unknown', `“${alias}” is not recorded as another name of this person.`);
  return found.map(({ where: place, recordedBy: corrects }) => ({
    type: 'PersonAliasRetracted',
    data: stated({ ...said(command, command.by.body), person: person.id, alias, where: place, corrects, reason }),
  }));
}
