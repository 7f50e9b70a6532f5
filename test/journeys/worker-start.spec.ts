/** What an operator meets who starts a worker, rightly or wrongly. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecord } from '#application';
import { runToTheEnd, startBuiltServer } from '../support/built-server.ts';
import { EventStoreServer } from '../support/event-store-server/server.ts';

describe('Somebody who runs a worker', () => {
  let folder: string;
  let eventStore: EventStoreServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-worker-'));
    eventStore = await EventStoreServer.start();
  });
  afterAll(async () => {
    await eventStore.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const app = 'worker';

  it('is told where it says how it is, and stops it with nothing left open', async () => {
    const environment = { EVENTSTORE_URL: eventStore.url };
    const worker = await startBuiltServer({ app, environment, args: ['--data', 'lists'], folder });
    expect(worker.said).toMatch(
      /^The worker follows the record, with its lists in lists\. It says how it is on http:\/\/127\.0\.0\.1:\d+\/health\/ready\. Ctrl\+C stops it\.\n$/,
    );
    const ask = async (path: string) => {
      const answer = await fetch(`${worker.url}${path}`);
      return [answer.status, ((await answer.json()) as { status: string }).status];
    };
    expect(await ask('/health/live')).toEqual([200, 'The worker is running.']);
    expect(await ask('/health/ready')).toEqual([200, 'The worker is ready.']);
    expect(await ask('/')).toEqual([404, 'Ask for /health/live or /health/ready.']);
    const begun = performance.now();
    expect(await worker.stop()).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(readdirSync(join(folder, 'lists', 'views')).sort()).toEqual(['current', 'views-1.db']);
  });

  it.each<[environment: Record<string, string>, args: string[], code: number, said: RegExp]>([
    [{}, ['--data', 'x'], 2, /^EVENTSTORE_URL is not set\. A worker is for .*\n$/],
    [{ EVENTSTORE_URL: 'esdb://localhost:1?tls=false' }, [], 2, /^EVENTSTORE_URL is set, so this process needs .*\n$/],
    [{ EVENTSTORE_URL: 'http://localhost' }, ['--data', 'x'], 3, /^The address of the event store is not one .*\n$/],
    [
      { EVENTSTORE_URL: 'esdb://localhost:1?tls=false' },
      ['--data', 'x'],
      3,
      /^The event store can't be used now .*\n$/,
    ],
    [
      { EVENTSTORE_URL: 'esdb://localhost:1?tls=false' },
      ['--data', 'record'],
      2,
      /^record holds a record with a .*\n$/,
    ],
  ])('is told in one line why it can’t be: %j %j', async (environment, args, code, said) => {
    await openRecord(join(folder, 'record'), { begin: true }).close();
    const ended = await runToTheEnd({ app, environment, args, folder });
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toMatch(said);
  });

  it('is told when something else listens there', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const environment = { EVENTSTORE_URL: eventStore.url, PORT: String(port) };
    const { code, stderr } = await runToTheEnd({ app, environment, args: ['--data', 'lists'], folder });
    other.close();
    expect(code).toBe(3);
    expect(stderr).toBe(
      `Port ${String(port)} is in use. Stop what uses it, or choose another: PORT=3001 npm run worker\n`,
    );
  });
});
