import { type Attribution, attributionOf, corrected, type Known, recorded } from '../corrections.ts';
import { never } from '../decider.ts';
import type { EventId, PersonId } from '../primitives.ts';
import type { PersonDetails, PersonEvent } from './person.events.ts';

export interface RegisteredPerson extends Known<PersonDetails & Attribution> {
  readonly status: 'registered';
  readonly id: PersonId;
  readonly aliases: readonly {
    readonly alias: string;
    readonly where: string | undefined;
    readonly recordedBy: EventId;
  }[];
  /** Aliases recorded in error, so that retracting one again adds nothing. */
  readonly retracted: readonly string[];
}

export type Person = { readonly status: 'none'; readonly isRetracted?: true } | RegisteredPerson;

export const initial: Person = { status: 'none' };

export function evolve(state: Person, event: PersonEvent, eventId: EventId): Person {
  if (event.type === 'PersonRegistered') {
    const { person, name, email, telephone, placeholder } = event.data;
    const details = { name, email, telephone, placeholder, ...attributionOf(event.data) } as PersonDetails &
      Attribution;
    return { status: 'registered', id: person, ...recorded(details, eventId), aliases: [], retracted: [] };
  }
  if (state.status === 'none') throw new Error(`${event.type} before PersonRegistered`);
  switch (event.type) {
    case 'PersonDetailsCorrected':
      return { ...state, ...corrected<PersonDetails & Attribution>(state, event.data, eventId) };
    case 'PersonAliasAdded': {
      const { alias, where } = event.data;
      return { ...state, aliases: [...state.aliases, { alias, where, recordedBy: eventId }] };
    }
    case 'PersonAliasRetracted': {
      const { alias, corrects } = event.data;
      const aliases = state.aliases.filter(({ recordedBy }) => recordedBy !== corrects);
      return { ...state, aliases, retracted: [...state.retracted, alias] };
    }
    case 'PersonRetracted':
      return { status: 'none', isRetracted: true };
    default:
      return never(event);
  }
}
