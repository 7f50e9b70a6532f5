/** The server, or a worker, as it was built, started as a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const mainOf = (app: string): string => fileURLToPath(new URL(`../../dist/apps/${app}/src/main.js`, import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltServer {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it said when it had started. */
  readonly said: string;
  /** Asks it to stop, and answers when it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

interface Start {
  /** The web process when it is left out. */
  readonly app?: 'web' | 'worker';
  readonly args?: readonly string[];
  /** For Node itself, before the program. */
  readonly nodeArguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The working directory. */
  readonly folder?: string;
}

/** Runs it until it ends by itself, or is killed because it did not in time; then it has no code. */
export async function runToTheEnd(start: Start, msMax = 60_000): Promise<Ended> {
  const { child, output } = begin(start);
  const impatience = setTimeout(() => child.kill('SIGKILL'), msMax);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(impatience);
  return { code, ...output };
}

/** @throws {Error} it ended instead of listening */
export async function startBuiltServer(start: Start): Promise<BuiltServer> {
  const { child, output } = begin(start);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output.stdout.includes('Ctrl+C')) resolve();
    });
    child.once('close', () => reject(new Error(`The server ended: ${output.stdout}${output.stderr}`)));
  });
  return {
    process: child,
    url: /http:\/\/\S+:\d+/.exec(output.stdout)?.[0] ?? '',
    said: output.stdout,
    async stop(signal = 'SIGTERM') {
      const closed = once(child, 'close') as Promise<[number | null]>;
      child.kill(signal);
      const [code] = await closed;
      return { code, ...output };
    },
  };
}

function begin({ app = 'web', args = [], nodeArguments = [], environment = {}, folder }: Start): {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
} {
  const { MINUTEBOOK_DATA: _data, HOST: _host, EVENTSTORE_URL: _store, ...env } = process.env;
  const child = spawn(process.execPath, [...nodeArguments, mainOf(app), ...args], {
    cwd: folder,
    env: { ...env, PORT: '0', ...environment },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return { child, output };
}
