/** A person's details that are wrong, or no longer right, are corrected with the reason; both values stay in the stream. */

import { amendedItem, type Attribution, type Correcting, correctionsOf } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import { said } from '../primitives.ts';
import type { PersonDetails, PersonEvent } from './person.events.ts';
import type { RegisteredPerson } from './person.state.ts';
import { placeholderReachable } from './register-person.ts';

/** What is left out stays as it was recorded. */
export interface CorrectPersonDetails extends Correcting<'email' | 'telephone' | 'placeholder'> {
  readonly kind: 'correct-person-details';
  readonly name?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly placeholder?: boolean;
}

export function correctPersonDetails(command: CorrectPersonDetails, person: RegisteredPerson): Verdict<PersonEvent> {
  const { by, illustration, name, email, telephone, placeholder, correctionReason: reason } = command;
  const is = amendedItem<PersonDetails>(command, person.fields, { name, email, telephone, placeholder });
  if ('refused' in is) return is;
  const refusal = placeholderReachable(is);
  if (refusal) return refusal;
  return correctionsOf<PersonDetails & Attribution>(person, is).map((correction) => ({
    type: 'PersonDetailsCorrected',
    data: { ...said({ by, illustration }, by.body), person: person.id, ...correction, reason },
  }));
}
