/**
 * Sends HTTP/1.1 requests over a number of connections that are kept alive, each as soon as the one before it on the same
 * connection is answered. A client of its own on plain sockets, because a full HTTP client costs more than the servers
 * it is to measure. Run as a child process: `node load.ts`, with what to send as JSON on stdin.
 */

import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: readonly { readonly path: string; readonly body: string }[];
}

export interface Loaded {
  readonly seconds: number;
  readonly perSecond: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
}

export async function send({ port, connections, headers, requests }: Load): Promise<Loaded> {
  const statuses: Record<string, number> = {};
  const common = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1').setNoDelay(true);
          let received = '';
          const ask = (): void => {
            const request = requests[next];
            next += 1;
            if (request === undefined) {
              socket.end();
              resolve();
              return;
            }
            socket.write(
              `POST ${request.path} HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n${common}Content-Type: application/json\r\n` +
                `Content-Length: ${String(Buffer.byteLength(request.body))}\r\n\r\n${request.body}`,
            );
          };
          socket.on('connect', ask);
          socket.on('error', reject);
          socket.on('data', (chunk: Buffer) => {
            received += chunk.toString('latin1');
            const end = received.indexOf('\r\n\r\n');
            if (end < 0) return;
            const length = Number(/content-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0);
            if (received.length < end + 4 + length) return;
            const status = received.slice(9, 12);
            statuses[status] = (statuses[status] ?? 0) + 1;
            received = received.slice(end + 4 + length);
            ask();
          });
        }),
    ),
  );
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, perSecond: requests.length / seconds, statuses };
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify(await send(JSON.parse(await text(process.stdin)) as Load)));
}
