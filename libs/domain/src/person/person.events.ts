/**
 * What is known of a person: the one place for names, addresses and how they were misread. These streams, and no others,
 * can be erased, so nothing about a person may be written anywhere else.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `person.forms.ts` for ever.
 */

import type { Attribution, Correction } from '../corrections.ts';
import type { EventId, EveryEvent, PersonId } from '../primitives.ts';

export interface PersonDetails {
  readonly name: string;
  readonly email?: string;
  readonly telephone?: string;
  /** Stands for somebody who is not named. */
  readonly placeholder?: true;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & { readonly person: PersonId } & Data;
}

export type PersonEvent =
  | Event<'PersonRegistered', PersonDetails>
  | Event<'PersonDetailsCorrected', Correction<PersonDetails & Attribution> & { readonly reason: string }>
  | Event<
      'PersonAliasAdded',
      {
        readonly alias: string;
        /** Where the name is written so. */
        readonly where?: string;
      }
    >
  | Event<
      'PersonAliasRetracted',
      { readonly alias: string; readonly where?: string; readonly corrects: EventId; readonly reason: string }
    >
  | Event<
      'PersonRetracted',
      { readonly corrects: EventId; readonly was: PersonDetails & Attribution; readonly reason: string }
    >;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const PERSON_FORMS = {
  PersonRegistered: 1,
  PersonDetailsCorrected: 1,
  PersonAliasAdded: 1,
  PersonAliasRetracted: 1,
  PersonRetracted: 1,
} satisfies Record<PersonEvent['type'], number>;
