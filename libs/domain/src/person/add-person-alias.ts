/** A name misread or written otherwise ("Kivinde Vigirs") is an alias of the person, never a new person. (T2.) */

import { stated, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { PersonEvent } from './person.events.ts';
import type { RegisteredPerson } from './person.state.ts';

export interface AddPersonAlias extends EveryCommand {
  readonly kind: 'add-person-alias';
  readonly alias: string;
  /** Where the name is written so, such as "signature of the letter of 26 June 2025". */
  readonly where?: string;
}

export function addPersonAlias(command: AddPersonAlias, person: RegisteredPerson): Verdict<PersonEvent> {
  const { alias, where } = command;
  const found = person.aliases.filter((known) => known.alias === alias);
  // Another place where it is written so is worth keeping; that it is written so somewhere is known by then.
  if (where === undefined ? found.length > 0 : found.some((known) => known.where === where)) return [];
  if (where === undefined && alias === person.fields.name) return [];
  return [
    { type: 'PersonAliasAdded', data: stated({ ...said(command, command.by.body), person: person.id, alias, where }) },
  ];
}
