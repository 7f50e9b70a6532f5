/** A person's details that are wrong, or no longer right, are corrected with the reason; both values stay in the stream. */

import { correctionsOf } from '../corrections.ts';
import { refuse, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { PersonDetails, PersonEvent } from './person.events.ts';
import type { RegisteredPerson } from './person.state.ts';
import { placeholderReachable } from './register-person.ts';

/** What is left out stands as it was recorded. */
export interface CorrectPersonDetails extends EveryCommand {
  readonly kind: 'correct-person-details';
  readonly name?: string;
  readonly email?: string;
  /** The person has no address, or must not be written to at the one recorded. */
  readonly noEmail?: boolean;
  readonly telephone?: string;
  readonly noTelephone?: boolean;
  readonly correctionReason: string;
}

export function correctPersonDetails(command: CorrectPersonDetails, person: RegisteredPerson): Verdict<PersonEvent> {
  const { name, email, noEmail, telephone, noTelephone, correctionReason: reason } = command;
  if ((email !== undefined && noEmail === true) || (telephone !== undefined && noTelephone === true))
    return refuse('details-unclear', 'Give an address or a number, or say that there is none, not both.');
  const is = {
    ...person.fields,
    ...(noEmail === true ? { email: undefined } : {}),
    ...(noTelephone === true ? { telephone: undefined } : {}),
    ...stated({ name, email, telephone }),
  } as PersonDetails;
  const refusal = placeholderReachable(is);
  if (refusal) return refusal;
  return correctionsOf<PersonDetails>(person, is).map((correction) => ({
    type: 'PersonDetailsCorrected',
    data: { ...said(command, command.by.body), person: person.id, ...correction, reason },
  }));
}
