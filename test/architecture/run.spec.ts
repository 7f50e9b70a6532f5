import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { text as textOf } from 'node:stream/consumers';
import {
  bundledNode,
  exitCodeOf,
  fingerprintOf,
  isInstalled,
  pruneBuild,
  readArguments,
  whyInstallFailed,
  whyNodeWillNotDo,
} from '../../.config/run.mjs';
import { root } from './planted-code.ts';

let copy: string;

const write = (file: string, content: string): void => {
  mkdirSync(join(copy, dirname(file)), { recursive: true });
  writeFileSync(join(copy, file), content);
};
const read = (file: string): string => readFileSync(join(copy, file), 'utf8');

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'minutebook-run-'));
  mkdirSync(join(copy, '.config'));
  cpSync(join(root, '.config/run.mjs'), join(copy, '.config/run.mjs'));
  write('.config/assets.mjs', "import fs from 'node:fs'; fs.appendFileSync('nest-ran', 'assets\\n');");
  write('package-lock.json', JSON.stringify({ packages: { '': {} } }));
  write('apps/web/src/main.ts', '');
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** An npm that writes down that it ran, takes its time, and leaves what npm leaves. */
function standInForNpm(body: string): NodeJS.ProcessEnv {
  write(
    'npm/npm-cli.js',
    `const fs = require('fs');
     fs.appendFileSync('npm-ran', process.argv.slice(2, 3) + '\\n');
     ${body}`,
  );
  return { npm_execpath: join(copy, 'npm/npm-cli.js'), npm_node_execpath: process.execPath };
}

const INSTALLS = `
  setTimeout(() => {
    fs.mkdirSync('node_modules/@nestjs/cli/bin', { recursive: true });
    fs.writeFileSync('node_modules/.package-lock.json', '{"packages":{}}');
    fs.writeFileSync('node_modules/@nestjs/cli/bin/nest.js', \`
      require('fs').appendFileSync('nest-ran', 'build\\\\n');
      require('fs').mkdirSync('dist', { recursive: true });
      setTimeout(() => {}, 300);
    \`);
  }, 300);`;

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const { npm_lifecycle_event: _outer, ...inherited } = process.env;
  return spawn(process.execPath, ['.config/run.mjs', ...args], {
    cwd: copy,
    env: { ...inherited, CI: 'true', ...env },
  });
}

async function outcome(child: ChildProcess) {
  const [stdout, stderr, [code]] = await Promise.all([
    textOf(child.stdout!),
    textOf(child.stderr!),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, stdout, stderr };
}

describe('The Node it runs on', () => {
  it.each([
    ['v20.0.0', 'linux', 'x64'],
    ['v24.1.0', 'darwin', 'arm64'],
    ['v26.0.0', 'linux', 's390x'],
  ])('%s on %s %s will do', (version, platform, arch) => {
    expect(whyNodeWillNotDo(version, platform, arch)).toBeUndefined();
  });

  it('is refused when it is too old to install with', () => {
    expect(whyNodeWillNotDo('v18.20.1', 'linux', 'x64')).toMatch(/needs Node 20 or newer and this is v18\.20\.1/);
  });

  it('is refused when it is too old to run with and no newer one can be brought', () => {
    expect(whyNodeWillNotDo('v22.3.0', 'darwin', 'arm64')).toMatch(/not for darwin arm64: install Node 24/);
  });
});

describe('What is installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b': { version: '2.0.0', integrity: 'y', optional: true },
    },
  };

  it('is enough without the optional packages of other platforms', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a package has another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }],
    ['a package has other content', { 'node_modules/a': { version: '1.0.0', integrity: 'z' } }],
  ])('is not enough when %s', (_what, packages) => {
    expect(isInstalled(lock, { packages })).toBe(false);
  });

  it.each([
    ['npm error code EAI_AGAIN', /check the network/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES', /may write to/],
    ['npm error something else', /what npm said is above/],
  ])('is missing for a reason a person can act on: %s', (output, sentence) => {
    expect(whyInstallFailed(output)).toMatch(sentence);
  });
});

describe('The fingerprint of the sources', () => {
  const fingerprint = (): string => fingerprintOf(copy, ['apps', 'missing']);

  it('stays while nothing changes, and while only a spec does', () => {
    const before = fingerprint();
    write('apps/web/src/main.spec.ts', 'changed');
    expect(fingerprint()).toBe(before);
  });

  it.each([
    ['a size', () => write('apps/web/src/main.ts', 'longer')],
    ['a time', () => utimesSync(join(copy, 'apps/web/src/main.ts'), 1, 1)],
    ['a name', () => write('apps/web/src/other.ts', '')],
  ])('changes with %s', (_what, change) => {
    const before = fingerprint();
    change();
    expect(fingerprint()).not.toBe(before);
  });
});

