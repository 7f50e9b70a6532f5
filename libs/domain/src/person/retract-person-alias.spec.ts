import { describe, expect, it } from '@jest/globals';
import { eventId, given, id, secretary } from '../../../../test/support/given-when-then.ts';
import { person, type PersonCommand } from './person.decider.ts';
import type { RetractPersonAlias } from './retract-person-alias.ts';

const by = secretary;
const alias = 'Kivinde Vigirs';
const read = (where?: string): PersonCommand => ({ kind: 'add-person-alias', by, alias, ...(where && { where }) });
const history = given(
  person,
  { kind: 'register-person', namesakes: [], by, person: id('a', 2), name: 'Kilvinder Vigurs' },
  read('the letter'),
  read('the minutes'),
);
const retract: RetractPersonAlias = { kind: 'retract-person-alias', by, alias, reason: 'Somebody else.' };

describe('A spelling that does not mean the person after all', () => {
  it('is retracted wherever it was found, place by place', () => {
    history.when(retract).then(
      {
        type: 'PersonAliasRetracted',
        data: { person: id('a', 2), alias, where: 'the letter', corrects: eventId(1), reason: 'Somebody else.' },
      },
      { type: 'PersonAliasRetracted', data: { where: 'the minutes', corrects: eventId(2) } },
    );
  });

  it('may be so at one place only', () => {
    const there = history.when({ ...retract, where: 'the minutes' });
    there.then({ type: 'PersonAliasRetracted', data: { where: 'the minutes', corrects: eventId(2) } });
    expect(there.state).toMatchObject({ aliases: [{ alias, where: 'the letter' }] });
  });

  it('is known no more, and can be added again', () => {
    history.and(retract).when(retract).thenNothing();
    history.and(retract).when(read()).then({ type: 'PersonAliasAdded' });
  });

  it('has to be known', () => {
    const { sentence } = history.when({ ...retract, alias: 'K. V.' }).thenRefused('alias-unknown');
    expect(sentence).toBe('“K. V.” is not recorded as another name of this person.');
  });
});
