/** Threads: each runs the file of its name, from the sources with their types stripped, or from what was built of them. */

import { Worker } from 'node:worker_threads';

/**
 * Starts the thread `<name>.thread` that lies beside a file.
 * @param beside `import.meta.url` of that file
 */
export function startThread(name: string, beside: string, workerData: object): Worker {
  const extension = /\.[a-z]+$/.exec(beside)?.[0] ?? '.js';
  return new Worker(new URL(`./${name}.thread${extension}`, beside), {
    name,
    workerData,
    // Otherwise what this process was started with holds there too.
    ...(extension === '.ts' ? { execArgv: ['--conditions=source'] } : {}),
  });
}
