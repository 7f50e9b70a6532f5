import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openServedRecord, Readiness } from '#application';
import { EventStoreServer } from '../../../../test/support/event-store-server/server.ts';
import { id } from '../../../../test/support/ids.ts';
import { startWebOn, type Web } from '../../../../test/support/web.ts';

/** So late the lists of the second process are, which is less than a reader waits. */
const LATE_MS = 600;

describe('Two web processes on one event store', () => {
  let folder: string;
  let server: EventStoreServer;
  let [a, b]: Web[] = [];
  const first = () => a as Web;
  const second = () => b as Web;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-beside-'));
    server = await EventStoreServer.start();
    a = await startWebOn(await openServedRecord(server.url, join(folder, 'a')), id('f', 1));
    const late = await openServedRecord(server.url, join(folder, 'b'));
    const { store } = late;
    const subscribe = store.subscribe.bind(store);
    store.subscribe = async function* (...given) {
      for await (const batch of subscribe(...given)) {
        await pause(LATE_MS);
        yield batch;
      }
    };
    b = await startWebOn(late, id('f', 1));
  });
  afterEach(async () => {
    await Promise.all([first().stop(), second().stop()]);
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const report = { code: 'OIC', title: 'A report', expected: true };
  const codes = (list: Awaited<ReturnType<Web['get']>>) => list.body.items.map(({ code }: { code: string }) => code);

  it('show in each what was recorded in the other, at once to whoever recorded it', async () => {
    const recorded = await first().post('/api/reports/record-report', report);
    expect(recorded.status).toBe(201);
    const [cookie] = [recorded.headers['set-cookie'] ?? ''].flat();
    expect(cookie).toMatch(/^minutebook-seen=\d+\/\d+; Path=\/; Max-Age=60; HttpOnly; SameSite=Strict$/);
    // Who does not say what they have seen is shown what there is, which says that it is behind.
    expect((await second().get('/api/reports')).body).toMatchObject({ items: [], behind: true });
    const seen = await second().ask('GET', '/api/reports', { cookie: cookie?.split(';')[0] ?? '' });
    expect(codes(seen)).toEqual(['OIC']);
  });

  it.each(['', 'x', '1', '99999999999999999999/99999999999999999999'])(
    'answer whatever the cookie holds: %j',
    async (value) => {
      const { status } = await first().ask('GET', '/api/reports', { cookie: `minutebook-seen=${value}` });
      expect(status).toBe(200);
    },
  );

  it('record a command once that is sent to both', async () => {
    const headers = { 'idempotency-key': id('c', 7) };
    const both = await Promise.all(
      [first(), second()].map((web) => web.post('/api/reports/record-report', report, headers)),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body).toEqual(both[1]?.body);
  });

  it('say that they are not ready when they begin to stop, and close what they are asked on', async () => {
    first().app.get(Readiness).beginStopping();
    const ready = await first().get('/health/ready');
    expect([ready.status, ready.body.detail]).toEqual([503, 'This process is stopping.']);
    const agent = new Agent({ keepAlive: true });
    const connection = await new Promise<string | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port: first().port, path: '/api/reports', agent }, (response) => {
        resolve(response.resume().headers.connection);
      })
        .on('error', reject)
        .end();
    });
    expect(connection).toBe('close');
    agent.destroy();
    expect((await first().post('/api/reports/record-report', report)).status).toBe(201);
  });

  it('say that they are not ready while the event store does not answer, and that they are when it does', async () => {
    await server.kill();
    const ready = await first().get('/health/ready');
    expect([ready.status, ready.body.detail]).toEqual([503, 'The log does not answer. Nothing can be recorded now.']);
    await server.restart();
    let status = 0;
    for (let tries = 0; tries < 100 && status !== 200; tries += 1) {
      await pause(100);
      ({ status } = await first().get('/health/ready'));
    }
    expect(status).toBe(200);
  });
});
