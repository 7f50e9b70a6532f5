/** F21: the log holds events in every form that was ever stored. */

import { createHash } from 'node:crypto';
import { readable } from '#application';
import type { DomainEvent } from '#domain';
import type { StreamName } from '#event-store';
import { type Aggregate, aggregates, eventsRecorded } from '../history/recorded.ts';
import { formsOf, sampleOf, samplesOf, versionOf } from '../history/samples.ts';
import { eventId } from '../support/ids.ts';
import { type Fault, firstOf, type Run, type Seen } from './fault.ts';
import { openKept, STORES } from './kept.ts';
import type { Random } from './random.ts';

interface Stored extends DomainEvent {
  readonly schemaVersion: number;
}

export const storedForms: Fault = {
  id: 'F21',
  fault: 'The log holds events in every form ever stored',
  injected: 'the stored sample of each form in the stream it belongs to, appended and read back',
  criterion: 'the same state as of the sample itself, 100 %; the stored text unchanged',
  stores: STORES,
  async run({ random, place, say }: Run): Promise<Seen> {
    const record = await openKept(await place('forms'));
    const wrong: string[] = [];
    let [forms, events] = [0, 0];
    for (const { category, aggregate } of aggregates) {
      const [samples, stories] = [samplesOf(category), eventsRecorded(category, aggregate)];
      for (const form of formsOf(aggregate)) {
        const sample = sampleOf(samples, form);
        const story = stories.find((told) => told.some(({ type }) => type === sample.type)) ?? [];
        const at = story.findIndex(({ type }) => type === sample.type);
        const stored = story.map((event, index): Stored => {
          const { type, data } = index === at ? sample : event;
          return { type, data, schemaVersion: index === at ? versionOf(form) : (aggregate.forms[type] ?? 1) };
        });
        const stream: StreamName = `${category}-${random.uuid()}`;
        await record.store.append(
          stream,
          'no-stream',
          stored.map((event) => toAppend(event, random)),
        );
        const { events: found } = await record.store.read(stream);
        forms += 1;
        events += found.length;
        for (const [index, { data }] of stored.entries()) {
          if (JSON.stringify(found[index]?.data) !== JSON.stringify(data))
            wrong.push(`${form}: event ${String(index)} of its stream has another text than was stored.`);
        }
        if (at < 0 || hashOf(aggregate, found.map(readable)) !== hashOf(aggregate, stored))
          wrong.push(`${form}: it leaves another state than its sample.`);
        say(`${String(forms)} forms`);
      }
    }
    await record.close();
    return {
      times: forms,
      figures: `${String(forms)} forms in ${String(events)} events, ${String(wrong.length)} with another state or text`,
      wrong: firstOf(wrong),
    };
  },
};

function toAppend({ type, data, schemaVersion }: Stored, random: Random) {
  const commandId = random.uuid();
  const recordedAt = '2026-01-01T09:00:00.000Z';
  const metadata = { recordedAt, recordedBy: { body: commandId }, commandId, schemaVersion, authentication: 'cli' };
  return { id: random.uuid(), type, data: data as never, metadata };
}

function hashOf({ decider }: Aggregate, events: readonly DomainEvent[]): string {
  let state: unknown = decider.initial;
  for (const [index, event] of events.entries()) state = decider.evolve(state, event, eventId(index));
  const plain = (_key: string, value: unknown): unknown =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value;
  return createHash('sha256').update(JSON.stringify(state, plain)).digest('hex');
}
