#!/usr/bin/env node
/**
 * The bin `minutebook`: installs and builds what is missing, then runs the command line with the project's own Node.
 * It lies here and not in `.config/` because npm before 11 ignores a bin whose path begins with a dot.
 */
import { fileURLToPath } from 'node:url';
import { fail, launch, prepare } from '../../.config/run.mjs';

try {
  await prepare({ build: true });
  const program = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
  launch(['--enable-source-maps', program, ...process.argv.slice(2)]);
} catch (error) {
  // On this command line 1 means refused by a rule, 3 unavailable.
  fail(error, 3);
}
