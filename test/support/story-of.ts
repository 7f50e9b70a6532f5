/** The stories of test/history as logs. */

import { AGGREGATES, type DomainEvent, isRefusal } from '#domain';
import { STORIES } from '../history/stories.ts';
import { eventId } from './ids.ts';
import { LogOfEvents } from './log-of-events.ts';

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
