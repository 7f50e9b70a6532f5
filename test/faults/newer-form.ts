/** F20: the log holds an event in a form that only a later version of the program can read. */

import { AGGREGATES } from '#domain';
import { readable, UnreadableEvent } from '#application';
import { openReadModel } from '#read-model';
import { STORIES } from '../history/stories.ts';
import { comparePositions, LogOfEvents } from '../support/log-of-events.ts';
import { storyOf } from '../support/story-of.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';

export const newerForm: Fault = {
  id: 'F20',
  fault: 'An event is in a newer form than the program knows',
  injected: 'the next form of every type of event there is, with more of its stream behind it',
  criterion: 'its stream is held back, 0 misreads in lists or decisions',
  stores: ['embedded'],
  async run({ random }: Run): Promise<Seen> {
    const wrong: string[] = [];
    const left = new Set(
      Object.entries(AGGREGATES).flatMap(([category, { forms }]) =>
        Object.keys(forms).map((type) => `${category} ${type}`),
      ),
    );
    const types = left.size;
    let times = 0;
    for (const [category, stories] of Object.entries(STORIES)) {
      for (const [number] of stories.entries()) {
        const told = storyOf(category, number).events;
        for (const [index, event] of told.entries()) {
          if (!left.delete(`${category} ${event.type}`)) continue;
          times += 1;
          const log = new LogOfEvents(random.uuid());
          const other = storyOf('meeting', 0, log).events.length;
          for (const { stream, type, data } of told) {
            const newest = AGGREGATES[category]?.forms[type] ?? 0;
            const schemaVersion = log.events.length === other + index ? newest + 1 : newest;
            log.record(stream, [{ type, data }], { schemaVersion });
          }
          wrong.push(...misread(log, other + index).map((what) => `${event.type}: ${what}`));
        }
      }
    }
    for (const type of left) wrong.push(`No story holds ${type}.`);
    return {
      times,
      figures: `${String(times)} of ${String(types)} types held back, ${String(wrong.length)} misreads`,
      wrong: firstOf(wrong),
    };
  },
};

/** @param newer the place of the event in the newer form */
function misread(log: LogOfEvents, newer: number): string[] {
  const wrong: string[] = [];
  const event = log.events[newer];
  if (!event) return ['It is not in the log.'];
  const [lists, without] = [openReadModel(':memory:', comparePositions), openReadModel(':memory:', comparePositions)];
  lists.begin();
  without.begin();
  lists.project(log.batch(log.events));
  without.project(log.batch(log.events.filter(({ stream }, at) => at < newer || stream !== event.stream)));
  const [parked, ...others] = lists.parked();
  if (parked?.stream !== event.stream || parked.eventId !== event.id || others.length > 0)
    wrong.push('It is not what is held back.');
  if (JSON.stringify(lists.tableHashes()) !== JSON.stringify(without.tableHashes()))
    wrong.push('It left something in the lists.');
  lists.close();
  without.close();
  try {
    readable({ ...event, stream: event.stream as never, data: event.data as never, metadata: event.metadata as never });
    wrong.push('It can be decided on.');
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
  }
  return wrong;
}
