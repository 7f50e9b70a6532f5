/**
 * Spreads requests over several web processes, as a load balancer does: it asks each whether it is ready, and what one of
 * them does not answer it sends to another, with the headers it came with.
 */

import { Agent, createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const ASK_EVERY_MS = 250;
const TRIES_MAX = 5;
/** So long a request waits for a process that is ready. */
const WAIT_MS_MAX = 10_000;
const UNAVAILABLE = 503;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export class Balancer {
  /** Requests that were sent to another process because the first did not answer, or answered that it can't. */
  retried = 0;
  /** Requests that nobody answered in the end. */
  failed = 0;
  private readonly behind = new Map<string, { isReady: boolean }>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private readonly asking: NodeJS.Timeout;
  private next = 0;

  private constructor() {
    this.server = createServer((incoming, outgoing) => {
      void this.forward(incoming).then(({ status, headers, body }) => {
        const { connection: _connection, 'transfer-encoding': _encoding, ...kept } = headers;
        outgoing.writeHead(status, kept).end(body);
      });
    });
    this.asking = setInterval(() => void this.askAll(), ASK_EVERY_MS);
  }

  static async open(): Promise<Balancer> {
    const balancer = new Balancer();
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async add(url: string): Promise<void> {
    this.behind.set(url, { isReady: false });
    await this.askAll();
  }

  remove(url: string): void {
    this.behind.delete(url);
  }

  close(): void {
    clearInterval(this.asking);
    this.server.close();
    this.server.closeAllConnections();
    this.agent.destroy();
  }

  private async askAll(): Promise<void> {
    await Promise.all(
      [...this.behind].map(async ([url, one]) => {
        const asked = this.ask(new URL('/health/ready', url), 'GET', {}, Buffer.alloc(0));
        one.isReady = await asked.then(
          ({ status }) => status === 200,
          () => false,
        );
      }),
    );
  }

  private async forward(incoming: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = 'GET', url = '/', headers } = incoming;
    let last: Answer | undefined;
    const triedBefore = new Set<string>();
    for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
      const target = await this.pick(triedBefore);
      if (target === undefined) break;
      triedBefore.add(target);
      try {
        last = await this.ask(new URL(url, target), method, headers, body);
        if (last.status !== UNAVAILABLE) return last;
      } catch {
        // It may have been done and it may not: the key in its headers tells the next one.
        const gone = this.behind.get(target);
        if (gone) gone.isReady = false;
      }
      this.retried += 1;
    }
    this.failed += 1;
    return last ?? { status: UNAVAILABLE, headers: {}, body: Buffer.from('Nobody answers.') };
  }

  /** The next in turn that is ready, rather one that was not asked yet. */
  private async pick(triedBefore: ReadonlySet<string>): Promise<string | undefined> {
    const begun = performance.now();
    while (performance.now() - begun < WAIT_MS_MAX) {
      const ready = [...this.behind].filter(([, { isReady }]) => isReady).map(([url]) => url);
      const fresh = ready.filter((url) => !triedBefore.has(url));
      const among = fresh.length > 0 ? fresh : ready;
      if (among.length > 0) return among[(this.next += 1) % among.length];
      await pause(20);
    }
    return undefined;
  }

  private ask(url: URL, method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const { host: _host, connection: _connection, ...passed } = headers;
      const asked = request(url, { method, headers: passed, agent: this.agent, timeout: WAIT_MS_MAX }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      asked.on('timeout', () => asked.destroy(new Error('No answer in time.')));
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
