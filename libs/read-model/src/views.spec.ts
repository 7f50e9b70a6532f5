import { describe, expect, it } from '@jest/globals';
import { AGGREGATES } from '#domain';
import { STORIES } from '../../../test/history/stories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import { projected, storyOf } from '../../../test/support/projected.ts';
import { Database } from './database.ts';
import { allViews } from './views.ts';

const stories = Object.entries(STORIES).flatMap(([category, all]) => all.map((_, n) => [category, n] as const));
const firstStories = (): LogOfEvents =>
  Object.keys(STORIES).reduce((log, category) => storyOf(category, 0, log), new LogOfEvents());

/** What each view reads, by its name. */
const reads = Object.values(allViews).map((view) => {
  const database = new Database(':memory:');
  const types = Object.keys(view.open(database).on);
  database.close();
  return { name: view.name, types };
});

describe('The views', () => {
  it.each(stories)('take every event of the %s story %i', (category, n) => {
    projected(storyOf(category, n)).close();
  });

  it('know every event there is, and no other', () => {
    const known = Object.values(AGGREGATES).flatMap(({ forms }) => Object.keys(forms));
    const told = stories.flatMap(([category, n]) => storyOf(category, n).events.map(({ type }) => type));
    expect([...new Set(told)].sort()).toEqual(known.sort());
    // The commands are those of every event, whatever it says.
    const heeded = reads.filter(({ name }) => name !== 'commands').flatMap(({ types }) => types);
    expect([...new Set(heeded)].sort()).toEqual(known);
  });

  it.each(reads)('name every event of the histories that “$name” reads', ({ types }) => {
    const categories = Object.values(AGGREGATES).filter(({ forms }) =>
      Object.keys(forms).some((type) => types.includes(type)),
    );
    expect([...types].sort()).toEqual(categories.flatMap(({ forms }) => Object.keys(forms)).sort());
  });

  it('have names of their own, and so have their tables', () => {
    const names = Object.values(allViews).flatMap(({ name, tables }) => [
      `view ${name}`,
      ...tables.map((table) => table.name),
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.entries(allViews).every(([key, { name }]) => key === name)).toBe(true);
  });

  it('hold the same rows in whatever order the streams arrive', () => {
    const log = firstStories();
    const streams = [...new Set(log.events.map(({ stream }) => stream))].filter(
      (stream) => !/^(person|erasure)-/.test(stream),
    );
    const hashes = (order: readonly string[], isWoven: boolean): Record<string, string> => {
      const queues = order.map((stream) => log.of(stream));
      const events = isWoven
        ? Array.from({ length: log.events.length }, (_, n) => queues.map((queue) => queue[n])).flat()
        : queues.flat();
      const arrived = new LogOfEvents();
      arrived.events.push(
        ...events.filter((event) => event !== undefined).map((event, n) => ({ ...event, logPosition: String(n + 1) })),
      );
      return projected(arrived).tableHashes();
    };
    const inOrder = hashes(streams, false);
    expect(hashes([...streams].reverse(), false)).toEqual(inOrder);
    expect(hashes(streams, true)).toEqual(inOrder);
  });
});
