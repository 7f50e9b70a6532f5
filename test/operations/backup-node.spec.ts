import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const docker = resolve(import.meta.dirname, '../../docker');

/** What a node keeps, with an index of one table; written in the order in which they must not be read. */
const KEPT = {
  'chunk-000001.000000': 'the end of the log',
  'chunk-000000.000003': 'the log',
  'writer.chk': '20',
  'truncate.chk': '-1',
  'proposal.chk': '1',
  'epoch.chk': '10',
  'chaser.chk': '19',
  'index/indexmap': 'map',
  'index/5a1a8395-94ee-40c1-bf93-aa757b5887f8': 'table',
  'index/5a1a8395-94ee-40c1-bf93-aa757b5887f8.bloomfilter': 'filter',
  'index/scavenging/scavenging.db': 'scavenges',
  'index/stream-existence/streamExistenceFilter.dat': 'streams',
  'index/stream-existence/streamExistenceFilter.chk': '18',
};

interface Ran {
  readonly status: number | null;
  readonly out: Buffer;
  readonly said: string;
}

describe('docker/backup-node.sh and docker/restore-node.sh', () => {
  let folder: string;
  let store: string;
  let node: Server;
  /** What the node says of the scavenge that runs, the next time it is asked. */
  const NONE = 'ScavengeId: , ScavengeLink: ';
  const REFUSED = '';
  let answers: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minutebook-node-'));
    store = join(folder, 'store');
    for (const [name, text] of Object.entries({ ...KEPT, 'kurrent.ddb': 'another index', 'write-attempt.tmp': '' })) {
      mkdirSync(dirname(join(store, name)), { recursive: true });
      writeFileSync(join(store, name), text);
    }
    node = createServer((request, response) => {
      const answer = request.url === '/admin/scavenge/current' ? (answers.shift() ?? NONE) : undefined;
      response.writeHead(answer === undefined ? 404 : answer === REFUSED ? 401 : 200).end(answer);
    }).listen(0, '127.0.0.1');
    await once(node, 'listening');
  });
  afterAll(() => {
    node.close();
    rmSync(folder, { recursive: true });
  });

  async function run(script: string, place: string, input?: Buffer): Promise<Ran> {
    const { port } = node.address() as AddressInfo;
    const environment = { ...process.env, STORE: place, STORE_URL: `http://127.0.0.1:${port}` };
    // As it is run in a container: its text is handed to a shell.
    const child = spawn('sh', ['-c', readFileSync(join(docker, script), 'utf8')], { env: environment });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, out: Buffer.concat(out), said };
  }

  async function listed(archive: Buffer): Promise<string[]> {
    const child = spawn('tar', ['--list', '--gzip'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stdin.end(archive);
    await once(child, 'close');
    return out.trim().split('\n');
  }

  it('reads the index before the log, and each checkpoint before what it points into', async () => {
    const { status, out, said } = await run('backup-node.sh', store);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    const files = await listed(out);
    expect([...files].sort()).toEqual(
      Object.keys(KEPT)
        .filter((name) => name !== 'truncate.chk')
        .sort(),
    );
    expect(files[0]).toBe('index/stream-existence/streamExistenceFilter.chk');
    expect(files.slice(1, 6).every((name) => name.startsWith('index/') && !name.endsWith('.chk'))).toBe(true);
    // A node does not start where the chaser is further than the writer.
    expect(files.slice(6)).toEqual([
      ...['chaser.chk', 'epoch.chk', 'writer.chk', 'proposal.chk'],
      ...['chunk-000000.000003', 'chunk-000001.000000'],
    ]);
  });

  it('puts everything back, and cuts the log off where the chaser was', async () => {
    const { out } = await run('backup-node.sh', store);
    const restored = join(folder, 'restored');
    mkdirSync(restored);
    expect(await run('restore-node.sh', restored, out)).toMatchObject({ status: 0, said: '' });
    for (const [name, text] of Object.entries({ ...KEPT, 'truncate.chk': KEPT['chaser.chk'] })) {
      expect(readFileSync(join(restored, name), 'utf8')).toBe(text);
    }
    const again = await run('restore-node.sh', restored, out);
    expect(again.status).toBe(1);
    expect(again.said).toContain('Restore into a new volume');
  });

  it('puts back nothing of an archive that is cut off without saying so', async () => {
    const { out } = await run('backup-node.sh', store);
    const restored = join(folder, 'cut-off');
    mkdirSync(restored);
    expect((await run('restore-node.sh', restored, out.subarray(0, out.length >> 1))).status).not.toBe(0);
    expect(readdirSync(restored)).not.toContain('truncate.chk');
  });

  it.each([
    ['before', ['ScavengeId: f4e6befd-d12a-4f7a-a063-cbd4b7142c69, ScavengeLink: /admin/scavenge/f4e6befd']],
    ['when the files have been read', [NONE, 'ScavengeId: f4e6befd-d12a-4f7a-a063-cbd4b7142c69, ScavengeLink: ']],
  ])('is refused when a scavenge runs %s', async (_when, said) => {
    answers = [...said];
    const ran = await run('backup-node.sh', store);
    expect(ran.status).toBe(1);
    expect(ran.said).toContain('A scavenge is running');
    expect(answers).toEqual([]);
  });

  it('is refused when a file can’t be read, or the node does not let it in', async () => {
    const half = join(folder, 'half');
    mkdirSync(join(half, 'index'), { recursive: true });
    const ran = await run('backup-node.sh', half);
    expect(ran.status).toBe(1);
    expect(ran.said).toContain('is no backup');
    answers = [REFUSED];
    const refused = await run('backup-node.sh', store);
    expect(refused.status).not.toBe(0);
    expect(refused.said).toContain('401');
  });
});
