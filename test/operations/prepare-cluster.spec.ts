import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('docker/prepare-cluster.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-cluster-'));
  const secrets = join(folder, 'secrets');
  afterAll(() => rmSync(folder, { recursive: true }));

  const prepare = (...args: string[]): { readonly status: number | null; readonly said: string } => {
    const { status, stdout, stderr } = spawnSync(join(root, 'docker/prepare-cluster.sh'), args, { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };
  const text = (name: string): string => readFileSync(join(secrets, name), 'utf8');
  const certificate = (name: string): X509Certificate => new X509Certificate(text(name));
  const daysLeft = (of: X509Certificate): number => Math.round((Date.parse(of.validTo) - Date.now()) / DAY_MS);

  beforeAll(() => {
    expect(prepare(secrets)).toMatchObject({ status: 0 });
  });

  it('makes a certificate authority, closed to others', () => {
    const authority = certificate('trusted/ca.crt');
    expect(authority.ca).toBe(true);
    expect(authority.verify(authority.publicKey)).toBe(true);
    expect(authority.checkPrivateKey(createPrivateKey(text('ca.key')))).toBe(true);
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    expect(statSync(join(secrets, 'ca.key')).mode & 0o777).toBe(0o600);
  });

  it.each([1, 2, 3])('makes a certificate for node %d, by which clients and the other nodes know it', (node) => {
    const authority = certificate('trusted/ca.crt');
    const made = certificate(`node-${node}/node.crt`);
    expect(made.checkIssued(authority)).toBe(true);
    expect(made.verify(authority.publicKey)).toBe(true);
    expect(made.checkPrivateKey(createPrivateKey(text(`node-${node}/node.key`)))).toBe(true);
    expect(made.ca).toBe(false);
    expect(made.subject).toBe('CN=minutebook-node');
    expect([made.checkHost(`kurrentdb-${node}`), made.checkHost('localhost'), made.checkIP('127.0.0.1')]).toEqual([
      `kurrentdb-${node}`,
      'localhost',
      '127.0.0.1',
    ]);
    expect(made.checkHost(`kurrentdb-${(node % 3) + 1}`)).toBeUndefined();
    expect(made.keyUsage).toEqual(expect.arrayContaining(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']));
    expect(daysLeft(made)).toBe(397);
  });

  it('makes passwords nobody can guess, a different one for each account', () => {
    const passwords = [text('admin-password'), text('ops-password')];
    for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect(new Set(passwords).size).toBe(2);
  });

  it('makes everything that docker-compose.yml takes from the host', () => {
    const composition = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
      readonly services: Readonly<
        Record<string, { readonly volumes: readonly (string | { readonly source: string })[] }>
      >;
      readonly secrets: Readonly<Record<string, { readonly file: string }>>;
    };
    const taken = [
      ...Object.values(composition.services).flatMap(({ volumes }) =>
        volumes.flatMap((mount) => (typeof mount === 'string' ? [] : [mount.source])),
      ),
      ...Object.values(composition.secrets).map(({ file }) => file),
    ];
    expect(taken).toHaveLength(8);
    for (const place of taken) {
      expect(existsSync(join(secrets, place.replace('./docker/secrets/', '')))).toBe(true);
      // The container reads under an id of its own.
      expect(statSync(join(secrets, place.replace('./docker/secrets/', ''))).mode & 0o004).toBe(0o004);
    }
    expect(taken).not.toContain('./docker/secrets');
  });

  it('keeps what is there, and renews the nodes alone when asked', () => {
    const all = ['trusted/ca.crt', 'ca.key', 'admin-password', 'node-1/node.crt', 'node-1/node.key'];
    const before = all.map(text);
    expect(prepare(secrets)).toEqual({ status: 0, said: '' });
    expect(all.map(text)).toEqual(before);
    expect(prepare('--renew', secrets)).toMatchObject({ status: 0 });
    expect(all.map((name, at) => text(name) === before[at])).toEqual([true, true, true, false, false]);
    expect(certificate('node-1/node.crt').checkIssued(certificate('trusted/ca.crt'))).toBe(true);
  });

  it('makes no second authority when the key of the first was taken away', () => {
    rmSync(join(secrets, 'ca.key'));
    const authority = text('trusted/ca.crt');
    const { status, said } = prepare('--renew', secrets);
    expect(status).toBe(1);
    expect(said).toContain('put it back');
    expect(text('trusted/ca.crt')).toBe(authority);
  });
});
