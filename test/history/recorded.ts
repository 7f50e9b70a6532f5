/** What the stories come to, aggregate by aggregate. */

import { AGGREGATES, type DomainEvent, isRefusal } from '#domain';
import { eventId } from '../support/ids.ts';
import { type Story, STORIES } from './stories.ts';

export type Aggregate = (typeof AGGREGATES)[string];

export const aggregates = Object.entries(AGGREGATES).map(([category, aggregate]) => ({ category, aggregate }));

/** What follows from the commands of each story today, each of which must be accepted. */
export function eventsRecorded(category: string, aggregate: Aggregate): DomainEvent[][] {
  return (STORIES[category] ?? []).map((story) => eventsOf(aggregate, story));
}

function eventsOf({ decider }: Aggregate, story: Story): DomainEvent[] {
  const events: DomainEvent[] = [];
  let state = decider.initial;
  for (const command of story) {
    const verdict = decider.decide(command, state);
    if (isRefusal(verdict)) throw new Error(`${command.kind} was refused: ${verdict.sentence}`);
    for (const event of verdict) {
      state = decider.evolve(state, event, eventId(events.length));
      events.push(event);
    }
  }
  return events;
}
