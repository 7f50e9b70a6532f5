import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'docker-compose.yml');
const text = readFileSync(file, 'utf8');

type Mount = string | { readonly type: string; readonly source: string; readonly read_only?: boolean };

interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly Mount[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly [key: string]: unknown;
}

interface Composition {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const { services, volumes } = parse(text, { merge: true }) as Composition;
const each = Object.entries(services).map(([name, service]) => ({ name, service }));
const nodes = each.filter(({ service }) => service.image.includes('kurrentdb'));
const cluster = nodes.filter(({ service }) => service.profiles?.includes('cluster'));

/** What the check of `npm run check` says of a composition. */
function checked(composition: string): { readonly sound: boolean; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-compose-'));
  writeFileSync(join(folder, 'docker-compose.yml'), composition);
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { compose: string } };
  const args = scripts.compose.split(' ').slice(2, -1);
  const run = spawnSync(process.execPath, [...args, join(folder, 'docker-compose.yml')], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { sound: run.status === 0, said: run.stdout };
}

describe('The composition', () => {
  it('is checked against the schema of Compose', () => {
    expect(checked(text)).toMatchObject({ sound: true });
    const misspelt = checked(text.replace('pids_limit: 64', 'pids_limits: 64'));
    expect(misspelt).toMatchObject({ sound: false, said: expect.stringContaining('invalid-schema') as unknown });
    const ofAnotherKind = checked(text.replace('interval: 5s', 'interval: [5]'));
    expect(ofAnotherKind).toMatchObject({ sound: false, said: expect.stringContaining('invalid-schema') as unknown });
  });

  it.each(each)('publishes $name on loopback only, each port once', ({ service }) => {
    expect(service.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+:\d+$/)]);
    const published = each.flatMap(({ service: { ports = [] } }) => ports.map((port) => port.split(':')[1]));
    expect(published.length).toBe(new Set(published).size);
    expect(service['network_mode']).toBeUndefined();
  });

  it.each(each)('names the image of $name by an exact version', ({ service }) => {
    expect(service.image).toMatch(/^[a-z0-9./-]+:\d+\.\d+\.\d+[a-z0-9.-]*$/);
  });

  it.each(each)('asks $name for its health', ({ service: { healthcheck } }) => {
    expect(healthcheck).toMatchObject({ interval: expect.any(String), timeout: expect.any(String) });
    expect(healthcheck?.test[0]).toMatch(/^CMD(-SHELL)?$/);
  });

  it.each(each)('bounds what $name may use and do', ({ service }) => {
    expect(service).toMatchObject({
      cpus: expect.any(Number) as unknown,
      mem_limit: expect.stringMatching(/^\d+[mg]$/) as unknown,
      pids_limit: expect.any(Number) as unknown,
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      logging: { options: { 'max-size': '10m' } },
    });
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
  });

  it.each(each)('keeps what $name writes in named volumes of its own', ({ name, service }) => {
    for (const mount of service.volumes ?? []) {
      if (typeof mount === 'string') {
        expect(mount).toMatch(new RegExp(`^${name}-[a-z]+:/`));
        expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
      } else {
        expect(mount).toMatchObject({ type: 'bind', read_only: true, bind: { create_host_path: false } });
      }
    }
    expect(service.volumes?.some((mount) => typeof mount === 'string')).toBe(true);
  });

  it('has one version of the event store, which tells nobody about itself', () => {
    expect(nodes.map(({ name }) => name)).toEqual(['kurrentdb', 'kurrentdb-1', 'kurrentdb-2', 'kurrentdb-3']);
    expect(new Set(nodes.map(({ service }) => service.image)).size).toBe(1);
    for (const { service } of nodes) {
      expect(service.environment).toMatchObject({
        KURRENTDB_TELEMETRY_OPTOUT: 'true',
        KURRENTDB_RUN_PROJECTIONS: 'None',
        KURRENTDB__SECONDARY_INDEXING__ENABLED: 'false',
      });
    }
  });

  it('runs one node without certificates, and a cluster of three that asks who is there', () => {
    expect(nodes[0]?.service).not.toHaveProperty('profiles');
    expect(nodes[0]?.service.environment).toMatchObject({ KURRENTDB_CLUSTER_SIZE: '1', KURRENTDB_INSECURE: 'true' });
    expect(cluster).toHaveLength(3);
    for (const { name, service } of cluster) {
      const others = cluster.map((node) => node.name).filter((other) => other !== name);
      expect(service.environment).toMatchObject({
        KURRENTDB_CLUSTER_SIZE: '3',
        KURRENTDB_GOSSIP_SEED: others.map((other) => `${other}:2113`).join(','),
        KURRENTDB_NODE_HOST_ADVERTISE_AS: name,
        KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: name,
        KURRENTDB_ADVERTISE_HOST_TO_CLIENT_AS: 'localhost',
        KURRENTDB_ADVERTISE_NODE_PORT_TO_CLIENT_AS: service.ports?.[0]?.split(':')[1],
      });
      expect(service.environment).not.toHaveProperty('KURRENTDB_INSECURE');
      expect(service.healthcheck?.test).toContain('--cacert');
    }
    expect(text).not.toMatch(/PASSWORD: |changeit/);
  });

  it('has a Redis that refuses rather than forgets, and writes down what it was given', () => {
    const { command = [], volumes: kept } = services['redis'] ?? {};
    expect(command).toEqual(expect.arrayContaining(['--maxmemory-policy noeviction', '--appendonly yes']));
    expect(kept).toEqual(['redis-data:/data']);
  });
});
