/** F04: lists that followed a history as it came about are the same, to the row, as lists made from it afterwards. */

import { join } from 'node:path';
import { openReadModel, type ReadModel } from '#read-model';
import { comparePositions, type LogOfEvents } from '../support/log-of-events.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { randomBatches, randomLog } from './random-log.ts';

export const incrementalAndRebuilt: Fault = {
  id: 'F04',
  fault: 'Lists drift from what the log says',
  injected: 'random histories, followed in batches of any size with the lists closed and opened in between',
  criterion: 'the same hash of every table as when rebuilt, 100 %',
  stores: ['embedded'],
  async run({ form, random, folder, say }: Run): Promise<Seen> {
    const histories = form === 'short' ? 100 : 2_000;
    const wrong: string[] = [];
    let [events, tables] = [0, 0];
    for (let history = 1; history <= histories; history += 1) {
      const own = random.for(`history ${String(history)}`);
      const log = randomLog(own);
      events += log.events.length;
      const place = own.chance(0.2) ? join(folder, String(history)) : ':memory:';
      let readModel = openReadModel(place, comparePositions);
      readModel.begin();
      for (const batch of randomBatches(own, log.events)) {
        if (place !== ':memory:' && own.chance(0.2)) {
          readModel.close();
          readModel = openReadModel(place, comparePositions);
          readModel.begin();
        }
        const { outcome } = readModel.project(log.batch(batch));
        if (outcome !== 'projected') wrong.push(`History ${String(history)}: ${outcome}.`);
      }
      const different = whatDiffers(readModel, log);
      tables = Object.keys(readModel.tableHashes()).length;
      for (const table of different) wrong.push(`History ${String(history)}: ${table} is not what a rebuild makes.`);
      for (const { stream, reason } of readModel.parked())
        wrong.push(`History ${String(history)}: ${stream} is held back: ${reason}`);
      readModel.close();
      if (history % 50 === 0) {
        say(`${String(history)} of ${String(histories)} histories`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    return {
      times: histories,
      figures: `${String(histories)} histories of ${String(events)} events in all, ${String(tables)} tables each: ${String(wrong.length)} different`,
      wrong: firstOf(wrong),
    };
  },
};

/** The tables that a rebuild makes otherwise, from the log as it stands afterwards: who was erased is not in it. */
export function whatDiffers(readModel: ReadModel, log: LogOfEvents): string[] {
  const erased = new Set(readModel.erasedStreams());
  const left = log.events.filter(({ stream }) => !erased.has(stream));
  const rebuilt = readModel.beginRebuild();
  rebuilt.begin();
  for (let start = 0; start < left.length; start += 200) rebuilt.project(log.batch(left.slice(start, start + 200)));
  const [live, made] = [readModel.tableHashes(), rebuilt.tableHashes()];
  rebuilt.discard();
  return Object.keys({ ...live, ...made }).filter((table) => live[table] !== made[table]);
}
