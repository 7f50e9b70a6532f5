/**
 * The least that could do the same job on an event store server: `node:http`, the event store's own client, and nothing
 * else. It takes the same requests, reads the item once as Minutebook does, makes one event of about the size that
 * Minutebook stores, appends it at the revision it knows, and answers. It checks nothing, decides nothing and keeps no
 * lists; what it appends it hears of as a reader, as whoever keeps lists must.
 *
 *     node bare-client-server.ts <address of the event store>
 */

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventToAppend, JsonObject } from '#event-store';
import { APART, BareClient } from './bare-client.ts';

const client = new BareClient(process.argv[2] ?? '');
client.follow();
/** Where each item stands once what was asked for it before is done. */
const revisions = new Map<string, Promise<number | 'no-stream'>>();

function append(id: string, body: string): Promise<number> {
  const before = revisions.get(id) ?? client.read(`recommendation-${id}`).then((): number | 'no-stream' => 'no-stream');
  const appended = before.then((revision) => client.append(`bare-${id}`, revision, [eventOf(body)]));
  revisions.set(id, appended);
  return appended;
}

function eventOf(body: string): EventToAppend {
  const commandId = randomUUID();
  return {
    id: commandId,
    type: `${APART}ProgressReported`,
    data: {
      body: commandId,
      concerns: [commandId],
      decidedBy: { person: commandId, post: commandId },
      ...(JSON.parse(body) as JsonObject),
    },
    metadata: {
      recordedAt: new Date().toISOString(),
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

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [, , , id = ''] = (request.url ?? '').split('/');
    append(id, Buffer.concat(chunks).toString()).then(
      (revision) => {
        const answer = JSON.stringify({ revision });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
        response.end(answer);
      },
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        response.writeHead(500, { 'content-length': 0 }).end();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`));
process.on('SIGTERM', () => process.exit(0));
