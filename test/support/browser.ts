/** A real browser for journeys: Debian's Chromium, driven by playwright-core, which brings none of its own. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const INSTALL = 'apt-get install --no-install-recommends chromium';

/**
 * Undefined when there is no browser and none can be installed here; then it says in one line what to install. On a
 * build server (`CI=true`) that is a failure, because what is skipped there is never run.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  if (!existsSync(CHROMIUM)) installChromium();
  if (!existsSync(CHROMIUM)) {
    const missing = `There is no browser at ${CHROMIUM}, so the pages are not looked at. Install one with: ${INSTALL}`;
    if (process.env['CI'] === 'true') throw new Error(missing);
    process.stderr.write(`${missing}\n`);
    return undefined;
  }
  // Chromium's own sandbox does not start for root.
  return chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** Where this may be done without asking: as root, on Debian and its like. */
function installChromium(): void {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (process.getuid?.() !== 0 || !/^ID(_LIKE)?=.*debian/m.test(system)) return;
  process.stderr.write('Installing Chromium, once, to look at the pages with…\n');
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    }).status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
}
