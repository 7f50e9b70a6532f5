/**
 * Everything ever stored still loads. Beside this file lies one sample of every form of every event,
 * `<category>/<EventType>.json`, or `<EventType>.2.json` for its second form: `{ type, data }` as it was stored. A
 * sample never changes and never goes. What is recorded today must be the newest sample, word for word: where it
 * differs, the storage format has changed, and a new form needs a sample of its own.
 */

import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { AGGREGATES, DECISION_CHANGE_KINDS, type DomainEvent, type Names } from '#domain';
import { eventId } from '../support/given-when-then.ts';
import { type Aggregate, aggregates, eventsRecorded } from './recorded.ts';
import { formName, formsOf, sampleOf, samplesOf } from './samples.ts';
import { STORIES } from './stories.ts';

const folder = import.meta.dirname;

const called: Names = (kind, id) => `${kind} ${id.slice(-2)}`;

describe.each(aggregates)('The record of a $category', ({ category, aggregate }) => {
  const stories = eventsRecorded(category, aggregate);
  const samples = samplesOf(category);
  const types = Object.keys(aggregate.forms);

  it('is kept in streams of that name', () => {
    expect(aggregate.decider.category).toBe(category);
  });

  it('has one sample of every form of every event, and no other', () => {
    expect([...samples.keys()].sort()).toEqual(formsOf(aggregate).sort());
    for (const [name, sample] of samples) expect(name.replace(/\.\d+$/, '')).toBe(sample.type);
  });

  it.each(types)('holds %s as it is recorded today', (type) => {
    const recorded = stories.flat().find((event) => event.type === type);
    expect(samples.get(newestForm(aggregate, type))).toStrictEqual(recorded);
  });

  it.each(formsOf(aggregate))('still loads %s, and tells it', (form) => {
    const sample = sampleOf(samples, form);
    const story = stories.find((events) => events.some((event) => event.type === sample.type));
    if (!story) throw new Error(`No story holds ${sample.type}: add one to stories.ts.`);
    const place = story.findIndex((event) => event.type === sample.type);
    const before = fold(aggregate, story.slice(0, place), aggregate.decider.initial, 0);
    const after = fold(aggregate, [sample], before, place);
    // The rest of the story follows from what the sample left behind.
    fold(aggregate, story.slice(place + 1), after, place + 1);

    const sentence = aggregate.narrate(sample, called);
    expect(sentence).toMatch(/^[A-Z“].*[.”]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('A correction', () => {
  const corrections = aggregates.flatMap(({ category, aggregate }) =>
    eventsRecorded(category, aggregate)
      .flat()
      .flatMap((event) => {
        const { was, is } = event.data as { was?: unknown; is?: unknown };
        return isFields(was) && isFields(is) ? [{ type: event.type, aggregate, event, was, is }] : [];
      }),
  );

  /** Fields that follow from another one of the same correction: it is told. */
  const follows: Readonly<Record<string, string>> = {
    ReportDateCorrected: 'effectiveOn',
    DocumentPublicationCorrected: 'effectiveOn',
    DocumentSendingCorrected: 'effectiveOn',
    NumbersNotForPolicingCorrected: 'ranges',
  };

  it.each(corrections)('is told with each field that $type changes', ({ aggregate, event, was, is }) => {
    const changed = Object.keys({ ...was, ...is }).filter((field) => !isDeepStrictEqual(was[field], is[field]));
    expect(changed).not.toEqual([]);
    const told = aggregate.narrate(event, called);
    const untold = changed.filter((field) => {
      const unchanged = { ...event.data, is: { ...is, [field]: was[field] } };
      return aggregate.narrate({ ...event, data: unchanged }, called) === told;
    });
    expect(untold).toEqual([follows[event.type]].filter((field) => field !== undefined));
  });
});

describe('The samples', () => {
  it('are of aggregates there are', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(AGGREGATES).sort());
    expect(Object.keys(STORIES).sort()).toEqual(Object.keys(AGGREGATES).sort());
  });

  it('hold every kind of change that a decision can make', () => {
    const { changes } = sampleOf(samplesOf('decision'), 'DecisionRecorded').data as { changes: { kind: string }[] };
    expect(changes.map(({ kind }) => kind)).toEqual([...DECISION_CHANGE_KINDS]);
  });

  it('name every event once: a type belongs to one aggregate', () => {
    const all = aggregates.flatMap(({ aggregate }) => Object.keys(aggregate.forms));
    expect(all.filter((type, index) => all.indexOf(type) !== index)).toEqual([]);
  });
});

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function fold({ decider }: Aggregate, events: readonly DomainEvent[], from: unknown, count: number): unknown {
  return events.reduce((state, event, index) => decider.evolve(state, event, eventId(count + index)), from);
}

function newestForm({ forms }: Aggregate, type: string): string {
  return formName(type, forms[type] ?? 1);
}
