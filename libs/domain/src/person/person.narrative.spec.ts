import { describe, expect, it } from '@jest/globals';
import { eventId, given, id, secretary } from '../../../../test/support/given-when-then.ts';
import { KILVINDER_VIGURS, names } from '../../../../test/support/named-histories.ts';
import { person, type PersonCommand } from './person.decider.ts';
import { PERSON_FORMS, type PersonEvent } from './person.events.ts';
import { narratePerson } from './person.narrative.ts';

const by = secretary;
const registered: PersonCommand = {
  kind: 'register-person',
  namesakes: [],
  by,
  person: KILVINDER_VIGURS,
  name: 'Kilvinder Vigurs',
};
const history = given(
  person,
  { ...registered, email: 'old@example.org', telephone: '0114 496 0000' },
  {
    kind: 'correct-person-details',
    by,
    email: 'new@example.org',
    clear: ['telephone'],
    correctionReason: 'The office has moved.',
  },
  { kind: 'correct-person-details', by, name: 'K. Vigurs', correctionReason: 'As signed.' },
  { kind: 'add-person-alias', by, alias: 'Kivinde Vigirs', where: 'letter of 26 June 2025' },
  { kind: 'add-person-alias', by, alias: 'Mr Vigurs' },
  { kind: 'retract-person-alias', by, alias: 'Kivinde Vigirs', reason: 'Somebody else.' },
  { kind: 'retract-person', by, reason: 'Registered twice.', usedBy: [] },
);
const placeholder = given(person, {
  kind: 'register-person',
  namesakes: [],
  by,
  person: id('a', 3),
  name: 'A. Lead',
  placeholder: true,
  illustration: true,
});
const told = [...history.events, ...given(person, registered).events, ...placeholder.events].map((event) => ({
  type: event.type,
  sentence: narratePerson(event, names),
}));

describe('The history of a person', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence)).toEqual([
      'A. Secretary (Secretary of the board) registered Kilvinder Vigurs (old@example.org and 0114 496 0000).',
      'A. Secretary (Secretary of the board) corrected the details of Kilvinder Vigurs: the address was old@example.org, is new@example.org; the telephone number was 0114 496 0000, is not given, because “The office has moved.”',
      'A. Secretary (Secretary of the board) corrected the details of Kilvinder Vigurs: the name was “Kilvinder Vigurs”, is “K. Vigurs”, because “As signed.”',
      'A. Secretary (Secretary of the board) recorded that “Kivinde Vigirs” means Kilvinder Vigurs (“letter of 26 June 2025”).',
      'A. Secretary (Secretary of the board) recorded that “Mr Vigurs” means Kilvinder Vigurs.',
      'A. Secretary (Secretary of the board) retracted that “Kivinde Vigirs” means Kilvinder Vigurs (“letter of 26 June 2025”), because “Somebody else.”',
      'A. Secretary (Secretary of the board) retracted the entry of K. Vigurs, because “Registered twice.”',
      'A. Secretary (Secretary of the board) registered Kilvinder Vigurs.',
      'Illustration: A. Secretary (Secretary of the board) registered A. Lead, a placeholder for somebody who is not named.',
    ]);
  });

  it('leaves no event untold', () => {
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(Object.keys(PERSON_FORMS)));
  });
});

describe('What nobody knows of a person', () => {
  it('is never guessed at: not a command, not an event, not the sentence for one', () => {
    expect(() => person.decide({ kind: 'forget-everything' } as never, placeholder.state)).toThrow('Unexpected');
    const unknown = { type: 'EverythingForgotten', data: history.events[0]?.data } as never;
    expect(() => person.evolve(placeholder.state, unknown, eventId(1))).toThrow('Unexpected');
    expect(() => narratePerson(unknown, names)).toThrow('Unexpected');
  });

  it('is not read on from a history that breaks off', () => {
    const last = history.events.at(-1) as PersonEvent;
    expect(() => person.evolve(person.initial, last, eventId(1))).toThrow('PersonRetracted before PersonRegistered');
  });
});
