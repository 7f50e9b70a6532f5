import { describe, expect, it } from '@jest/globals';
import { given, id, secretary } from '../../../../../test/support/given-when-then.ts';
import { names } from '../../../../../test/support/named-histories.ts';
import { erasure } from './erasure.decider.ts';
import { ERASURE_FORMS } from './erasure.events.ts';
import { narrateErasure } from './erasure.narrative.ts';
import type { RecordPersonErasure } from './record-person-erasure.ts';

const erased: RecordPersonErasure = {
  kind: 'record-person-erasure',
  by: secretary,
  person: id('a', 9),
  reason: 'Left the office more than a year ago.',
};

describe('The erasure of a person’s details', () => {
  it('is recorded with the reason, and without the details', () => {
    const [event] = given(erasure)
      .when(erased)
      .then({ type: 'PersonErased', data: { person: id('a', 9), reason: 'Left the office more than a year ago.' } });
    expect(Object.keys(event?.data ?? {})).toEqual(['body', 'concerns', 'decidedBy', 'person', 'reason']);
  });

  it('that is recorded already adds nothing', () => {
    given(erasure, erased).when(erased).thenNothing();
  });

  it('happens once', () => {
    const { sentence } = given(erasure, erased)
      .when({ ...erased, reason: 'On request.' })
      .thenRefused('person-already-erased');
    expect(sentence).toBe('This person’s details have been erased already: nothing is left to erase.');
  });

  it('reads as a sentence, for every event there is', () => {
    const { events } = given(erasure, erased);
    expect(events.map((event) => narrateErasure(event, names))).toEqual([
      'A. Secretary (Secretary of the board) had the details of a person erased for good, name, addresses and other spellings, because “Left the office more than a year ago.”',
    ]);
    expect(events.map(({ type }) => type)).toEqual(Object.keys(ERASURE_FORMS));
  });
});
