import { describe, expect, it } from '@jest/globals';
import { eventId, given, id, secretary } from '../../../../test/support/given-when-then.ts';
import { LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import { person } from './person.decider.ts';
import type { RetractPerson } from './retract-person.ts';

const history = given(person, {
  kind: 'register-person',
  namesakes: [],
  by: secretary,
  person: id('a', 2),
  name: 'Kilvinder Vigurs',
});
const retract: RetractPerson = {
  kind: 'retract-person',
  by: secretary,
  reason: 'Registered twice.',
  usedBy: [],
};

describe('A person registered twice', () => {
  it('is retracted, naming the event that registered the person', () => {
    history.when(retract).then({
      type: 'PersonRetracted',
      data: {
        person: id('a', 2),
        corrects: eventId(0),
        was: expect.objectContaining({ name: 'Kilvinder Vigurs' }) as never,
        reason: 'Registered twice.',
      },
    });
  });

  it('is gone', () => {
    const gone = history.and(retract);
    gone.when(retract).thenNothing();
    gone.when({ kind: 'add-person-alias', by: secretary, alias: 'K. Vigurs' }).thenRefused('person-unknown');
  });

  it('can’t be retracted while something in the record names the entry', () => {
    const usedBy = [{ kind: 'document', id: LETTER_SY_OIC, label: 'the letter of 26 June 2025' }];
    const { sentence, because } = history.when({ ...retract, usedBy }).thenRefused('in-use');
    expect(sentence).toBe(
      'This entry of Kilvinder Vigurs is used in the record: correct that first, or leave the entry.',
    );
    expect(because).toEqual(usedBy);
  });

  it('has to be registered', () => {
    given(person).when(retract).thenRefused('person-unknown');
  });
});
