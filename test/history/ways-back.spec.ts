/** Nothing can be recorded that can't be put right: of every event there is a way back, and of every field of it. */

import { describe, expect, it } from '@jest/globals';
import { USE_CASES } from '#application';
import { fieldsOf } from '../support/use-case-fields.ts';
import { aggregates, eventsRecorded } from './recorded.ts';
import { WAYS_BACK } from './ways-back.ts';

/** Fields of every event that need no word of their own. */
const OF_EVERY_EVENT: Readonly<Record<string, string>> = {
  body: 'The body that answers or records: it follows from the stream, or from who recorded it.',
  concerns: 'It follows from what the event is about.',
};
/** Who decided is said by several fields of a command, which a correction takes for those of what it corrects. */
const DECIDED_BY = ['decidedByPerson', 'decidedByPost', 'decidedByBody', 'decidedByCapacity'];

const recorded = aggregates.flatMap(({ category, aggregate }) => {
  const events = eventsRecorded(category, aggregate).flat();
  return Object.keys(aggregate.forms).map((type) => ({
    type,
    fields: new Set(events.filter((event) => event.type === type).flatMap(({ data }) => Object.keys(data))),
  }));
});

describe('Whatever was recorded wrongly', () => {
  it('is put right by use cases that there are, event by event', () => {
    expect(Object.keys(WAYS_BACK).sort()).toEqual(recorded.map(({ type }) => type).sort());
    const named = Object.values(WAYS_BACK).flatMap((way) => ('undoes' in way ? way.undoes : way.corrects));
    expect(named.filter((useCase) => !USE_CASES.has(useCase))).toEqual([]);
    expect(Object.entries(WAYS_BACK).filter(([, way]) => 'undoes' in way && way.undoes.length === 0)).toEqual([]);
  });

  const byField = recorded.flatMap(({ type, fields }) => {
    const way = WAYS_BACK[type];
    return way && 'corrects' in way ? [{ type, fields, way }] : [];
  });

  it.each(byField)('is corrected in every field of $type, or it is said why it stays', ({ fields, way }) => {
    const forms = way.corrects.map(fieldsOf);
    // What a form can't do without says which item is meant: it corrects nothing.
    const isCorrected = (field: string): boolean => forms.some((form) => form.get(field) === true);
    const as: Readonly<Record<string, readonly string[]>> = { decidedBy: DECIDED_BY, ...way.as };
    const stays = { ...OF_EVERY_EVENT, ...way.stays };

    // Only a form with which fields can be cleared is one in which the decider and the day are those of what it corrects.
    expect(forms.some((form) => form.has('clear'))).toBe(true);
    const forgotten = [...fields].filter((field) => !(field in stays) && !(field in as) && !isCorrected(field));
    expect(forgotten).toEqual([]);
    const unknown = Object.values(as).flatMap((names) => names.filter((name) => !forms.some((form) => form.has(name))));
    expect(unknown).toEqual([]);
    expect(Object.keys(way.stays).filter((field) => field in way.as)).toEqual([]);
    expect([...Object.keys(way.stays), ...Object.keys(way.as)].filter((field) => !fields.has(field))).toEqual([]);
  });
});
