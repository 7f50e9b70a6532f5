/**
 * The least that can do the same job: `node:http`, `node:sqlite`, the log's own schema and durability, and nothing else.
 * It takes the same requests, makes one event of about the size that Minutebook stores, appends it at the next revision
 * of the stream that the path names, and answers after COMMIT. It checks nothing, decides nothing and projects nothing.
 *
 * With `group` the requests of one turn of the event loop share a transaction, which is the fastest honest way; with
 * `single` each commits alone, which is what most servers do.
 *
 *     node bare-server.ts <database file made with the log's schema> <group|single>
 */

import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { SETTINGS_OF_THE_LOG } from './settings.ts';

const [, , file = '', mode = 'group'] = process.argv;
const database = new DatabaseSync(file);
database.exec(SETTINGS_OF_THE_LOG);
const keyOf = database.prepare('SELECT key FROM streams WHERE name = ?');
const addStream = database.prepare('INSERT INTO streams (name) VALUES (?) RETURNING key');
const last = database.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
const add = database.prepare(
  'INSERT INTO events (stream, revision, id, type, stored_at, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
);

interface Waiting {
  readonly stream: string;
  readonly body: string;
  readonly response: ServerResponse;
}
let waiting: Waiting[] = [];

function append({ stream, body }: Waiting): number {
  const key = (keyOf.get(stream) ?? addStream.get(stream)) as { key: number };
  const { revision: before } = last.get(key.key) as { revision: number | null };
  const revision = (before ?? -1) + 1;
  const now = new Date().toISOString();
  const commandId = randomUUID();
  const data = JSON.stringify({
    body: commandId,
    concerns: [commandId],
    decidedBy: { person: commandId, post: commandId },
    ...(JSON.parse(body) as object),
  });
  const metadata = JSON.stringify({
    recordedAt: now,
    recordedBy: { person: commandId, post: commandId, body: commandId },
    commandId,
    commandHash: `${commandId}${commandId}`,
    correlationId: commandId,
    causationId: commandId,
    schemaVersion: 1,
    authentication: 'claimed-local',
  });
  add.run(
    key.key,
    revision,
    Buffer.from(commandId.replaceAll('-', ''), 'hex'),
    'ProgressReported',
    now,
    data,
    metadata,
  );
  return revision;
}

function commit(group: readonly Waiting[]): void {
  database.exec('BEGIN IMMEDIATE');
  const revisions = group.map(append);
  database.exec('COMMIT');
  group.forEach(({ response }, index) => {
    const answer = JSON.stringify({ revision: revisions[index] });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [, , , id = ''] = (request.url ?? '').split('/');
    const asked = { stream: `recommendation-${id}`, body: Buffer.concat(chunks).toString(), response };
    if (mode === 'single') {
      commit([asked]);
      return;
    }
    waiting.push(asked);
    if (waiting.length === 1) {
      setImmediate(() => {
        const group = waiting;
        waiting = [];
        commit(group);
      });
    }
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`));
process.on('SIGTERM', () => {
  database.close();
  process.exit(0);
});
