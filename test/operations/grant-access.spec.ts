import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { grantEventStoreDbAccess, openEventStoreDb } from '#event-store';
import { bareClient, refusalOf } from '../support/event-store-server/bare-client.ts';

const prepareCluster = resolve(import.meta.dirname, '../../docker/prepare-cluster.sh');

let folder: string;
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const accounts = (account = 'minutebook', operator = 'admin') => ({
  EVENTSTORE_USER_FILE: write('user', `${account}\n`),
  EVENTSTORE_PASSWORD_FILE: write('password', 'a password\n'),
  EVENTSTORE_OPERATOR_USER_FILE: write('operator', operator),
  EVENTSTORE_OPERATOR_PASSWORD_FILE: write('operator-password', 'the admin’s'),
});
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-access-'));
  expect(spawnSync(prepareCluster, [join(folder, 'secrets')]).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As far as it is asked by HTTP. What it then is asked in its own protocol, it does not answer. */
describe('The account of Minutebook on an event store server', () => {
  let server: Server;
  let url: string;
  let asked: { readonly what: string; readonly as: string; readonly body: unknown }[];
  let answers: Record<string, readonly [status: number, body?: object]>;
  beforeAll(async () => {
    const file = (name: string): Buffer => readFileSync(join(folder, 'secrets', name));
    server = createServer({ cert: file('node-1/node.crt'), key: file('node-1/node.key') }, (request, response) => {
      void bodyOf(request).then((body) => {
        const what = `${request.method ?? ''} ${request.url ?? ''}`;
        const as = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString();
        if (request.url?.startsWith('/event_store') !== true) asked.push({ what, as, body });
        const [status, answer] = answers[what] ?? [404];
        response.writeHead(status).end(JSON.stringify(answer ?? {}));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const query = `tlsCAFile=${join(folder, 'secrets/trusted/ca.crt')}`;
    url = `esdb://localhost:${(server.address() as AddressInfo).port}?${query}`;
  });
  afterAll(() => void server.close());
  beforeEach(() => {
    asked = [];
    answers = { 'POST /users/': [201] };
  });

  const refusal = (environment: Record<string, string>, at = url): Promise<string> =>
    grantEventStoreDbAccess(at, environment).then(
      () => '',
      (error: Error) => error.message,
    );

  it('is made by the operator, in a group of its own', async () => {
    await refusal(accounts());
    expect(asked).toEqual([
      {
        what: 'POST /users/',
        as: 'admin:the admin’s',
        body: { fullName: 'Minutebook', groups: ['minutebook'], loginName: 'minutebook', password: 'a password' },
      },
    ]);
  });

  it('is given the password that stands in its file when there is one of that name', async () => {
    const reset = 'POST /users/minutebook/command/reset-password';
    answers = { 'POST /users/': [409], 'PUT /users/minutebook': [200], [reset]: [200] };
    await refusal(accounts());
    expect(asked.map(({ what, body }) => [what, body]).slice(1)).toEqual([
      ['PUT /users/minutebook', { fullName: 'Minutebook', groups: ['minutebook'] }],
      [reset, { newPassword: 'a password' }],
    ]);
  });

  it('is asked of the leader of a cluster', async () => {
    const { port } = server.address() as AddressInfo;
    const member = { isAlive: true, httpEndPointIp: 'localhost', httpEndPointPort: port };
    answers['GET /gossip'] = [
      200,
      {
        members: [
          { ...member, state: 'Follower', httpEndPointPort: 1 },
          { ...member, state: 'Leader' },
        ],
      },
    ];
    await refusal(accounts(), url.replace('esdb:', 'esdb+discover:'));
    expect(asked.map(({ what }) => what).slice(0, 2)).toEqual(['GET /gossip', 'POST /users/']);
    answers['GET /gossip'] = [200, { members: [{ ...member, state: 'Follower' }] }];
    expect(await refusal(accounts(), url.replace('esdb:', 'esdb+discover:'))).toContain('has no leader now');
  });

  it('is not made by somebody who may not, nor out of an account that may more', async () => {
    answers = { 'POST /users/': [401] };
    expect(await refusal(accounts())).toContain('does not let this operator make accounts');
    for (const name of ['admin', 'ops', 'chief']) {
      expect(await refusal(accounts(name, 'chief'))).toContain('Give Minutebook one of its own.');
    }
    expect(asked).toHaveLength(1);
    const { EVENTSTORE_USER_FILE, EVENTSTORE_PASSWORD_FILE } = accounts();
    expect(await refusal({ EVENTSTORE_USER_FILE, EVENTSTORE_PASSWORD_FILE })).toContain('Name the account to make');
    expect(await refusal(accounts(), 'esdb://127.0.0.1:1?tls=false')).toContain('asks nobody who they are');
  });
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
}

/** A server with TLS, and the files of its admin in EVENTSTORE_OPERATOR_USER_FILE and EVENTSTORE_OPERATOR_PASSWORD_FILE. */
const { EVENTSTORE_TEST_URL: real = '', ...environment } = process.env;
const isSecured = real !== '' && !/tls=false/i.test(real) && environment['EVENTSTORE_OPERATOR_USER_FILE'] !== undefined;

(isSecured ? describe : describe.skip)('That account on a real server', () => {
  it('reads the log and appends, and can delete nothing and change nothing of what a stream keeps', async () => {
    const admin = { ...environment, ...accountFiles() };
    await grantEventStoreDbAccess(real, admin);
    await grantEventStoreDbAccess(real, admin);

    const store = await openEventStoreDb(real, admin);
    const stream = `thing-${randomUUID()}` as const;
    const event = { id: randomUUID(), type: 'ThingHappened', data: {}, metadata: {} };
    expect(await store.append(stream, 'no-stream', [event])).toMatchObject({ outcome: 'appended' });
    expect((await store.read(stream)).events).toHaveLength(1);
    expect(await store.head()).toMatchObject({ eventId: event.id });
    await store.close();

    const client = bareClient(real.replace('://', '://minutebook:a password@'));
    for (const attempt of [
      () => client.deleteStream(stream),
      () => client.tombstoneStream(stream),
      () => client.setStreamMetadata(stream, { maxCount: 1 }),
      () => client.setStreamMetadata('$all', { acl: { readRoles: ['$all'] } }),
    ]) {
      expect(await refusalOf(attempt())).toBe('access-denied');
    }
    await client.dispose();
  });
});

function accountFiles(): Record<string, string> {
  const { EVENTSTORE_USER_FILE, EVENTSTORE_PASSWORD_FILE } = accounts();
  return { EVENTSTORE_USER_FILE, EVENTSTORE_PASSWORD_FILE };
}
