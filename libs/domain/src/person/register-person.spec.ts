import { describe, expect, it } from '@jest/globals';
import { given, id, secretary } from '../../../../test/support/given-when-then.ts';
import { person } from './person.decider.ts';
import type { RegisterPerson } from './register-person.ts';

const nobody = given(person);
const registered = (fields: Partial<RegisterPerson> = {}): RegisterPerson => ({
  kind: 'register-person',
  namesakes: [],
  by: secretary,
  person: id('a', 2),
  name: 'Kilvinder Vigurs',
  ...fields,
});

describe('A person', () => {
  it('is registered by name, with an address and a telephone number where they are known', () => {
    const [event] = nobody.when(registered()).then({
      type: 'PersonRegistered',
      data: { body: secretary.body, concerns: [], person: id('a', 2), name: 'Kilvinder Vigurs' },
    });
    expect(Object.keys(event?.data ?? {})).toEqual(['body', 'concerns', 'decidedBy', 'person', 'name']);
    nobody
      .when(registered({ email: 'office@example.org', telephone: '0114 496 0000' }))
      .then({ type: 'PersonRegistered', data: { email: 'office@example.org', telephone: '0114 496 0000' } });
  });

  it('that is registered again with the same details adds nothing', () => {
    given(person, registered())
      .when(registered({ placeholder: false }))
      .thenNothing();
  });

  it('can’t be registered twice with other details', () => {
    const { sentence } = given(person, registered())
      .when(registered({ name: 'Kivinde Vigirs' }))
      .thenRefused('person-already-registered');
    expect(sentence).toBe('This person has been registered already, with other details: correct them instead.');
  });

  it('can’t be registered under a name that somebody has, unless it is another person', () => {
    const namesakes = [{ kind: 'person', id: id('a', 3), label: 'Kilvinder Vigurs (SYMCA/DM)' }];
    const { sentence, because } = nobody.when(registered({ namesakes })).thenRefused('name-registered');
    expect(sentence).toBe(
      '“Kilvinder Vigurs” names somebody who is registered already: use that entry. If this is somebody else, say that it is another person.',
    );
    expect(because).toEqual(namesakes);
    nobody.when(registered({ namesakes, anotherPerson: true })).then({ type: 'PersonRegistered' });
    given(person, registered()).when(registered({ namesakes })).thenNothing();
  });

  it('may be a placeholder, without an address or with one that does not exist', () => {
    nobody.when(registered({ placeholder: true })).then({ type: 'PersonRegistered', data: { placeholder: true } });
    nobody
      .when(registered({ placeholder: true, email: 'secretary@symca.invalid' }))
      .then({ type: 'PersonRegistered', data: { email: 'secretary@symca.invalid' } });
  });

  it('can’t be a placeholder at an address where mail arrives', () => {
    const { sentence } = nobody
      .when(registered({ placeholder: true, email: 'office@example.org' }))
      .thenRefused('placeholder-reachable');
    expect(sentence).toBe(
      'A placeholder stands for nobody who could get mail: leave its address out, or take one that ends in .invalid.',
    );
  });
});
