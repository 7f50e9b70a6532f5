/**
 * Sends HTTP/1.1 requests over a number of connections that are kept alive, each as soon as the one before it on the same
 * connection is answered. A client of its own on plain sockets, with every request written out beforehand, because a full
 * HTTP client costs more than the servers it is to measure. Run as a child process: `node load.ts`, with what to send as
 * JSON on stdin.
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
  /** The share of the time in which the client itself computed: near 1 it is the client that was measured. */
  readonly clientBusy: number;
}

const READ_BYTES = 16_384;
const END_OF_HEADERS = '\r\n\r\n';

export async function send({ port, connections, headers, requests }: Load): Promise<Loaded> {
  const common = Object.entries({ Host: `127.0.0.1:${String(port)}`, ...headers, 'Content-Type': 'application/json' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const written = requests.map(({ path, body }) =>
    Buffer.from(
      `POST ${path} HTTP/1.1\r\n${common}Content-Length: ${String(Buffer.byteLength(body))}${END_OF_HEADERS}${body}`,
    ),
  );
  const statuses: Record<string, number> = {};
  let next = 0;

  const converse = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let received: Buffer = Buffer.alloc(0);
      const take = (bytes: number, chunk: Uint8Array): boolean => {
        const news = Buffer.from(chunk.buffer, chunk.byteOffset, bytes);
        received = received.length === 0 ? news : Buffer.concat([received, news]);
        const length = lengthOfAnswer(received);
        if (length === undefined || received.length < length) {
          // The next chunk is read into the same bytes.
          received = Buffer.from(received);
          return true;
        }
        const status = received.toString('latin1', 9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        received = Buffer.from(received.subarray(length));
        ask();
        return true;
      };
      const socket = connect({
        port,
        host: '127.0.0.1',
        noDelay: true,
        onread: { buffer: Buffer.alloc(READ_BYTES), callback: take },
      });
      const ask = (): void => {
        const request = written[next];
        next += 1;
        if (request !== undefined) {
          socket.write(request);
          return;
        }
        socket.end();
        resolve();
      };
      socket.on('connect', ask);
      socket.on('error', reject);
    });

  const began = performance.now();
  const usedBefore = process.cpuUsage();
  await Promise.all(Array.from({ length: connections }, converse));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(usedBefore);
  return {
    seconds,
    perSecond: requests.length / seconds,
    statuses,
    clientBusy: (user + system) / 1_000_000 / seconds,
  };
}

/** With its headers, which say how long the body is; undefined when they are not whole yet. */
function lengthOfAnswer(received: Buffer): number | undefined {
  const end = received.indexOf(END_OF_HEADERS);
  if (end < 0) return undefined;
  const [, length] = /content-length: (\d+)/i.exec(received.toString('latin1', 0, end)) ?? [];
  return end + END_OF_HEADERS.length + Number(length ?? 0);
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify(await send(JSON.parse(await text(process.stdin)) as Load)));
}
