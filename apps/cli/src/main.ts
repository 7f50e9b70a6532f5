/** The command `minutebook`. */

import 'reflect-metadata';
import { run } from './program.ts';

// Whoever reads the output may stop reading: `minutebook register | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