describe('A build', () => {
  it('loses what was built from a source that is gone', () => {
    for (const name of ['main', 'gone']) write(`dist/apps/web/src/${name}.js`, '');
    write('dist/apps/web/src/gone.js.map', '');
    pruneBuild(copy, ['apps', 'libs']);
    expect(
      ['main.js', 'gone.js', 'gone.js.map'].map((name) => existsSync(join(copy, 'dist/apps/web/src', name))),
    ).toEqual([true, false, false]);
  });

  it('is asked for by the first argument only, so that a program may have one of the same name', () => {
    expect(readArguments(['--build', 'main.js', '--data', 'D'])).toEqual({
      build: true,
      nodeArguments: ['main.js', '--data', 'D'],
    });
    expect(readArguments(['main.js', '--build'])).toEqual({ build: false, nodeArguments: ['main.js', '--build'] });
  });
});

describe('A fresh clone', () => {
  it('is installed and built once, however many commands start at the same time', async () => {
    const env = standInForNpm(INSTALLS);
    const startThree = () =>
      Promise.all([1, 2, 3].map((n) => outcome(start(['--build', '-p', `'started ${n}'`], env))));
    const outcomes = await startThree();
    expect(outcomes.map(({ code, stdout }) => [code, stdout])).toEqual([
      [0, 'started 1\n'],
      [0, 'started 2\n'],
      [0, 'started 3\n'],
    ]);
    write('apps/web/src/main.ts', 'changed');
    await startThree();
    expect(read('npm-ran')).toBe('ci\n');
    expect(read('nest-ran')).toBe('build\nassets\nbuild\nassets\n');
  });

  it('is built again only after a change, and installed again only when the lock asks for more', async () => {
    const env = standInForNpm(INSTALLS);
    const command = ['--build', '-p', '1'];
    await outcome(start(command, env));
    await outcome(start(command, env));
    expect(read('nest-ran')).toBe('build\nassets\n');
    write('apps/web/src/main.ts', 'changed');
    await outcome(start(command, env));
    expect(read('nest-ran')).toBe('build\nassets\nbuild\nassets\n');
    write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } }));
    await outcome(start(command, env));
    expect(read('npm-ran')).toBe('ci\nci\n');
  });

  it('does without the Node it brings where that does not run', async () => {
    const bundled = bundledNode('.', process.platform, process.arch);
    const env = standInForNpm(`${INSTALLS}
      fs.mkdirSync(require('path').dirname('${bundled}'), { recursive: true });
      fs.writeFileSync('${bundled}', '#!/missing', { mode: 0o755 });`);
    expect(await outcome(start(['-p', 'process.execPath'], env))).toMatchObject({
      code: 0,
      stdout: `${process.execPath}\n`,
    });
  });

  it('says in one sentence that there is no network', async () => {
    const env = standInForNpm(`console.error('npm error code EAI_AGAIN'); process.exit(1);`);
    const { code, stdout, stderr } = await outcome(start(['-p', '1'], env));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^The package registry could not be reached: check the network/);
  });

  it('that does not build starts nothing', async () => {
    const env = standInForNpm(INSTALLS.replace('build\\\\n', `' + process.exit(1) + '`));
    const { code, stdout, stderr } = await outcome(start(['--build', '-p', '1'], env));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/could not be built: the errors are above\.\n$/);
  });
});

describe('What it starts', () => {
  beforeEach(() => write('node_modules/.package-lock.json', '{"packages":{}}'));

  const PROGRAM = `
    process.on('SIGTERM', () => { console.log('stopped'); process.exit(7); });
    setTimeout(() => {}, 8_000);
    console.log(process.pid);`;

  const firstLine = async (child: ChildProcess): Promise<string> =>
    String((await once(child.stdout!, 'data'))[0]).trim();

  it('ends it with its own exit code', async () => {
    expect((await outcome(start(['-e', 'process.exit(3)']))).code).toBe(3);
    expect(exitCodeOf(null, 'SIGKILL')).toBe(137);
  });

  it('is told to stop when it is told to stop', async () => {
    const child = start(['-e', PROGRAM]);
    await firstLine(child);
    child.kill('SIGTERM');
    expect((await outcome(child)).code).toBe(7);
  });

  it('does not outlive the npm that started it', async () => {
    const runner = `
      const { spawn } = require('child_process');
      spawn(process.execPath, ['.config/run.mjs', '-e', ${JSON.stringify(PROGRAM)}], { stdio: 'inherit' });`;
    const npm = spawn(process.execPath, ['-e', runner], {
      cwd: copy,
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    const started = Number(await firstLine(npm));
    npm.kill('SIGKILL');
    expect(await isGone(started)).toBe(true);
  });

  async function isGone(pid: number): Promise<boolean> {
    for (let tries = 0; tries < 30; tries += 1) {
      try {
        process.kill(pid, 0);
      } catch {
        return true;
      }
      await wait(100);
    }
    return false;
  }
});

describe('The command line', () => {
  it('has a bin that npm before 11 does not drop, and that may be executed', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: { minutebook: string } };
    expect(bin.minutebook).toMatch(/^[^.]/);
    expect(() => accessSync(join(root, bin.minutebook), constants.X_OK)).not.toThrow();
  });
});
