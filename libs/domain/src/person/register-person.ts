/** A person is registered once, a second one of that name on purpose; a placeholder, who stands for somebody not named, has no address where mail arrives. */

import { withoutAttribution } from '../corrections.ts';
import { type Blocker, type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type PersonId, said } from '../primitives.ts';
import type { PersonDetails, PersonEvent } from './person.events.ts';
import type { Person } from './person.state.ts';

export interface RegisterPerson extends EveryCommand {
  readonly kind: 'register-person';
  readonly person: PersonId;
  readonly name: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly placeholder?: boolean;
  /** It is another person than the one of that name who is registered. */
  readonly anotherPerson?: boolean;
  /** Who is registered, or known as another spelling, under that name. */
  readonly namesakes: readonly Blocker[];
}

export function registerPerson(command: RegisterPerson, state: Person): Verdict<PersonEvent> {
  const { person, name, email, telephone } = command;
  const placeholder = command.placeholder === true ? (true as const) : undefined;
  const details: PersonDetails = stated({ name, email, telephone, placeholder });
  const refusal = placeholderReachable(details);
  if (refusal) return refusal;
  if (state.status !== 'none') {
    if (same(withoutAttribution<PersonDetails>(state.fields), details)) return [];
    return refuse(
      'person-already-registered',
      'This person has been registered already, with other details: correct them instead.',
    );
  }
  if (command.namesakes.length > 0 && command.anotherPerson !== true) {
    return refuse(
      'name-registered',
      `“${name}” names somebody who is registered already: use that entry. If this is somebody else, say that it is another person.`,
      command.namesakes,
    );
  }
  return [{ type: 'PersonRegistered', data: { ...said(command, command.by.body), person, ...details } }];
}

/** Names under `.invalid` never exist (RFC 2606), so mail to them reaches nobody. */
export function placeholderReachable({ placeholder, email }: PersonDetails): Refusal | undefined {
  if (placeholder === undefined || email === undefined || email.endsWith('.invalid')) return undefined;
  return refuse(
    'placeholder-reachable',
    'A placeholder stands for nobody who could get mail: leave its address out, or take one that ends in .invalid.',
  );
}
