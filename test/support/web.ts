/** The real web app on a real record in memory, asked over a real socket. */

import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { type Clock, Commands, foundRecord, type OpenRecord, openRecordInMemory, Projection } from '#application';
import { silentLog } from '../../apps/web/src/http/request-log.ts';
import { createWebApp, listen } from '../../apps/web/src/http/web-app.ts';
import { WebModule } from '../../apps/web/src/web.module.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  // What an answer holds is what a spec is there to find out.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly text: string;
}

export interface Web {
  readonly port: number;
  readonly record: OpenRecord;
  readonly app: INestApplicationContext;
  /** Asks for exactly this, and adds no header but those a connection needs. */
  ask(method: string, path: string, headers?: Record<string, string>, body?: string | Buffer): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** Sends a command as the secretary who founded the record. */
  post(path: string, fields: object, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export const SECRETARY = { 'x-acting-as': 'SYMCA/SEC' };

/** Begun with the body SYMCA and its secretary. */
export function startWeb(clock?: Clock): Promise<Web> {
  return startWebOn(openRecordInMemory(clock), randomUUID());
}

/**
 * On a record that this closes with it.
 * @param foundingId a UUID: the same again begins nothing twice
 */
export async function startWebOn(record: OpenRecord, foundingId: string): Promise<Web> {
  const app = await createWebApp(WebModule.of(record), silentLog);
  await listen(app, 0, '127.0.0.1');
  await app.get(Projection).start();
  const founded = await foundRecord(
    app.get(Commands),
    {
      bodyCode: 'SYMCA',
      bodyName: 'South Yorkshire Mayoral Combined Authority',
      bodyKind: 'localPolicingBody',
      postCode: 'SEC',
      postTitle: 'Board Secretary',
      personName: 'A Secretary',
    },
    foundingId,
    'cli',
  );
  if (founded.outcome !== 'done') throw new Error(`The record could not be founded: ${JSON.stringify(founded)}`);
  const { port } = app.getHttpServer().address() as { port: number };

  const ask: Web['ask'] = (method, path, named = {}, body) =>
    new Promise((resolve, reject) => {
      const headers = body === undefined ? named : { 'content-length': String(Buffer.byteLength(body)), ...named };
      const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string | undefined>,
            body: isJson ? JSON.parse(text) : undefined,
            text,
          });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });

  return {
    port,
    record,
    app,
    ask,
    get: (path) => ask('GET', path),
    post: (path, fields, headers = {}) =>
      ask('POST', path, { 'content-type': 'application/json', ...SECRETARY, ...headers }, JSON.stringify(fields)),
    async stop() {
      await app.close();
      await record.close();
    },
  };
}
