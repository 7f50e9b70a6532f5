import { describe, expect, it } from '@jest/globals';
import { given, id, secretary } from '../../../../test/support/given-when-then.ts';
import type { AddPersonAlias } from './add-person-alias.ts';
import { person } from './person.decider.ts';

const history = given(person, {
  kind: 'register-person',
  namesakes: [],
  by: secretary,
  person: id('a', 2),
  name: 'Kilvinder Vigurs',
});
const misread = (fields: Partial<AddPersonAlias> = {}): AddPersonAlias => ({
  kind: 'add-person-alias',
  by: secretary,
  alias: 'Kivinde Vigirs',
  where: 'signature of the letter of 26 June 2025',
  ...fields,
});
const { where: _where, ...somewhere } = misread();

describe('A name that was misread', () => {
  it('is an alias of the person, with the place where it is written so', () => {
    history.when(misread()).then({
      type: 'PersonAliasAdded',
      data: {
        person: id('a', 2),
        alias: 'Kivinde Vigirs',
        where: 'signature of the letter of 26 June 2025',
      },
    });
    const [event] = history.when(somewhere).then({ type: 'PersonAliasAdded' });
    expect(event?.data).not.toHaveProperty('where');
  });

  it('may be found in a second place', () => {
    history
      .and(misread())
      .when(misread({ where: 'minutes' }))
      .then({ type: 'PersonAliasAdded', data: { where: 'minutes' } });
    history.and(somewhere).when(misread()).then({ type: 'PersonAliasAdded' });
  });

  it('adds nothing when it is known already, or is the person’s name', () => {
    history.and(misread()).when(misread()).thenNothing();
    history.and(misread()).when(somewhere).thenNothing();
    history.when({ ...somewhere, alias: 'Kilvinder Vigurs' }).thenNothing();
  });

  it('can’t be the alias of nobody', () => {
    given(person).when(misread()).thenRefused('person-unknown');
  });
});
