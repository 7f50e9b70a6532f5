import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** What a tool objects to: a file, relative to where it ran, and the name of the rule. */
export interface Objection {
  readonly file: string;
  readonly rule: string;
}

/** A folder with this project's settings and packages in which any code can be planted. */
export interface PlantedCode {
  readonly folder: string;
  remove(): void;
}

/** @param files code by path. */
export function plant(files: Readonly<Record<string, string>>): PlantedCode {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'minutebook-planted-')));
  for (const settings of ['.config', 'tsconfig.json', 'package.json', 'libs/domain/tsconfig.json']) {
    cpSync(join(root, settings), join(folder, settings), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function run(folder: string, tool: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [join('node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined || (stdout === '' && stderr !== '')) throw error ?? new Error(stderr);
  return stdout;
}

/** What dependency-cruiser objects to, by the importing file. */
export function objectionsToImports(folder: string): Objection[] {
  const output = run(folder, 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    ...['--config', '.config/dependency-cruiser.mjs', '--output-type', 'json'],
    ...['apps', 'libs', 'test'],
  ]);
  const { summary } = JSON.parse(output) as {
    summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
  };
  if (summary.totalCruised === 0) throw new Error('dependency-cruiser looked at nothing.');
  return summary.violations.map(({ from, rule }) => ({ file: from, rule: rule.name }));
}

/** What ESLint objects to. */
export function objectionsOfLint(folder: string): Objection[] {
  return lint(folder, '.config/eslint.config.mjs', 'apps', 'libs', 'test');
}

/** What ESLint objects to in the domain, as far as it needs no types to see it. */
export function objectionsToImpurity(folder: string): Objection[] {
  return lint(folder, '.config/eslint.purity.mjs', 'libs/domain/src');
}

function lint(folder: string, config: string, ...paths: string[]): Objection[] {
  const output = run(folder, 'eslint/bin/eslint.js', [
    ...['--config', config, '--no-inline-config', '--format', 'json'],
    ...paths,
  ]);
  const results = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({ file: relative(folder, filePath), rule: ruleId ?? message })),
  );
}

/** What the compiler objects to in the domain, where nothing outside the language exists. */
export function objectionsOfTypes(folder: string): Objection[] {
  const output = run(folder, 'typescript/bin/tsc', [
    ...['--project', 'libs/domain', '--noEmit', '--incremental', 'false', '--pretty', 'false'],
  ]);
  // A forbidden import drags other libraries in; they are judged elsewhere.
  return [...output.matchAll(/^(libs\/domain\/\S+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, rule]) => ({
    file: file ?? '',
    rule: rule ?? '',
  }));
}
