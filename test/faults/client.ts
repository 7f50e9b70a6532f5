/** A client with a connection and cookies of its own, which knows whether what it sent can have arrived. */

import { Agent, request } from 'node:http';
import { PATIENCE_MS } from './fault.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** Of an answer in JSON. */
  // What an answer holds is what a test is there to find out.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Cuts the connection when the answer begins to arrive. */
  readonly cutsOff?: boolean;
}

/** No answer came. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** Whether the server can have received it. */
  readonly mayHaveArrived: boolean;
  constructor(why: string, mayHaveArrived: boolean) {
    super(why);
    this.mayHaveArrived = mayHaveArrived;
  }
}

export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly address: () => string;
  private readonly cookies = new Map<string, string>();

  /** @param address where the server listens now, `http://127.0.0.1:4100`: after a restart it is elsewhere */
  constructor(address: () => string) {
    this.address = address;
  }

  /** @throws {NoAnswer} */
  ask({ method, path, headers: given = {}, body, cutsOff = false }: Asked): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...given, ...(cookie === '' ? {} : { cookie }) };
    return new Promise((resolve, reject) => {
      const asked = request(
        new URL(path, this.address()),
        {
          method,
          agent: this.agent,
          headers: body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          timeout: PATIENCE_MS,
        },
        (response) => {
          if (cutsOff) {
            asked.destroy(new Error('The client went away.'));
            return;
          }
          for (const set of response.headers['set-cookie'] ?? []) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
            this.cookies.set(name, value);
          }
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', (error) => reject(new NoAnswer(error.message, true)));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers as Record<string, string | undefined>,
              text,
              body: /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(text) : undefined,
            });
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('No answer in time.')));
      asked.on('error', (error: NodeJS.ErrnoException) => {
        reject(new NoAnswer(error.message, error.code !== 'ECONNREFUSED'));
      });
      asked.end(body);
    });
  }

  get(path: string): Promise<Answer> {
    return this.ask({ method: 'GET', path });
  }

  close(): void {
    this.agent.destroy();
  }
}
