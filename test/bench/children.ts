/** Child processes of the bench: each ends with it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Load, Loaded } from './load.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** As every Linux tells programs, whatever its kernel counts in. */
const TICKS_A_SECOND = 100;
const QUIET = '--disable-warning=ExperimentalWarning';

export interface Child {
  readonly process: ChildProcess;
  readonly said: string;
  /** Milliseconds from the start until it said that it is ready. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** Starts a program and waits until it has said what tells that it is ready. */
export async function start(
  program: string,
  args: readonly string[],
  ready: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<Child> {
  const began = performance.now();
  const child = spawn(process.execPath, [QUIET, here(program), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  let said = '';
  const readyMs = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (ready.test(said)) resolve(performance.now() - began);
    });
    child.on('exit', (code) => reject(new Error(`${program} ended with ${String(code)}: ${said}`)));
  });
  return {
    process: child,
    said,
    readyMs,
    async stop() {
      if (child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Sends a load from a process of its own. */
export async function load(what: Load): Promise<Loaded> {
  const child = spawn(process.execPath, [QUIET, here('./load.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin?.end(JSON.stringify(what));
  return JSON.parse(await text(child.stdout as NodeJS.ReadableStream)) as Loaded;
}

/** The time a process has computed, in all its threads, in seconds (Linux). */
export function computedSeconds(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // After the name, which may hold anything, the 12th and 13th fields are ticks in user and in system mode.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** What the process holds in memory now, in MiB (Linux). */
export function residentMiB(pid: number | undefined): number {
  return kibibytes(pid, 'VmRSS') / 1_024;
}

/** The most that the process has held in memory since it started, in MB (Linux). */
export function mostResidentMB(pid: number | undefined): number {
  return (kibibytes(pid, 'VmHWM') * 1_024) / 1_000_000;
}

function kibibytes(pid: number | undefined, field: string): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0);
}
