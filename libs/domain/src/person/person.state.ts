import { type Attribution, attributionOf, corrected, type Known, recorded } from '../corrections.ts';
import { never } from '../decider.ts';
import type { EventId, PersonId } from '../primitives.ts';
import type { PersonDetails, PersonEvent } from './person.events.ts';

export interface RegisteredPerson extends Known<PersonDetails & Attribution> {
  readonly status: 'registered';
  readonly id: PersonId;
  readonly aliases: readonly { readonly alias: string; readonly where: string | undefined }[];
}

export type Person = { readonly status: 'none' } | RegisteredPerson;

export const initial: Person = { status: 'none' };

export function evolve(state: Person, event: PersonEvent, eventId: EventId): Person {
  if (event.type === 'PersonRegistered') {
    const { person, name, email, telephone, placeholder } = event.data;
    const details = { name, email, telephone, placeholder, ...attributionOf(event.data) } as PersonDetails &
      Attribution;
    return { status: 'registered', id: person, ...recorded(details, eventId), aliases: [] };
  }
  if (state.status === 'none') throw new Error(`${event.type} before PersonRegistered`);
  switch (event.type) {
    case 'PersonDetailsCorrected':
      return { ...state, ...corrected<PersonDetails & Attribution>(state, event.data, eventId) };
    case 'PersonAliasAdded': {
      const { alias, where } = event.data;
      return { ...state, aliases: [...state.aliases, { alias, where }] };
    }
    default:
      return never(event);
  }
}
