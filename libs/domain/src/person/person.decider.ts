import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type AddPersonAlias, addPersonAlias } from './add-person-alias.ts';
import { type CorrectPersonDetails, correctPersonDetails } from './correct-person-details.ts';
import type { PersonEvent } from './person.events.ts';
import { evolve, initial, type Person } from './person.state.ts';
import { type RegisterPerson, registerPerson } from './register-person.ts';
import { type RetractPerson, retractPerson } from './retract-person.ts';
import { type RetractPersonAlias, retractPersonAlias } from './retract-person-alias.ts';

export type PersonCommand = RegisterPerson | CorrectPersonDetails | AddPersonAlias | RetractPersonAlias | RetractPerson;

export const person: Decider<Person, PersonCommand, PersonEvent> = { category: 'person', initial, decide, evolve };

function decide(command: PersonCommand, state: Person): Verdict<PersonEvent> {
  if (command.kind === 'register-person') return registerPerson(command, state);
  if (state.status === 'none') {
    if (command.kind === 'retract-person' && state.isRetracted) return [];
    return refuse('person-unknown', 'There is no such person: register the person first.');
  }
  switch (command.kind) {
    case 'correct-person-details':
      return correctPersonDetails(command, state);
    case 'add-person-alias':
      return addPersonAlias(command, state);
    case 'retract-person-alias':
      return retractPersonAlias(command, state);
    case 'retract-person':
      return retractPerson(command, state);
    default:
      return never(command);
  }
}
