/** A recommendation as its own stream tells it, so that a page about it is never behind what was recorded. */

import { Injectable } from '@nestjs/common';
import { metadataOf, readable, RecordFacts } from '#application';
import {
  type CivilDate,
  endOfDayInLondon,
  type Raised,
  recommendation,
  type Recommendation,
  type RecommendationEvent,
  sayDate,
} from '#domain';
import { EventStore } from '#event-store';
import { Problem } from './problem.ts';

export interface FoldedRecommendation {
  readonly state: Raised;
  /** Of the last event that is folded in. */
  readonly revision: number;
  /** Oldest first. */
  readonly events: readonly FoldedEvent[];
}

export interface FoldedEvent {
  readonly id: string;
  readonly event: RecommendationEvent;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly commandId: string;
}

@Injectable()
export class FoldedRecommendations {
  constructor(
    private readonly store: EventStore,
    private readonly facts: RecordFacts,
  ) {}

  /**
   * @param reference as it is printed, `OIC-R1/SYP`, or an id
   * @param asRecordedBy as it had been recorded by the end of this day; as it is recorded now when left out
   * @throws {Problem} it is not in the record
   */
  async find(reference: string, asRecordedBy?: CivilDate): Promise<FoldedRecommendation> {
    const id = await this.facts.resolve('recommendation', reference);
    const found = id === undefined ? undefined : await this.get(id, asRecordedBy);
    if (found !== undefined) return found;
    const when = asRecordedBy === undefined ? '' : ` as recorded by ${sayDate(asRecordedBy)}`;
    throw new Problem('missing', `There is no recommendation “${reference}” in the record${when}.`);
  }

  async get(id: string, asRecordedBy?: CivilDate): Promise<FoldedRecommendation | undefined> {
    const until = asRecordedBy === undefined ? undefined : endOfDayInLondon(asRecordedBy);
    const { events } = await this.store.read(`recommendation-${id}`);
    let state: Recommendation = recommendation.initial;
    const folded: FoldedEvent[] = [];
    for (const recorded of events) {
      const { recordedAt, commandId } = metadataOf(recorded);
      // Within a stream nothing was recorded before what stands before it.
      if (until !== undefined && recordedAt >= until) break;
      const event = readable(recorded) as RecommendationEvent;
      state = recommendation.evolve(state, event, recorded.id);
      folded.push({ id: recorded.id, event, recordedAt, commandId });
    }
    return state.status === 'none' ? undefined : { state, revision: folded.length - 1, events: folded };
  }
}
