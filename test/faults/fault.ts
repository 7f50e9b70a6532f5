/** What a fault of the catalogue is: what goes wrong, how often it is made to, and the figure that must come of it. */

import type { Kept, StoreKind } from './kept.ts';
import type { Random } from './random.ts';

/** The short form runs with every test, on machines that are busy: how long something took counts in the long one only. */
export type Form = 'short' | 'long';

/** So long anything is waited for before it is given up. It is no measure of speed, and must do on a machine that is busy. */
export const PATIENCE_MS = 60_000;

export interface Run {
  readonly form: Form;
  readonly random: Random;
  /** An empty folder of its own. */
  readonly folder: string;
  /** Which store keeps the records of this run. */
  readonly store: StoreKind;
  /** Room for a record in a folder of that name: on a store of its own when it is a server that keeps it. */
  readonly place: (name: string) => Promise<Kept>;
  /** Tells whoever waits how far it is. */
  readonly say: (progress: string) => void;
}

export interface Seen {
  /** How often it was made to go wrong. */
  readonly times: number;
  /** What was counted and measured, in the words of the table. */
  readonly figures: string;
  /** What should not have been, as sentences. Empty when the criterion is met. */
  readonly wrong: readonly string[];
}

export interface Fault {
  /** In the catalogue: F01. */
  readonly id: string;
  readonly fault: string;
  readonly injected: string;
  readonly criterion: string;
  /** On which stores it is made to happen. */
  readonly stores: readonly StoreKind[];
  run(run: Run): Promise<Seen>;
}

/** Nothing may be waited for without end. @throws {Error} */
export async function within<Answer>(ms: number, what: string, work: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${String(ms)} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again every so often until the answer is yes. Answers how long that took. @throws {Error} */
export async function until(ms: number, what: string, isSo: () => Promise<boolean> | boolean): Promise<number> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > ms) throw new Error(`${what}: it was not so after ${String(ms)} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - begun;
}

/** The value below which the share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function milliseconds(value: number): string {
  return `${String(Math.round(value))} ms`;
}

/** The first few of many, so that a broken run can still be read. */
export function firstOf(sentences: readonly string[], most = 12): string[] {
  const rest = sentences.length - most;
  return rest > 0 ? [...sentences.slice(0, most), `… and ${String(rest)} more.`] : [...sentences];
}
