/** Specs of the short form of faults, run as `npm run faults` runs them: by a process of its own, on what was built. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { StoreKind } from './kept.ts';

const PROGRAM = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Result {
  readonly id: string;
  readonly passed: boolean;
  /** The whole row, for whoever has to find out why. */
  readonly told: string;
}

/** So long a spec may wait for it: enough for a machine that is busy with others. */
const SHORT_FORM_MS_MAX = 900_000;
/** It is ended before that, so that whoever waits is told the seed. */
const ENDED_AFTER_MS = SHORT_FORM_MS_MAX - 30_000;

/**
 * Runs the faults together, and has a spec for each.
 * @param faults their ids in the catalogue, each with what holds in spite of it
 * @param store what keeps their records
 */
export function describeFaults(
  title: string,
  faults: readonly (readonly [id: string, what: string])[],
  store: StoreKind = 'embedded',
): void {
  describe(title, () => {
    let results: Map<string, Result>;
    beforeAll(async () => {
      results = await shortForm(
        faults.map(([id]) => id),
        store,
      );
    }, SHORT_FORM_MS_MAX);

    it.each(faults)('%s: %s', (id) => {
      const { passed, told } = results.get(id) ?? { passed: false, told: 'It was not run.' };
      expect(passed ? '' : told).toBe('');
    });
  });
}

async function shortForm(ids: readonly string[], store: StoreKind): Promise<Map<string, Result>> {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-faults-'));
  const json = join(folder, 'faults.json');
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', PROGRAM, '--form', 'short', '--store', store],
      ...['--only', ids.join(','), '--json', json],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end = (): void => void child.kill();
  process.once('exit', end);
  const impatience = setTimeout(end, ENDED_AFTER_MS);
  try {
    await once(child, 'close');
    const { seed, rows } = JSON.parse(readFileSync(json, 'utf8')) as { seed: number; rows: Result[] };
    const again = (id: string): string =>
      `npm run faults -- --form short --store ${store} --seed ${String(seed)} --only ${id}`;
    return new Map(
      rows.map((row) => [row.id, { ...row, told: `${again(row.id)}\n${JSON.stringify(row, undefined, 2)}` }]),
    );
  } catch {
    throw new Error(`The faults could not be run: ${said}`);
  } finally {
    clearTimeout(impatience);
    process.off('exit', end);
    rmSync(folder, { recursive: true, force: true });
  }
}
