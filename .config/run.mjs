/**
 * Makes two commands enough for a fresh clone: installs what is missing, builds what changed, then runs the project's
 * own Node. It is itself run by whatever Node the system has (20 or newer), so it needs no package and no build.
 *
 *     node .config/run.mjs [--build] <arguments of node …>
 *
 * Everything it says goes to stderr; stdout belongs to the program it starts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NODE_NEEDED = 24;
const NODE_TO_INSTALL = 20;
const PLATFORMS_SERVED = ['linux-x64', 'linux-arm64', 'win32-x64'];
const STOP_PATIENCE_MS = 10_000;

/** A failure a person can do something about: its message is the sentence they read. */
export class Trouble extends Error {}

const say = (sentence) => process.stderr.write(`${sentence}\n`);
const majorOf = (version) => Number.parseInt(version.replace(/^v/, ''), 10);

/** @returns {string | undefined} why this Node cannot do the job, as a sentence; undefined when it can. */
export function whyNodeWillNotDo(version, platform, arch) {
  const major = majorOf(version);
  if (major >= NODE_NEEDED) return undefined;
  if (major < NODE_TO_INSTALL) {
    return `Minutebook needs Node ${NODE_TO_INSTALL} or newer and this is ${version}: install a newer Node, then run the same command again.`;
  }
  if (!PLATFORMS_SERVED.includes(`${platform}-${arch}`)) {
    return `Minutebook brings its own Node ${NODE_NEEDED} only for Linux and Windows, not for ${platform} ${arch}: install Node ${NODE_NEEDED} or newer, then run the same command again.`;
  }
  return undefined;
}

/** The Node that an optional dependency brings. The path is direct because `.bin/node` is a script on Windows. */
export function bundledNode(root, platform, arch) {
  const [name, file] = platform === 'win32' ? [`node-win-${arch}`, 'node.exe'] : [`node-${platform}-${arch}`, 'node'];
  return path.join(root, 'node_modules', name, 'bin', file);
}

/** The Node that runs Minutebook: the bundled one, or else the one this runs on. */
export function chooseNode(root) {
  const bundled = bundledNode(root, process.platform, process.arch);
  return fs.existsSync(bundled) ? bundled : process.execPath;
}

/**
 * Whether what npm installed is what the lock asks for; reads the list npm keeps inside node_modules, so a person's
 * own `npm ci` counts. Optional packages may be absent: most are for other platforms.
 */
export function isInstalled(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([place]) => place !== '');
  const found = installed.packages ?? {};
  return wanted.every(([place, entry]) =>
    found[place]
      ? found[place].version === entry.version && found[place].integrity === entry.integrity
      : entry.optional,
  );
}

/** What npm said, as the sentence that tells what to do. */
export function whyInstallFailed(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(output)
  ) {
    return 'The package registry could not be reached: check the network or the proxy, then run the same command again.';
  }
  if (/ENOSPC/.test(output)) {
    return 'The disk is full: Minutebook needs about 500 MB for its packages. Make room, then run the same command again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The packages could not be written: check that you may write to ${ROOT}, then run the same command again.`;
  }
  return 'The packages could not be installed: what npm said is above.';
}

