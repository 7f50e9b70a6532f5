/** The embedded log with 64 appends in flight, and a loop that inserts the same rows with nothing around it. */

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type EventToAppend, SqliteEventStore, type StreamName } from '#event-store';
import { freshFolder } from './folders.ts';
import { SETTINGS_OF_THE_LOG } from './peers/settings.ts';
import { atLeast, type Row } from './table.ts';

export const IN_FLIGHT = 64;

export async function log({ appends, rounds }: { appends: number; rounds: number }): Promise<Row[]> {
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const folder = freshFolder();
    const streams = Array.from({ length: IN_FLIGHT }, (): StreamName => `recommendation-${randomUUID()}`);
    const file = join(folder, 'ours.db');
    const store = SqliteEventStore.open(file);
    const events = Array.from({ length: appends }, eventLike);
    let began = performance.now();
    for (let first = 0; first < appends; first += IN_FLIGHT) {
      await Promise.all(
        events
          .slice(first, first + IN_FLIGHT)
          .map((event, n) =>
            store.append(streams[n] as StreamName, first === 0 ? 'no-stream' : first / IN_FLIGHT - 1, [event]),
          ),
      );
    }
    const took = performance.now() - began;
    await store.close();

    const database = likeTheLog(file, join(folder, 'raw.db'));
    const addStream = database.prepare('INSERT INTO streams (name) VALUES (?) RETURNING key');
    const add = database.prepare(
      'INSERT INTO events (stream, revision, id, type, stored_at, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const keys = streams.map((name) => (addStream.get(name) as { key: number }).key);
    began = performance.now();
    for (let first = 0; first < appends; first += IN_FLIGHT) {
      database.exec('BEGIN IMMEDIATE');
      const now = new Date().toISOString();
      events.slice(first, first + IN_FLIGHT).forEach(({ id, type, data, metadata }, n) => {
        const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
        add.run(keys[n] ?? 0, first / IN_FLIGHT, bytes, type, now, JSON.stringify(data), JSON.stringify(metadata));
      });
      database.exec('COMMIT');
    }
    const rawTook = performance.now() - began;
    database.close();
    if (round === 0) continue;
    ours.push((appends / took) * 1_000);
    raw.push((appends / rawTook) * 1_000);
  }
  return [atLeast('Embedded log, 64 in flight', ours, raw, 0.55, 'appends a second', 'raw insert loop')];
}

export function eventLike(): EventToAppend {
  const commandId = randomUUID();
  return {
    id: randomUUID(),
    type: 'ProgressReported',
    data: {
      body: commandId,
      concerns: [commandId],
      decidedBy: { person: commandId, post: commandId },
      action: commandId,
      progress: commandId,
      words: 'The reporting form now asks for the document. Training of duty officers goes on.',
    },
    metadata: {
      recordedAt: '2026-02-10T09:00:00.000Z',
      recordedBy: { person: commandId, post: commandId, body: commandId },
      commandId,
      commandHash: `${commandId}${commandId}`,
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
      authentication: 'claimed-local',
    },
  };
}

/** A database with the schema of the log, opened with the same settings. */
export function likeTheLog(log: string, file: string): DatabaseSync {
  const schema = new DatabaseSync(log, { readOnly: true });
  const database = new DatabaseSync(file);
  database.exec(SETTINGS_OF_THE_LOG);
  const statements = schema
    .prepare(
      "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'trigger'",
    )
    .all() as { sql: string }[];
  for (const { sql } of statements) database.exec(sql);
  schema.close();
  return database;
}
