/** The built server on a folder, to be killed and started again, perhaps with places where it fails. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type BuiltServer, startBuiltServer } from '../support/built-server.ts';
import type { Web } from '../support/web.ts';
import { type Asked, Client } from './client.ts';
import { type Acted, FAILING, type Failing } from './failpoint.ts';
import { PATIENCE_MS, within } from './fault.ts';
import { environmentOf, type Kept } from './kept.ts';

const FAILPOINTS = new URL('./failpoints.ts', import.meta.url).href;
/** Node says of its own modules that they are experimental; that is no news. */
export const QUIET = '--disable-warning=ExperimentalWarning';

/** What a Node that loads the failpoints is started with. */
export function failingNode(failing: Failing): { nodeArguments: string[]; environment: Record<string, string> } {
  return { nodeArguments: [QUIET, '--import', FAILPOINTS], environment: { [FAILING]: JSON.stringify(failing) } };
}

/** What the failpoints have done, in order. */
export function acted(log: string): Acted[] {
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acted);
}

/** None of them outlives this process, whatever happens to it. */
const running = new Set<BuiltServer>();
process.on('exit', () => {
  for (const { process: child } of running) child.kill('SIGKILL');
});

export interface Gone {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export class Server {
  private readonly kept: Kept;
  private readonly log: string;
  private current: BuiltServer | undefined;
  private last: Promise<Gone> = Promise.resolve({ code: null, signal: null });
  private waiting: (() => void)[] = [];
  private isLeftDown = false;

  constructor(kept: Kept) {
    this.kept = kept;
    this.log = `${kept.folder}.failpoints`;
  }

  get url(): string {
    if (!this.current) throw new Error('The server is down.');
    return this.current.url;
  }

  get isUp(): boolean {
    return this.current !== undefined;
  }

  /**
   * Answers how many milliseconds it took until it was ready; undefined when it was killed before, as it was told.
   * @throws {Error} it ended instead
   */
  async start(failing?: Omit<Failing, 'log'>): Promise<number | undefined> {
    const begun = performance.now();
    rmSync(this.log, { force: true });
    const { nodeArguments = [QUIET], environment = {} } = failing ? failingNode({ ...failing, log: this.log }) : {};
    try {
      const server = await within(
        PATIENCE_MS,
        'Starting the server',
        startBuiltServer({
          args: ['--data', this.kept.folder],
          nodeArguments,
          environment: { ...environment, ...environmentOf(this.kept) },
        }),
      );
      this.watch(server);
      const client = new Client(() => server.url);
      const { status } = await client.get('/health/ready');
      client.close();
      if (status !== 200) throw new Error(`The server started and is not ready: ${String(status)}.`);
    } catch (error) {
      // What it has to do at the start may have come to the place where it is killed.
      if (!this.acted().some(({ did }) => did === 'kill')) throw error;
      this.last = Promise.resolve({ code: null, signal: 'SIGKILL' });
      return undefined;
    }
    for (const wake of this.waiting.splice(0)) wake();
    return performance.now() - begun;
  }

  private watch(server: BuiltServer): void {
    running.add(server);
    this.current = server;
    this.isLeftDown = false;
    this.last = new Promise<Gone>((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null): void => {
        running.delete(server);
        if (this.current === server) this.current = undefined;
        resolve({ code, signal });
      };
      const { exitCode, signalCode } = server.process;
      if (exitCode !== null || signalCode !== null) end(exitCode, signalCode);
      else server.process.once('exit', end);
    });
  }

  /** Resolves when it is up, at once or after the next start; or when there will be none. */
  async up(): Promise<void> {
    if (!this.current && !this.isLeftDown) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** It is not started again before those who use it have gone: nobody need wait for it. */
  leaveDown(): void {
    this.isLeftDown = true;
    for (const wake of this.waiting.splice(0)) wake();
  }

  async kill(): Promise<void> {
    this.current?.process.kill('SIGKILL');
    await this.gone();
  }

  /** Resolves when it is gone, by whatever hand, and at once when it is already. */
  gone(): Promise<Gone> {
    return within(PATIENCE_MS, 'The end of the server', this.last);
  }

  /** In order. @throws {Error} it does not end, or not with exit code 0 */
  async stop(): Promise<void> {
    this.current?.process.kill('SIGTERM');
    const { code, signal } = await this.gone();
    if (code !== 0 && signal === null && code !== null) throw new Error(`The server ended with ${String(code)}.`);
  }

  acted(): Acted[] {
    return acted(this.log);
  }
}

/** Where a server keeps the log, workers do what policies ask for beside the web. Each has lists of its own. */
export async function startWorker(kept: Kept): Promise<BuiltServer | undefined> {
  if (kept.node === undefined) return undefined;
  const starting = startBuiltServer({
    app: 'worker',
    args: ['--data', `${kept.folder}-worker`],
    nodeArguments: [QUIET],
    environment: environmentOf(kept),
  });
  const worker = await within(PATIENCE_MS, 'Starting a worker', starting);
  running.add(worker);
  worker.process.once('exit', () => running.delete(worker));
  return worker;
}

/** What a browser needs of it. */
export function browserOn(server: Server): Pick<Web, 'ask' | 'port'> {
  return {
    async ask(method, path, headers = {}, body) {
      // A browser opens a connection for each that is under way.
      const client = new Client(() => server.url);
      const asked = { method: method as Asked['method'], path, headers };
      const answer = await client.ask(body === undefined ? asked : { ...asked, body: body.toString() });
      client.close();
      return answer;
    },
    get port() {
      return Number(new URL(server.url).port);
    },
  };
}
