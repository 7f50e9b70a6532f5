import { describe, expect, it } from '@jest/globals';
import { eventId, given, id, secretary } from '../../../../test/support/given-when-then.ts';
import type { CorrectPersonDetails } from './correct-person-details.ts';
import { person, type PersonCommand } from './person.decider.ts';

const details = { name: 'Kilvinder Vigurs', email: 'old@example.org', telephone: '0114 496 0000' };
const registered: PersonCommand = {
  kind: 'register-person',
  namesakes: [],
  by: secretary,
  person: id('a', 2),
  ...details,
};
const history = given(person, registered);
const correct = (fields: Partial<CorrectPersonDetails>): CorrectPersonDetails => ({
  kind: 'correct-person-details',
  by: secretary,
  correctionReason: 'The address has changed.',
  ...fields,
});

describe('The details of a person', () => {
  it('can be corrected, by naming the event that was wrong and telling both values', () => {
    history.when(correct({ name: 'K. Vigurs', email: 'new@example.org', telephone: '0114 496 0001' })).then({
      type: 'PersonDetailsCorrected',
      data: {
        person: id('a', 2),
        corrects: eventId(0),
        was: details,
        is: { name: 'K. Vigurs', email: 'new@example.org', telephone: '0114 496 0001' },
        reason: 'The address has changed.',
      },
    });
  });

  it('stand where the correction says nothing of them, and a second one names the first', () => {
    const again = history.and(correct({ email: 'new@example.org' })).when(correct({ email: 'newer@example.org' }));
    again.then({
      type: 'PersonDetailsCorrected',
      data: { corrects: eventId(1), was: { email: 'new@example.org' }, is: { email: 'newer@example.org' } },
    });
    expect(again.state).toMatchObject({ fields: { ...details, email: 'newer@example.org' } });
  });

  it('can be that there is no address and no number', () => {
    const none = history.when(correct({ clear: ['email', 'telephone'] }));
    none.then({
      type: 'PersonDetailsCorrected',
      data: { was: { email: 'old@example.org', telephone: '0114 496 0000' }, is: {} },
    });
    expect(none.state).toMatchObject({ fields: { name: 'Kilvinder Vigurs' } });
  });

  it('stay as they are when the correction says the same', () => {
    history.when(correct({ name: details.name, email: details.email })).thenNothing();
  });

  it('can’t be both given and absent', () => {
    const { sentence } = history
      .when(correct({ email: 'new@example.org', clear: ['email'] }))
      .thenRefused('clear-unclear');
    expect(sentence).toBe('Give email or clear it, not both.');
    history.when(correct({ telephone: '1', clear: ['telephone'] })).thenRefused('clear-unclear');
  });

  it('can be that somebody is named after all, or was made up', () => {
    const standIn = given(person, { ...registered, email: 'a@example.invalid', placeholder: true });
    const named = standIn.when(correct({ clear: ['placeholder'], email: 'office@example.org', illustration: true }));
    named.then({
      type: 'PersonDetailsCorrected',
      data: {
        was: { email: 'a@example.invalid', placeholder: true },
        is: { email: 'office@example.org', illustration: true },
      },
    });
  });

  it('can’t make a placeholder reachable', () => {
    given(person, {
      kind: 'register-person',
      namesakes: [],
      by: secretary,
      person: id('a', 3),
      name: 'A. Lead',
      placeholder: true,
    })
      .when(correct({ email: 'office@example.org' }))
      .thenRefused('placeholder-reachable');
  });

  it('can’t be those of nobody', () => {
    const { sentence } = given(person)
      .when(correct({ name: 'Somebody' }))
      .thenRefused('person-unknown');
    expect(sentence).toBe('There is no such person: register the person first.');
  });
});
