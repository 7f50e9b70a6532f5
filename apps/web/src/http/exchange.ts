/** As much of Fastify's request and reply as is used here. */

import type { IncomingMessage } from 'node:http';

export interface Request {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly raw: IncomingMessage;
}

export interface Reply {
  readonly statusCode: number;
  /** Milliseconds since the request came in. */
  readonly elapsedTime: number;
  code(status: number): this;
  header(name: string, value: string): this;
  headers(values: Readonly<Record<string, string>>): this;
  send(payload?: unknown): this;
}

/** Without what may hold a person's words. */
export function pathOf(request: Pick<Request, 'url'>): string {
  const end = request.url.indexOf('?');
  return end === -1 ? request.url : request.url.slice(0, end);
}
