/**
 * A node of an event store that is made to fail: the server of the tests, or a real one where EVENTSTORE_TEST_NODE names the
 * program that starts it. Clients reach it through a front of ours, which can swallow what they say.
 */

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request, type RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Front } from '../support/event-store-server/front.ts';
import { EventStoreServer } from '../support/event-store-server/server.ts';

/** What a node is made of, whoever made it. */
interface Engine {
  readonly port: number;
  kill(): Promise<void>;
  /** At the port it had, with the data it had. */
  restart(): Promise<void>;
  copy(): Promise<Engine>;
  /** For good. */
  end(): Promise<void>;
}

export class EventStoreNode {
  /** Where clients find it. */
  readonly url: string;
  /** Past the front. */
  readonly directUrl: string;
  private readonly engine: Engine;
  private readonly front: Front;
  private readonly copies: EventStoreNode[] = [];

  private constructor(engine: Engine, front: Front) {
    this.engine = engine;
    this.front = front;
    this.url = urlOf(front.port);
    this.directUrl = urlOf(engine.port);
  }

  static async start(): Promise<EventStoreNode> {
    const program = process.env['EVENTSTORE_TEST_NODE'];
    return EventStoreNode.of(program === undefined ? await OurEngine.start() : await RealEngine.start(program));
  }

  private static async of(engine: Engine): Promise<EventStoreNode> {
    return new EventStoreNode(engine, await Front.open(0, engine.port, passedTo(engine.port), undefined));
  }

  /** `kill -9`, as far as its clients can tell. */
  kill(): Promise<void> {
    return this.engine.kill();
  }

  restart(): Promise<void> {
    return this.engine.restart();
  }

  /** Nothing passes any more on the connections there are, and nobody is told. Others can be made. */
  swallow(): void {
    this.front.blackHole();
    this.front.endBlackHole();
  }

  /** Another node with what this one holds now. A real one must not be written to meanwhile. */
  async copy(): Promise<EventStoreNode> {
    const copy = await EventStoreNode.of(await this.engine.copy());
    this.copies.push(copy);
    return copy;
  }

  /** With all its copies. */
  async end(): Promise<void> {
    await Promise.all(this.copies.map((copy) => copy.end()));
    await this.front.kill();
    await this.engine.end();
  }
}

class OurEngine implements Engine {
  readonly port: number;
  private readonly server: EventStoreServer;
  private isUp = true;

  private constructor(server: EventStoreServer) {
    this.server = server;
    this.port = server.port;
  }

  static async start(log?: EventStoreServer['log']): Promise<OurEngine> {
    return new OurEngine(await EventStoreServer.start(log === undefined ? {} : { log }));
  }

  async kill(): Promise<void> {
    this.isUp = false;
    await this.server.kill();
  }

  async restart(): Promise<void> {
    await this.server.restart();
    this.isUp = true;
  }

  copy(): Promise<Engine> {
    return OurEngine.start(this.server.log.copy());
  }

  async end(): Promise<void> {
    if (this.isUp) await this.kill();
  }
}

/** The program is given a port and a folder, starts a node on them without TLS, and prints its process id once it answers. */
class RealEngine implements Engine {
  readonly port: number;
  private readonly program: string;
  private readonly folder: string;
  private pid: number;

  private constructor(program: string, port: number, folder: string, pid: number) {
    this.program = program;
    this.port = port;
    this.folder = folder;
    this.pid = pid;
    process.once('exit', () => this.signal('SIGKILL'));
  }

  static async start(program: string, of?: string): Promise<RealEngine> {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-node-'));
    if (of !== undefined) cpSync(of, folder, { recursive: true });
    const port = await freePort();
    return new RealEngine(program, port, folder, await started(program, port, folder));
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    while (this.isThere()) await pause(20);
  }

  async restart(): Promise<void> {
    this.pid = await started(this.program, this.port, this.folder);
  }

  copy(): Promise<Engine> {
    return RealEngine.start(this.program, this.folder);
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private signal(signal: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(this.pid, signal);
    } catch {
      return false;
    }
  }

  private isThere(): boolean {
    return this.signal(0);
  }
}

async function started(program: string, port: number, folder: string): Promise<number> {
  // A node takes every variable of that beginning for a setting of its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_')));
  const { stdout } = await promisify(execFile)(program, [String(port), folder], { env });
  return Number(stdout.trim());
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What is no gRPC, such as the order to scavenge. */
function passedTo(port: number): RequestListener {
  return (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  };
}

function urlOf(port: number): string {
  return `esdb://127.0.0.1:${String(port)}?tls=false`;
}