/** A digest of path, size and time of every file that the build reads; times alone mean nothing in a fresh clone. */
export function fingerprintOf(root, places) {
  const digest = createHash('sha256');
  const visit = (place) => {
    const stat = fs.statSync(path.join(root, place), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(path.join(root, place)).sort()) visit(`${place}/${name}`);
    } else if (!place.endsWith('.spec.ts')) {
      digest.update(`${place}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const place of places) visit(place);
  return digest.digest('hex');
}

/** Removes from `dist` what was built from a source that is gone, so that nothing runs on a deleted file. */
export function pruneBuild(root, places) {
  const visit = (place) => {
    for (const entry of fs.readdirSync(path.join(root, 'dist', place), { withFileTypes: true })) {
      const inside = path.join(place, entry.name);
      if (entry.isDirectory()) visit(inside);
      const source = /^(.*)\.js(\.map)?$/.exec(inside)?.[1];
      if (source !== undefined && !fs.existsSync(path.join(root, `${source}.ts`)))
        fs.rmSync(path.join(root, 'dist', inside));
    }
  };
  for (const place of places) if (fs.existsSync(path.join(root, 'dist', place))) visit(place);
}

/** Splits this script's own flags from what belongs to Node. */
export function readArguments(args) {
  return args[0] === '--build' ? { build: true, nodeArguments: args.slice(1) } : { build: false, nodeArguments: args };
}

/** Exit code of a child that ended by code or by signal, as a shell would tell it. */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (os.constants.signals[signal] ?? 0);
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/**
 * One process at a time installs or builds in a working copy. A listening socket is the lock because the system frees
 * it when its process dies; a lock file would have to be doubted. Where every socket leaves a file behind there is none.
 */
async function aloneIn(root, work) {
  const name = `minutebook-${createHash('sha256').update(fs.realpathSync(root)).digest('hex').slice(0, 24)}`;
  const place = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }[process.platform];
  if (place === undefined) return work();
  for (let tries = 0; ; tries += 1) {
    const lock = await listenAt(place);
    if (lock !== undefined) {
      try {
        return await work();
      } finally {
        lock.close();
      }
    }
    if (tries === 0) say('Waiting for another Minutebook command that installs or builds here…');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @returns the server, or undefined when the place is taken. */
function listenAt(place) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(place, () => resolve(server));
  });
}

function npmCommand() {
  const cli = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  // npm's own Node, never the bundled one: `npm ci` deletes that while it runs.
  if (
    cli !== undefined &&
    path.basename(cli) === 'npm-cli.js' &&
    fs.existsSync(cli) &&
    node !== undefined &&
    !node.startsWith(ROOT)
  ) {
    return [node, [cli]];
  }
  return process.platform === 'win32' ? ['npm.cmd', []] : ['npm', []];
}

function pathWithout(folder) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((entry) => !entry.startsWith(folder))
    .join(path.delimiter);
}

function install() {
  say('Installing what Minutebook needs (about half a minute)…');
  const [command, args] = npmCommand();
  const result = spawnSync(
    command,
    [...args, 'ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, PATH: pathWithout(path.join(ROOT, 'node_modules')) },
      shell: command.endsWith('.cmd'),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (result.error !== undefined)
    throw new Trouble(
      `npm could not be started (${result.error.message}): install npm, then run the same command again.`,
    );
  if (result.status !== 0) {
    const output = `${result.stdout}${result.stderr}`;
    process.stderr.write(output);
    throw new Trouble(whyInstallFailed(output));
  }
  dropNodeThatDoesNotRun();
}

/** On a system with another C library the bundled Node is there and does not start; the system's own may do. */
function dropNodeThatDoesNotRun() {
  const bundled = bundledNode(ROOT, process.platform, process.arch);
  if (!fs.existsSync(bundled) || spawnSync(bundled, ['--version']).status === 0) return;
  fs.rmSync(bundled);
}

function switchHooksOn() {
  if (process.env.CI || !fs.existsSync(path.join(ROOT, '.git'))) return;
  const git = (...args) => spawnSync('git', ['config', '--local', ...args], { cwd: ROOT, stdio: 'ignore' }).status;
  if (git('--get', 'core.hooksPath') !== 1) return;
  if (git('core.hooksPath', '.githooks') === 0)
    say('Commits here are now checked first (git config core.hooksPath .githooks).');
}

async function installIfNeeded() {
  const stamp = path.join(ROOT, 'node_modules', '.minutebook-lock');
  const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (read(stamp) === digest) return;
  await aloneIn(ROOT, () => {
    if (read(stamp) === digest) return;
    const installed = read(path.join(ROOT, 'node_modules', '.package-lock.json'));
    if (installed === undefined || !isInstalled(JSON.parse(lock), JSON.parse(installed))) install();
    fs.writeFileSync(stamp, digest);
    switchHooksOn();
  });
  const bundled = bundledNode(ROOT, process.platform, process.arch);
  if (!fs.existsSync(bundled) && majorOf(process.version) < NODE_NEEDED) {
    throw new Trouble(
      `The Node that Minutebook brings does not run on this system: install Node ${NODE_NEEDED} or newer, then run the same command again.`,
    );
  }
}

const BUILT = ['apps', 'libs'];
const BUILD_READS = [
  ...BUILT,
  'tsconfig.json',
  'nest-cli.json',
  '.config/tsconfig.build.json',
  '.config/assets.mjs',
  'package.json',
  'package-lock.json',
];

async function buildIfNeeded() {
  const stamp = path.join(ROOT, 'dist', '.fingerprint');
  if (read(stamp) === fingerprintOf(ROOT, BUILD_READS)) return;
  await aloneIn(ROOT, () => {
    // Taken before the build: a file saved meanwhile asks for the next one.
    const fingerprint = fingerprintOf(ROOT, BUILD_READS);
    if (read(stamp) === fingerprint) return;
    fs.rmSync(stamp, { force: true });
    const nest = path.join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
    const result = spawnSync(chooseNode(ROOT), [nest, 'build'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    if (result.status !== 0) {
      process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
      throw new Trouble('Minutebook could not be built: the errors are above.');
    }
    const assets = spawnSync(chooseNode(ROOT), [path.join(ROOT, '.config/assets.mjs')], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (assets.status !== 0) {
      process.stderr.write(assets.stderr ?? '');
      throw new Trouble('The stylesheet and the templates could not be built: the errors are above.');
    }
    pruneBuild(ROOT, BUILT);
    fs.writeFileSync(stamp, fingerprint);
  });
}

/** Installs and, when asked, builds; does nothing and takes no time when both are done. */
export async function prepare({ build }) {
  const reason = whyNodeWillNotDo(process.version, process.platform, process.arch);
  if (reason !== undefined) throw new Trouble(reason);
  await installIfNeeded();
  if (build) await buildIfNeeded();
}

/** Runs the project's Node with these arguments; ends this process as the child ends. */
export function launch(nodeArguments) {
  const child = spawn(chooseNode(ROOT), nodeArguments, { stdio: 'inherit' });
  const stop = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS).unref();
  };
  // A terminal sends its interrupt to the child as well; twice would mean "at once".
  process.on('SIGINT', () => process.stdin.isTTY || stop('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  // npm passes no signal on: what it leaves behind has a new parent.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      stop('SIGTERM');
    }, 250);
  }
  child.once('error', (error) => {
    say(`Node could not be started (${error.message}): remove node_modules, then run the same command again.`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(exitCodeOf(code, signal)));
}

/** Says what went wrong in one sentence; a defect keeps its stack. */
export function fail(error, exitCode = 1) {
  say(error instanceof Trouble ? error.message : error.stack);
  process.exit(exitCode);
}

if (process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { build, nodeArguments } = readArguments(process.argv.slice(2));
  try {
    await prepare({ build });
    launch(nodeArguments);
  } catch (error) {
    fail(error);
  }
}
