/** The read model of a log, for specs of its views; and the stories of test/history as such logs. */

import { expect } from '@jest/globals';
import { AGGREGATES, type DomainEvent, isRefusal } from '#domain';
import { openReadModel, type ReadModel } from '#read-model';
import { STORIES } from '../history/stories.ts';
import { eventId } from './given-when-then.ts';
import { comparePositions, LogOfEvents } from './log-of-events.ts';

/**
 * Everything in the log, in lists. It is projected a second time, event by event and each twice, and must give the same
 * rows: so every spec of a view proves that as well.
 */
export function projected(log: LogOfEvents): ReadModel {
  const readModel = filled(log, 200, 1);
  const again = filled(log, 1, 2);
  expect(again.tableHashes()).toEqual(readModel.tableHashes());
  again.close();
  return readModel;
}

function filled(log: LogOfEvents, size: number, times: number): ReadModel {
  const readModel = openReadModel(':memory:', comparePositions);
  for (const batch of log.batches(readModel.begin(), size)) {
    for (let time = 0; time < times; time += 1)
      expect(readModel.project(batch)).toMatchObject({ outcome: 'projected', parked: [] });
  }
  return readModel;
}

/** What a view answers after each event of the log: the event's type beside the answer. */
export function stepByStep<Answer>(log: LogOfEvents, ask: (readModel: ReadModel) => Answer): [string, Answer][] {
  projected(log).close();
  const readModel = openReadModel(':memory:', comparePositions);
  readModel.begin();
  const steps = log.events.map((event): [string, Answer] => {
    readModel.project(log.batch([event]));
    return [event.type, ask(readModel)];
  });
  readModel.close();
  return steps;
}

/** The n-th story of a category, recorded in its stream. Together the stories hold every event there is. */
export function storyOf(category: string, n = 0, log = new LogOfEvents()): LogOfEvents {
  const { decider } = AGGREGATES[category] as (typeof AGGREGATES)[string];
  const events: DomainEvent[] = [];
  let state = decider.initial;
  for (const command of STORIES[category]?.[n] ?? []) {
    const verdict = decider.decide(command, state);
    if (isRefusal(verdict)) throw new Error(`${command.kind} was refused: ${verdict.sentence}`);
    for (const event of verdict) {
      state = decider.evolve(state, event, eventId(events.length));
      events.push(event);
    }
  }
  return log.record(`${category}-${idOf(category, events[0])}`, events);
}

/** The id an aggregate's first event gives it. */
function idOf(category: string, first: DomainEvent | undefined): string {
  const data = first?.data as Record<string, string> | undefined;
  const field =
    category === 'directory'
      ? 'bodyId'
      : category === 'erasure'
        ? 'person'
        : category === 'code'
          ? 'claimedBy'
          : category;
  const found = data?.[field];
  if (found === undefined) throw new Error(`The first event of the ${category} story does not say its ${field}.`);
  return found;
}
