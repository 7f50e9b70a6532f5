/** The command line on a record whose log an event store server keeps: the same words, to the byte. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreServer } from '../support/event-store-server/server.ts';

const PROGRAM = resolve('dist/apps/cli/src/main.js');
const root = mkdtempSync(join(tmpdir(), 'minutebook-served-'));
const [embedded, served] = [join(root, 'embedded'), join(root, 'served')];
let server: EventStoreServer;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Without waiting for it at a stop: the server it asks runs in this process. */
function minutebook(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });
}

const onServer = (...args: string[]) => minutebook({ EVENTSTORE_URL: server.url }, ...args);

beforeAll(async () => {
  server = await EventStoreServer.start();
  expect(await minutebook({}, 'sample', '--data', embedded)).toMatchObject({ code: 0 });
  expect(await onServer('sample', '--data', served)).toMatchObject({ code: 0 });
}, 120_000);

afterAll(async () => {
  await server.kill();
  rmSync(root, { recursive: true });
});

describe('a record on an event store server', () => {
  it.each([
    ['register', []],
    ['directory', []],
    ['history', ['YHSOC-AFI-A/WYP']],
    ['history', ['OIC-R1/SYP']],
  ])('prints the same bytes as one in a folder: %s %j', async (command, args) => {
    const words = [command, ...args];
    const here = await minutebook({}, ...words, '--data', embedded);
    expect(here.code).toBe(0);
    expect(here.out).not.toBe('');
    expect(await onServer(...words, '--data', served)).toEqual(here);
  });

  it('has lists that can be made anew anywhere', async () => {
    const elsewhere = join(root, 'elsewhere');
    const { code, out } = await onServer('rebuild', '--check', '--data', elsewhere);
    expect(code).toBe(0);
    expect(out).toMatch(/are the same as the live ones\.\nequal\n$/);
  });

  it('is not begun twice, nor mistaken for the one in a folder', async () => {
    const refusals: [args: string[], sentence: string][] = [
      [['sample', '--data', join(root, 'again')], 'The event store holds a record already.'],
      [['init', '--data', join(root, 'again')], 'The event store holds a record already.'],
      [['register', '--data', embedded], 'holds a record with a log of its own, and EVENTSTORE_URL names another log.'],
      [['register'], 'EVENTSTORE_URL is set, so the lists need a folder of their own.'],
    ];
    for (const [args, sentence] of refusals) {
      const { code, err } = await onServer(...args);
      expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    }
  });

  it('is not there when the server is empty or gone', async () => {
    const empty = await EventStoreServer.start();
    const there = { EVENTSTORE_URL: empty.url };
    const folder = join(root, 'empty');
    const { code, err } = await minutebook(there, 'register', '--data', folder);
    expect([code, err]).toEqual([2, expect.stringContaining('The event store holds no record yet.')]);
    await empty.kill();
    const gone = await minutebook(there, 'register', '--data', folder);
    expect([gone.code, gone.err]).toEqual([3, expect.stringContaining("The event store can't be used now")]);
  });
});
