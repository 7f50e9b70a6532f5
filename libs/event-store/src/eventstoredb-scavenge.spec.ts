import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventStoreDbSettings } from './eventstoredb-settings.ts';
import { scavenge, type Telling } from './eventstoredb-scavenge.ts';

/** Three nodes that scavenge as EventStoreDB 23.10.8 does, each with files of its own. */
class Cluster implements Telling {
  /** Where in the log each point was set. */
  readonly points: number[] = [];
  /** How far each node has been scavenged, and by which point. */
  readonly reached = [-1, -1, -1];
  readonly results = new Map<string, string>();
  logEnd = 100;
  running = 0;
  runningMost = 0;
  /** A node that was broken off on its way to a point goes on to that one first. */
  readonly brokenOffAt: (number | undefined)[] = [];
  setsPoints = true;
  private servers: Server[] = [];

  async start(): Promise<void> {
    this.servers = [0, 1, 2].map((node) =>
      createServer((request, response) => {
        const answer = request.url === '/gossip' ? { members: this.members() } : { scavengeId: this.scavenge(node) };
        response.end(JSON.stringify(answer));
      }).listen(0, '127.0.0.1'),
    );
    await Promise.all(this.servers.map((server) => once(server, 'listening')));
  }

  stop(): void {
    for (const server of this.servers) server.close();
  }

  get url(): string {
    return `esdb+discover://127.0.0.1:${String(this.port(0))}?tls=false`;
  }

  private port(node: number): number {
    return (this.servers[node]?.address() as AddressInfo).port;
  }

  private members(): object[] {
    return [0, 1, 2].map((node) => ({
      ...{ isAlive: true, state: node === 0 ? 'Leader' : 'Follower' },
      ...{ httpEndPointIp: '127.0.0.1', httpEndPointPort: this.port(node) },
    }));
  }

  private scavenge(node: number): string {
    const id = `${String(node)}-${String(this.results.size)}-${String(this.running)}`;
    this.running += 1;
    this.runningMost = Math.max(this.runningMost, this.running);
    const newest = this.points.at(-1) ?? -1;
    const brokenOff = this.brokenOffAt[node];
    this.brokenOffAt[node] = undefined;
    if (brokenOff === undefined && newest <= (this.reached[node] ?? -1) && this.setsPoints) {
      this.points.push((this.logEnd += 1));
    }
    const goal = brokenOff ?? this.points.at(-1) ?? -1;
    setTimeout(() => {
      this.reached[node] = goal;
      this.running -= 1;
      this.results.set(id, 'Success');
    }, 5);
    return id;
  }

  end = async (): Promise<bigint> => BigInt(this.logEnd);
  newestPoint = async (): Promise<bigint | undefined> => {
    const newest = this.points.at(-1);
    return newest === undefined ? undefined : BigInt(newest);
  };
  resultOf = async (id: string): Promise<string | undefined> => this.results.get(id);
}

describe('scavenging every node of a cluster', () => {
  let cluster: Cluster;
  const run = () => scavenge(eventStoreDbSettings(cluster.url, {}), cluster, new AbortController().signal);
  beforeEach(async () => {
    cluster = new Cluster();
    await cluster.start();
  });
  afterEach(() => cluster.stop());

  const reachesAll = (deleted: number): boolean => cluster.reached.every((point) => point > deleted);

  it('brings each to a point after what was deleted, one after another', async () => {
    await run();
    expect(reachesAll(100)).toBe(true);
    expect(cluster.runningMost).toBe(1);
  });

  it('does so where a node set a point before that the others have not reached', async () => {
    cluster.points.push(50);
    cluster.reached[2] = 50;
    await run();
    expect(reachesAll(100)).toBe(true);
  });

  it('does so where nodes were broken off on their way to a point before', async () => {
    cluster.points.push(50);
    cluster.brokenOffAt.push(50, 50, 50);
    await run();
    expect(reachesAll(100)).toBe(true);
  });

  it('does not say that it is done when no node comes as far', async () => {
    cluster.setsPoints = false;
    await expect(run()).rejects.toThrow('Erase it again.');
  });
});
