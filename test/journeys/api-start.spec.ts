/** What somebody meets who starts Minutebook for the first time, and what an operator meets who starts it wrongly. */

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecord } from '#application';
import { type BuiltServer, runToTheEnd, startBuiltServer } from '../support/built-server.ts';

const START_MS_MAX = 60_000;

describe('Somebody who tries Minutebook', () => {
  let folder: string;
  let server: BuiltServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-start-'));
    server = await startBuiltServer({ folder });
  }, START_MS_MAX);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const get = async (path: string): Promise<Response> => fetch(`${server.url}${path}`);

  it('is told where it listens and what to try, and what is told works', async () => {
    expect(server.said).toContain('Making the sample record');
    const tried = [...server.said.matchAll(/curl (\S+)/g)].map(([, url]) => url ?? '');
    expect(tried).toHaveLength(2);
    for (const url of tried) expect((await fetch(url)).status).toBe(200);
    expect(readdirSync(join(folder, 'data'))).toEqual(['sample']);
  });

  it('finds it ready, and up to date in words', async () => {
    expect((await get('/health/ready')).status).toBe(200);
    expect(await (await get('/health/status')).json()).toMatchObject({
      status: 'The record is up to date. Nothing is parked.',
    });
  });

  it('sees where OIC-R1 stands at each force', async () => {
    const { items } = (await (await get('/api/recommendations?finding=OIC-R1')).json()) as { items: object[] };
    expect(items).toEqual(
      ['HUM', 'NYP', 'SYP', 'WYP'].map((body) => expect.objectContaining({ reference: `OIC-R1/${body}` })),
    );
    expect(items[2]).toMatchObject({ nextDue: { date: '2026-04-30' }, positions: [{ code: 'accepted' }, {}] });
    expect(items[0]).toMatchObject({ status: 'noPositionRecorded', positions: [] });
  });

  it('can’t close OIC-R1/SYP while its action is open', async () => {
    const answer = await fetch(`${server.url}/api/recommendations/OIC-R1%2FSYP/close-recommendation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-acting-as': 'SYMCA/SEC' },
      body: JSON.stringify({ level: 'reported', layer: 'localPolicingBody', code: 'implemented', reason: 'Done.' }),
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      code: 'actions-open',
      detail: 'A recommendation can’t be closed while an action is open.',
      because: [{ kind: 'action' }],
    });
  });

  it('sees in a history that the date of a letter was corrected, and when that was not yet known', async () => {
    const path = '/api/recommendations/YHSOC-AFI-A%2FWYP/history';
    const told = async (query: string): Promise<string[]> =>
      ((await (await get(path + query)).json()) as { entries: { sentence: string }[] }).entries.map(
        ({ sentence }) => sentence,
      );
    const [then, now] = [await told('?asRecordedBy=2026-02-06'), await told('')];
    const corrections = now.filter((sentence) => !then.includes(sentence) && sentence.includes('corrected the date'));
    expect(corrections.join(' ')).toMatch(/5 February 2025.*5 February 2026/s);
    expect(then.join(' ')).not.toContain('corrected the date');
  });

  it(
    'leaves it in order, and finds the same record again',
    async () => {
      expect(await server.stop('SIGINT')).toMatchObject({ code: 0 });
      expect(existsSync(join(folder, 'data/sample/log.db-wal'))).toBe(false);
      server = await startBuiltServer({ folder });
      expect(server.said).not.toContain('Making the sample record');
      expect((await get('/api/recommendations/OIC-R1%2FSYP')).status).toBe(200);
      const { code, stderr } = await server.stop();
      expect(code).toBe(0);
      // One line of JSON a request, with no header and no body in it.
      expect(
        stderr
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
      ).toEqual([
        {
          ...{ level: 'info', time: expect.stringMatching(/Z$/), id: expect.any(String), ms: expect.any(Number) },
          ...{ method: 'GET', path: '/api/recommendations/OIC-R1%2FSYP', status: 200 },
        },
      ]);
    },
    START_MS_MAX,
  );
});

describe('A start that can’t be', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-start-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[environment: Record<string, string>, args: string[], said: RegExp]>([
    [{ HOST: '0.0.0.0' }, [], /^HOST is “0\.0\.0\.0”\. Until people can sign in, .*\n$/],
    [{ PORT: 'http' }, [], /^PORT is “http”\. Set it to .*\n$/],
    [
      {},
      ['--data', 'nowhere'],
      /^There is no record in nowhere\. Begin one with: npx minutebook init --data nowhere\n$/,
    ],
    [{}, ['--dat', 'x'], /^“--dat x” is not understood\. .*\n$/],
  ])('stops with one line and exit code 2: %j %j', async (environment, args, said) => {
    const { code, stdout, stderr } = await runToTheEnd({ environment, args, folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(readdirSync(folder)).toEqual([]);
  });

  it(
    'stops with one line when something else listens there',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => other.once('listening', resolve));
      const { port } = other.address() as { port: number };
      await openRecord(join(folder, 'record'), { begin: true }).close();
      const { code, stderr } = await runToTheEnd({
        environment: { PORT: String(port) },
        args: ['--data', 'record'],
        folder,
      });
      other.close();
      expect(code).toBe(3);
      expect(stderr).toBe(
        `Port ${String(port)} is in use. Stop what uses it, or choose another: PORT=3001 npm start\n`,
      );
    },
    START_MS_MAX,
  );
});
