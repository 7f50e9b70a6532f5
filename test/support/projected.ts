/** The read model of a log, for specs of its views. */

import { expect } from '@jest/globals';
import { openReadModel, type ReadModel } from '#read-model';
import { comparePositions, type LogOfEvents } from './log-of-events.ts';

export { storyOf } from './story-of.ts';

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
