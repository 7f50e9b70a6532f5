/** A person registered twice, or in error, is retracted with the reason, unless something in the record names the entry. */

import type { Verdict } from '../decider.ts';
import { inUse, type PerhapsUsed } from '../directory/in-use.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { PersonEvent } from './person.events.ts';
import type { RegisteredPerson } from './person.state.ts';

export interface RetractPerson extends EveryCommand, PerhapsUsed {
  readonly kind: 'retract-person';
  readonly reason: string;
}

export function retractPerson(command: RetractPerson, person: RegisteredPerson): Verdict<PersonEvent> {
  const { fields: was, recordedBy: corrects, id } = person;
  const used = inUse(`This entry of ${was.name}`, command);
  if (used) return used;
  return [
    {
      type: 'PersonRetracted',
      data: { ...said(command, command.by.body), person: id, corrects, was, reason: command.reason },
    },
  ];
}
