/** Records of a size to measure with, made by commands or, where only their number matters, by appending events. */

import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import {
  ApplicationModule,
  Commands,
  findingIdOf,
  foundRecord,
  type OpenRecord,
  openRecord,
  openServedRecord,
  Projection,
  recommendationIdOf,
} from '#application';
import type { EventStore, EventToAppend, StreamName } from '#event-store';

export const ACTING_AS = 'SYMCA/SEC';
const REPORT = '0c0ffee0-0000-4000-8000-000000000001';
const BODY = '0c0ffee0-0000-4000-8000-000000000002';
const ACTOR = { person: '0c0ffee0-0000-4000-8000-000000000003', post: '0c0ffee0-0000-4000-8000-000000000004' };
const TEXT =
  'By 30 April 2026, chief constables should make sure that every time a member of their force reports a case to the national unit, the reporting officer completes and submits the required intelligence document.';

export interface Item {
  readonly id: string;
  readonly action: string;
}

/** An event with the metadata every event has. */
function event(type: string, data: object, at = '2026-01-05T10:00:00.000Z'): EventToAppend {
  const commandId = randomUUID();
  return {
    id: randomUUID(),
    type,
    data: { body: BODY, concerns: [REPORT], decidedBy: ACTOR, ...data },
    metadata: {
      recordedAt: at,
      recordedBy: { ...ACTOR, body: BODY },
      commandId,
      commandHash: `${commandId}${commandId}`.replaceAll('-', ''),
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
      authentication: 'cli',
    },
  };
}

/** A recommendation with an open action, and as many notes of progress as asked. */
function history(number: number, notes: number): { item: Item; stream: StreamName; events: EventToAppend[] } {
  const finding = findingIdOf(REPORT, `R${String(number)}`);
  const id = recommendationIdOf(finding, BODY);
  const action = randomUUID();
  const day = (n: number) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString();
  return {
    item: { id, action },
    stream: `recommendation-${id}`,
    events: [
      event(
        'RecommendationRaised',
        {
          recommendation: id,
          reference: `BENCH-R${String(number)}/SYP`,
          report: REPORT,
          finding,
          copy: {
            kind: 'recommendation',
            label: `Recommendation ${String(number)}`,
            text: TEXT,
            subParts: [],
            deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' },
          },
        },
        day(0),
      ),
      event(
        'PositionRecorded',
        {
          position: randomUUID(),
          layer: 'chiefOfficer',
          code: 'accepted',
          words: 'It has been accepted.',
          qualifiers: [],
        },
        day(1),
      ),
      event(
        'ActionAssigned',
        {
          action,
          number: 1,
          title: 'Make the document part of every report',
          lead: { kind: 'post', post: ACTOR.post },
          supporters: [],
          deliveredWith: [],
          due: { kind: 'on', date: '2026-04-30', basis: 'printed' },
        },
        day(2),
      ),
      ...Array.from({ length: notes }, (_unused, n) =>
        event(
          'ProgressReported',
          { action, progress: randomUUID(), words: `What has been done by week ${String(n)}.` },
          day(3 + n),
        ),
      ),
    ],
  };
}

/** Appends recommendations with their histories to a record: so many at once, numbered from a first one. */
export async function appendRecommendations(
  record: OpenRecord,
  count: number,
  notes: number,
  { from = 0, atOnce = 200 }: { from?: number; atOnce?: number } = {},
): Promise<Item[]> {
  const items: Item[] = [];
  for (let first = 0; first < count; first += atOnce) {
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - first) }, async (_unused, n) => {
        const { item, stream, events } = history(from + first + n, notes);
        await record.store.append(stream, 'no-stream', events);
        items.push(item);
      }),
    );
  }
  return items;
}

/** A record begun as a person begins one, so that commands can be sent to it. Its log is in the folder, or on a server. */
export async function begunRecord(folder: string, eventStore?: string): Promise<OpenRecord> {
  const record =
    eventStore === undefined ? openRecord(folder, { begin: true }) : await openServedRecord(eventStore, folder);
  const app = await NestFactory.createApplicationContext(ApplicationModule.of(record), { logger: false });
  await app.get(Projection).start();
  const outcome = await foundRecord(
    app.get(Commands),
    {
      bodyCode: 'SYMCA',
      bodyName: 'South Yorkshire Mayoral Combined Authority',
      bodyKind: 'localPolicingBody',
      postCode: 'SEC',
      postTitle: 'Board Secretary',
      personName: 'A Secretary',
    },
    randomUUID(),
    'cli',
  );
  if (outcome.outcome !== 'done') throw new Error(`The record could not be begun: ${JSON.stringify(outcome)}`);
  await app.close();
  return record;
}

/** Reads the whole log into the lists. */
export async function project(record: OpenRecord): Promise<void> {
  for await (const batch of record.store.subscribe(record.readModel.begin(), [], new AbortController().signal)) {
    record.readModel.project(batch);
    if (batch.isCaughtUp) return;
  }
}

export async function countEvents(store: EventStore): Promise<number> {
  let count = 0;
  for await (const batch of store.subscribe(undefined, [], new AbortController().signal)) {
    count += batch.events.length;
    if (batch.isCaughtUp) return count;
  }
  return count;
}
